"""Corrections: what a person says about a page, in `<page-id>.toml` beside its text.

    [page]            newspaper, date, page_number, city: facts that the text does not tell, or tells wrongly
    [[item]]          fields of the item that owns a line (line = 12) or has a number (number = 3)
    [[start]]         line = 12: an article starts with this line (kind = "notice": something else does)
    [[join]]          lines = [12, 40]: line 40 goes on where line 12 was cut
    [[part]]          lines = [12, 13]: these lines belong to different items

The `[accession]` table in the same file is written by `invoke add` and is not read here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.authorities import Authorities, Problem
from plugins.authorities.rows import Row, Table, read_table
from plugins.converter.corrections.correction_values import (
    Bounds,
    Reading,
    read_city,
    read_confidence,
    read_count,
    read_counties,
    read_date,
    read_flag,
    read_kind,
    read_line,
    read_lines,
    read_newspaper,
    read_page_number,
    read_text,
    read_texts,
    read_topics,
    read_values,
)
from plugins.converter.pages.items import Kind

TABLES = frozenset({"accession", "page", "item", "start", "join", "part"})
CHOICE = frozenset({"line", "number"})
PAGE_FIELDS: Mapping[str, Reading] = {
    "newspaper": read_newspaper,
    "date": read_date,
    "page_number": read_page_number,
    "city": read_city,
}
# What an item's text says (restating.py) and what is known about it (correcting.py), by the ledger's names.
ITEM_FIELDS: Mapping[str, Reading] = {
    "kind": read_kind,
    "kicker": read_text,
    "headline": read_text,
    "deck": read_text,
    "byline": read_text,
    "dateline": read_text,
    "subheads": read_texts,
    "paragraphs": read_texts,
    "section": read_text,
    "reporters": read_texts,
    "correspondents": read_texts,
    "authors": read_texts,
    "date": read_date,
    "city": read_city,
    "counties": read_counties,
    "topics": read_topics,
    "keywords": read_texts,
    "incomplete": read_flag,
    "problems": read_texts,
    "confidence": read_confidence,
    "belongs_to": read_count,
}


@dataclass(frozen=True, slots=True)
class Start:
    """An item of this kind starts with this line."""

    line: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class ItemCorrection:
    """Fields of one item, chosen by a line it owns or by its number; `block` names the correction for messages."""

    block: str
    line: int | None
    number: int | None
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of a page. `page` holds only the facts that are corrected; None says that they are unknown.

    A join's second line goes on where its first was cut; a part's two lines belong to different items.
    """

    page: Mapping[str, str | None] = field(default_factory=dict)
    items: tuple[ItemCorrection, ...] = ()
    starts: tuple[Start, ...] = ()
    joins: tuple[tuple[int, int], ...] = ()
    parts: tuple[tuple[int, int], ...] = ()


NO_CORRECTIONS = Corrections()


class CorrectionRefused(Exception):
    """A file of corrections that cannot be used; the message has every mistake, one a line, with its file and key."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Make the message from the problems."""
        self.problems = tuple(problems)
        lines = [f"  {problem.file}: {problem.block}: {problem.reason}" for problem in problems]
        super().__init__("\n".join(["its corrections cannot be used; mend them and convert again:", *lines]))


@dataclass(frozen=True, slots=True)
class _Block(Row):
    """A block of the file, named as it is written there."""

    @property
    def block(self) -> str:
        """`[page]`, or `[[item]] 2`: the second of its kind."""
        return self.kind

    @classmethod
    def of(cls, row: Row, name: str) -> "_Block":
        return cls(row.file, name, row.fields, row.problems, row.position)


def load_corrections(path: Path, line_count: int, authorities: Authorities) -> Corrections:
    """Read the corrections of a page of so many lines; a page without a file has none.

    Raises CorrectionRefused for unknown keys, wrong values, names that no table has and lines the page has not.
    """
    if not path.is_file():
        return NO_CORRECTIONS
    problems: list[Problem] = []
    table = read_table(path, problems)
    table.check_kinds(TABLES)
    bounds = Bounds(line_count, authorities)
    page = _Block.of(table.single("page"), "[page]")
    page.check_keys(frozenset(PAGE_FIELDS))
    corrections = Corrections(
        page=read_values(page, PAGE_FIELDS, bounds),
        items=tuple(_read_item(row, bounds) for row in _list_blocks(table, "item")),
        starts=tuple(start for row in _list_blocks(table, "start") for start in _read_start(row, bounds)),
        joins=tuple(pair for row in _list_blocks(table, "join") for pair in _read_pair(row, bounds)),
        parts=tuple(pair for row in _list_blocks(table, "part") for pair in _read_pair(row, bounds)),
    )
    _check_contradictions(table, corrections)
    if problems:
        raise CorrectionRefused(problems)
    return corrections


def _list_blocks(table: Table, kind: str) -> Iterator[Row]:
    for row in table.rows(kind):
        yield _Block.of(row, f"[[{kind}]] {row.position}")


def _read_item(row: Row, bounds: Bounds) -> ItemCorrection:
    row.check_keys(frozenset(ITEM_FIELDS) | CHOICE)
    line, number = read_line(row, "line", bounds), read_count(row, "number", bounds)
    if len(CHOICE & row.fields.keys()) != 1:
        row.report("choose the item by one of line = 12 (a line it owns) and number = 3 (its number)")
    elif len(row.fields) == 1:
        row.report(f"corrects nothing; add one of {', '.join(ITEM_FIELDS)}")
    name = f"line {line}" if line is not None else f"number {number}"
    return ItemCorrection(f"[[item]] {name}", line, number, read_values(row, ITEM_FIELDS, bounds))


def _read_start(row: Row, bounds: Bounds) -> Iterator[Start]:
    row.check_keys(frozenset({"line", "kind"}))
    if "line" not in row.fields:
        row.report("line is missing; add line = 12, the line that the item starts with")
    kind = read_kind(row, "kind", bounds) if "kind" in row.fields else Kind.ARTICLE
    line = read_line(row, "line", bounds)
    if line is not None and kind is not None:
        yield Start(line, kind)


def _read_pair(row: Row, bounds: Bounds) -> Iterator[tuple[int, int]]:
    row.check_keys(frozenset({"lines"}))
    pair = read_lines(row, "lines", bounds)
    if pair is not None:
        yield pair


def _check_contradictions(table: Table, corrections: Corrections) -> None:
    """Report pairs of corrections of which only one can be followed."""
    starts = {start.line for start in corrections.starts}
    parted = {frozenset(pair) for pair in corrections.parts}
    for first, second in corrections.joins:
        if second in starts:
            reason = f"line {second} starts an item ([[start]]) and cannot go on from line {first}; keep one of the two"
            table.problems.append(Problem(table.file, f"[[join]] lines {first}, {second}", reason))
        if frozenset((first, second)) in parted:
            reason = "a [[part]] says that these lines belong to different items; keep one of the two"
            table.problems.append(Problem(table.file, f"[[join]] lines {first}, {second}", reason))

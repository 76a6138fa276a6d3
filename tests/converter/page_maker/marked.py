"""A page as a person marks it: the page's text, before each piece of a line the item and the role it has.

Header lines (`newspaper`, `date`, `city`), an empty line, one line for each item (`a: article | city=聊城`), an
empty line, then the page as it is printed: an empty line is an empty line, any other is one or more pieces
`item.role:text`, parted by `‖`. `paragraph+` goes on with the item's last paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from tests.converter.page_maker.article import KINDS
from tests.converter.page_maker.gold import (
    NO_COUNTY,
    Byline,
    Element,
    GoldItem,
    GoldPage,
    Span,
    accept_page_city,
    find_county,
    is_interleaved,
    join_texts,
    list_topics,
)

CUT = "‖"
PIECE = re.compile(r"(\w+)\.([a-z]+\+?):(.*)")  # a.paragraph+:养;市委宣传部
ITEM = re.compile(
    r"(\w+): (\w+)((?: \| \w+=(?:[^|]|\|\|)+)*)\s*"
)  # a: article | city=聊城 | topics=教育; 体育
HEADER = re.compile(r"(newspaper|date|city): (.+)")
TEXT, PARAGRAPH, MORE = "text", "paragraph", "paragraph+"
ROLES = ("kicker", "headline", "deck", "subhead", "byline", "dateline", PARAGRAPH, MORE, "signature")
TELLING = ("article", "notice")  # the kinds whose pieces have roles
LISTS = ("reporters", "correspondents", "authors", "counties", "county_accept", "topics", "topics_accept")
WORDS = ("city", "section", "headline_accept", "belongs_to", "incomplete")
PRECISIONS = {4: "year", 7: "month", 10: "day"}


class MarkedPageError(Exception):
    """A marked page that cannot be read; the message names the file, the line and what to do."""


@dataclass(frozen=True, slots=True)
class _Piece:
    item: str
    role: str
    text: str
    span: Span


def read_marked(path: Path) -> tuple[GoldPage, str]:
    """Read a marked page as its gold and its text. Raises OSError and MarkedPageError."""
    lines = path.read_text(encoding="utf-8").split("\n")
    bounds = [number for number, line in enumerate(lines) if not line][:2]
    if len(bounds) < 2:
        raise MarkedPageError(f"{path}: header, items and page must be parted by two empty lines")
    head, items = lines[: bounds[0]], lines[bounds[0] + 1 : bounds[1]]
    header = dict(_match(HEADER, line, path, 1 + at, "newspaper: 聊城日报") for at, line in enumerate(head))
    facts = dict(_read_item(line, path, bounds[0] + 2 + at) for at, line in enumerate(items))
    pieces, text = _read_page(lines[bounds[1] + 1 :], path, bounds[1] + 2)
    _check(facts, pieces, path)
    return _tell_page(path.stem, header, facts, pieces), text


def _match(form: re.Pattern[str], line: str, path: Path, number: int, example: str) -> tuple[str, ...]:
    found = form.fullmatch(line)
    if found is None:
        raise MarkedPageError(f"{path}:{number}: cannot read `{line}`; write it like `{example}`")
    return found.groups()


def _read_item(line: str, path: Path, number: int) -> tuple[str, dict[str, str]]:
    name, kind, rest = _match(ITEM, line, path, number, "a: article | city=聊城 | topics=教育")
    facts = dict(fact.strip().split("=", 1) for fact in rest.split(" | ") if fact.strip())
    for key in facts.keys() - {*LISTS, *WORDS}:
        raise MarkedPageError(
            f"{path}:{number}: unknown key `{key}`; known are {', '.join((*LISTS, *WORDS))}"
        )
    if kind not in KINDS:
        raise MarkedPageError(f"{path}:{number}: unknown kind `{kind}`; known are {', '.join(KINDS)}")
    return name, {"kind": kind} | {key: value.strip() for key, value in facts.items()}


def _read_page(lines: Sequence[str], path: Path, first: int) -> tuple[list[_Piece], str]:
    pieces: list[_Piece] = []
    printed: list[str] = []
    for number, line in enumerate(lines, 1):
        text = ""
        for part in line.split(CUT) if line.strip() else ():
            item, role, words = _match(PIECE, part, path, first + number - 1, "a.headline:某校开学")
            pieces.append(_Piece(item, role, words, (number, len(text), len(text) + len(words))))
            text += words
        printed.append(text)
    return pieces, "\n".join(printed)


def _check(facts: Mapping[str, Mapping[str, str]], pieces: Iterable[_Piece], path: Path) -> None:
    for piece in pieces:
        if piece.item not in facts:
            raise MarkedPageError(f"{path}: the page has item `{piece.item}`, the list of items has not")
        known = ROLES if facts[piece.item]["kind"] in TELLING else (TEXT,)
        if piece.role not in known:
            raise MarkedPageError(
                f"{path}: `{piece.item}.{piece.role}:{piece.text[:12]}`: known roles are {', '.join(known)}"
            )
    for name in facts.keys() - {piece.item for piece in pieces}:
        raise MarkedPageError(f"{path}: item `{name}` has no line on the page")


def _tell_page(
    page_id: str, header: Mapping[str, str], facts: Mapping[str, Mapping[str, str]], pieces: Sequence[_Piece]
) -> GoldPage:
    order = {name: at for at, name in enumerate(dict.fromkeys(piece.item for piece in pieces))}
    items = tuple(
        accept_page_city(
            _tell_item(facts[name], [piece for piece in pieces if piece.item == name], order),
            header.get("city"),
        )
        for name in order
    )
    date = header.get("date")
    return GoldPage(
        id=page_id,
        items=items,
        newspaper=header.get("newspaper"),
        date=date,
        date_precision=PRECISIONS[len(date)] if date else None,
        date_accept=(date,) if date else (),
        city=header.get("city"),
        interleaved=is_interleaved(items),
    )


def _tell_item(facts: Mapping[str, str], pieces: Sequence[_Piece], order: Mapping[str, int]) -> GoldItem:
    elements = [(role, list(some)) for role, some in _group(pieces)]
    texts = [(role, join_texts(role, (piece.text.strip() for piece in some))) for role, some in elements]
    lists = {key: _split(facts.get(key, "")) for key in LISTS}
    counties = tuple(name for name in lists["counties"] if name != NO_COUNTY)
    kicker, headline, deck = (_find(texts, role) for role in ("kicker", "headline", "deck"))
    spans = tuple(_trim(piece) for piece in pieces)
    accepted = tuple(one.strip() for one in facts.get("headline_accept", "").split("||") if one.strip())
    return GoldItem(
        kind=facts["kind"],
        headline=headline,
        headline_accept=accepted,
        kicker=kicker,
        deck=deck,
        section=facts.get("section"),
        subheads=tuple(text for role, text in texts if role == "subhead"),
        byline=Byline(lists["reporters"], lists["correspondents"], lists["authors"], _find(texts, "byline")),
        dateline=_find(texts, "dateline"),
        city=facts.get("city"),
        county=find_county(lists["counties"]),
        county_accept=lists["county_accept"],
        counties=counties,
        topics=list_topics(facts["kind"], lists["topics"]),
        topics_accept=lists["topics_accept"],
        paragraphs=tuple(text for role, text in texts if role == PARAGRAPH),
        lines=tuple(dict.fromkeys(line for line, _, _ in spans)),
        spans=spans,
        elements=tuple(Element(role, tuple(_trim(piece) for piece in some)) for role, some in elements),
        incomplete=facts.get("incomplete") == "yes",
        belongs_to=order.get(facts.get("belongs_to", "")),
    )


def _group(pieces: Sequence[_Piece]) -> list[tuple[str, list[_Piece]]]:
    """Pieces of one element: a display or a byline of several lines, a paragraph and what goes on with it.

    A paragraph goes on past a subhead or a byline that stands within it, as when a column ends amid a sentence.
    """
    groups: list[tuple[str, list[_Piece]]] = []
    for role, some in groupby(pieces, key=lambda piece: piece.role):
        run = list(some)
        if role in (PARAGRAPH, TEXT):
            groups += [(PARAGRAPH, [piece]) for piece in run]
        elif role == MORE and (last := [group for known, group in groups if known == PARAGRAPH][-1:]):
            last[0].extend(run)
        else:
            groups.append((PARAGRAPH if role == MORE else role, run))
    return groups


def _trim(piece: _Piece) -> Span:
    line, start, end = piece.span
    before = len(piece.text) - len(piece.text.lstrip())
    after = len(piece.text) - len(piece.text.rstrip())
    return line, start + before, end - after


def _find(texts: Sequence[tuple[str, str]], role: str) -> str | None:
    return next((text for known, text in texts if known == role), None)


def _split(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in re.split("[;；]", names) if name.strip())

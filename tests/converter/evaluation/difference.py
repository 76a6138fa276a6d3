"""What is wrong in a reading, item by item, for people who tune the converter."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from tests.converter.evaluation.fields import (
    is_city_right,
    is_county_right,
    is_headline_right,
    is_topic_right,
    list_names,
    squeeze,
)
from tests.converter.evaluation.matching import Match, PageMatch
from tests.converter.evaluation.reading import ReadItem
from tests.converter.page_maker.gold import GoldItem, Span

FIELDS = ("kind", "kicker", "deck", "subheads", "dateline", "incomplete")
JUDGED = {
    "headline": is_headline_right,
    "city": is_city_right,
    "counties": is_county_right,
    "topics": is_topic_right,
}
EXCERPT = 14  # characters of a line's head and tail: enough to find it, and to see the seam


def list_differences(page: PageMatch, text: str) -> Iterator[str]:
    """Lines of text: each article or notice that is not read as in the gold, and how it differs."""
    lines = text.split("\n")
    for match in page.matches:
        details = list(_list_details(match, lines)) if match.gold.kind != "furniture" else []
        if details:
            mark = "✓ exact" if match.is_exact else "✗ WRONG"
            sure = f"{match.found.confidence:.2f}" if match.found else "none"
            yield f"{mark} {page.page.id} [{match.gold.kind}] {match.gold.headline} (confidence {sure})"
            yield from (f"    {detail}" for detail in details)


def _list_details(match: Match, lines: list[str]) -> Iterator[str]:
    gold, found = match.gold, match.found
    if found is None:
        yield "no item of the ledger answers it"
        return
    for name, is_right in JUDGED.items():
        if match.gold.kind != "caption" and not is_right(gold, found):
            yield f"{name}: {getattr(gold, name)} ≠ {getattr(found, name)}"
    if set(list_names(gold.byline)) != set(list_names(found.byline)):
        yield f"byline: {list_names(gold.byline)} ≠ {list_names(found.byline)} “{found.byline.text}”"
    for name in FIELDS:
        wanted, got = _flatten(getattr(gold, name)), _flatten(getattr(found, name))
        if wanted != got:
            yield f"{name}: {wanted} ≠ {got}"
    if not match.is_owner_right:
        yield from _list_strangers(gold, found, lines)
    elif list(map(squeeze, gold.paragraphs)) != list(map(squeeze, found.paragraphs)):
        yield f"paragraphs: {_list_breaks(gold)} ≠ {_list_breaks(found)}"


def _flatten(value: object) -> str:
    return squeeze(str(value))


def _list_strangers(gold: GoldItem, found: ReadItem, lines: list[str]) -> Iterator[str]:
    wanted, got = _list_characters(gold.spans, lines), _list_characters(found.spans, lines)
    for sign, characters in (("- lacks", wanted - got), ("+ holds", got - wanted)):
        for line, group in groupby(sorted(characters), key=itemgetter(0)):
            columns = [column for _, column in group]
            yield f"{sign} line {line}: {_excerpt(lines[line - 1][columns[0] : columns[-1] + 1])}"


def _list_characters(spans: tuple[Span, ...], lines: list[str]) -> set[tuple[int, int]]:
    return {
        (line, column)
        for line, start, end in spans
        for column in range(start, end)
        if not lines[line - 1][column].isspace()
    }


def _excerpt(text: str) -> str:
    return text if len(text) <= 2 * EXCERPT else f"{text[:EXCERPT]}…{text[-EXCERPT:]}"


def _list_breaks(item: GoldItem | ReadItem) -> str:
    return " | ".join(f"{one[:4]}…{one[-4:]}" for one in item.paragraphs)

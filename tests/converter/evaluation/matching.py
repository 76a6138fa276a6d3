"""Which item of a reading answers which gold item, and whether it is right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tests.converter.evaluation.clusters import OPTIONAL, BCubed, is_lossless, list_owners, measure_bcubed
from tests.converter.evaluation.fields import is_headline_right
from tests.converter.evaluation.reading import Reading, ReadItem
from tests.converter.page_maker.gold import GoldItem, GoldPage

TELLING_KINDS = ("article", "notice")


@dataclass(frozen=True, slots=True)
class Match:
    """A gold item, the item of the reading that shares most characters with it, and what was found."""

    gold: GoldItem
    found: ReadItem | None
    is_owner_right: bool  # owns exactly the gold item's characters
    is_interleaved: bool

    @property
    def is_exact(self) -> bool:
        return self.is_owner_right and self.found is not None and is_headline_right(self.gold, self.found)


@dataclass(frozen=True, slots=True)
class PageMatch:
    page: GoldPage
    matches: tuple[Match, ...]
    bcubed: BCubed
    is_lossless: bool
    date: str | None


def match_page(page: GoldPage, text: str, reading: Reading) -> PageMatch:
    """Match each gold item but second prints with one item of the reading, largest overlap first."""
    optional = {number for number, item in enumerate(page.items) if item.duplicate_of is not None}
    gold = [
        OPTIONAL if owner in optional else owner
        for owner in list_owners(text, [item.spans for item in page.items])
    ]
    found = list_owners(text, [item.spans for item in reading.items])
    scored = [(g, f) for g, f in zip(gold, found, strict=True) if g != OPTIONAL]
    cells, sizes = Counter(scored), Counter(f for _, f in scored)
    partner = _pair_off(cells)
    gold_sizes = Counter(g for g, _ in scored)
    crossed = _list_interleaved(page)
    matches = []
    for number, item in enumerate(page.items):
        if number in optional:
            continue
        other = partner.get(number)
        right = other is not None and cells[number, other] == gold_sizes[number] == sizes[other]
        read = reading.items[other] if other is not None else None
        matches.append(Match(item, read, right, number in crossed))
    telling = [g if g >= 0 and page.items[g].kind != "furniture" else OPTIONAL for g in gold]
    lossless = is_lossless(text, [item.spans for item in reading.items])
    return PageMatch(page, tuple(matches), measure_bcubed(telling, found), lossless, reading.date)


def _pair_off(cells: Counter[tuple[int, int]]) -> dict[int, int]:
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for (gold, found), _ in sorted(cells.items(), key=lambda cell: (-cell[1], cell[0])):
        if found >= 0 and gold >= 0 and gold not in partner and found not in taken:
            partner[gold] = found
            taken.add(found)
    return partner


def _list_interleaved(page: GoldPage) -> set[int]:
    """The articles and notices whose lines are interrupted by another one's, or which interrupt one."""
    owner = {
        line: number
        for number, item in enumerate(page.items)
        if item.kind in TELLING_KINDS and item.duplicate_of is None
        for line in item.lines
    }
    lines = sorted(owner)
    last = {owner[line]: line for line in lines}
    first = {owner[line]: line for line in reversed(lines)}
    return {
        number
        for number in last
        for other in last
        if number != other and first[number] < last[other] and first[other] < last[number]
    }

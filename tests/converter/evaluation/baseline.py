"""The naive reading that the converter has to beat.

A line of 6 to 45 characters without an end mark, followed by a long line, opens an item; every other line
goes on with the item before it. It finds neither bylines nor places nor topics.
"""

from __future__ import annotations

from itertools import pairwise

from tests.converter.evaluation.reading import Reading, ReadItem
from tests.converter.page_maker.gold import Byline

SHORTEST_HEADLINE, LONGEST_HEADLINE = 6, 45
END_MARKS = "。！？!?…；;，,、"


def read_naively(text: str) -> Reading:
    """The reading of a page's text by the one rule above."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    starts = [at for at in range(len(lines)) if at == 0 or _opens_item(lines, at)]
    bounds = [*starts, len(lines)]
    return Reading(tuple(_item(lines[a:b]) for a, b in pairwise(bounds)))


def _opens_item(lines: list[tuple[int, str]], at: int) -> bool:
    line = lines[at][1].strip()
    if not SHORTEST_HEADLINE <= len(line) <= LONGEST_HEADLINE or line[-1] in END_MARKS:
        return False
    return at + 1 < len(lines) and len(lines[at + 1][1].strip()) > LONGEST_HEADLINE


def _item(lines: list[tuple[int, str]]) -> ReadItem:
    return ReadItem(
        kind="article",
        headline=lines[0][1].strip(),
        kicker=None,
        deck=None,
        section=None,
        subheads=(),
        byline=Byline(),
        dateline=None,
        city=None,
        counties=(),
        topics=(),
        paragraphs=tuple(line.strip() for _, line in lines[1:]),
        spans=tuple((number, 0, len(line)) for number, line in lines),
        incomplete=False,
        confidence=1.0,
    )

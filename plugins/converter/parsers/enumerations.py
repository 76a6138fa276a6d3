"""Enumerations: the mark before a point of a list, and whether one mark follows another: ■ ■, 1. 2., ① ②, 一、 二、."""

import re
from functools import lru_cache
from typing import NamedTuple

from plugins.converter.language.characters import fold

_BULLET = re.compile(r"[■□●▲◆★○◎※▼☆▶►◇△]")
_CIRCLED = re.compile("[①-⑳]")
# A full-width point is folded to `·`.
_FIGURE = re.compile(r"\(?(\d{1,2})(?:[.·、)](?!\d))")
_HAN = "一二三四五六七八九十"
# 一、二年级学生 is no point.
_NUMERAL = re.compile(rf"\((十?[{_HAN}])\)|第?(十?[{_HAN}])(?:[、.·:,](?![{_HAN}])|是)")

# `（12）` and what follows it
LONGEST_MARK = 6
# How a mark may follow another one: as the next point, as a first point, as any other; and after none.
NEXT, FIRST, OTHER, ALONE = "+", "1", "x", "-"


class Mark(NamedTuple):
    """The mark before a point of a list: its form (a bullet itself, or o, d, c for a number) and its number or 0."""

    form: str
    number: int


def read_mark(text: str) -> Mark | None:
    """The mark at the start of a line."""
    return _read_start(text[:LONGEST_MARK])


@lru_cache(maxsize=4096)  # a line is asked for beside each line that it may follow
def _read_start(start: str) -> Mark | None:
    first = start[:1]
    if _BULLET.match(first):
        return Mark(first, 0)
    if _CIRCLED.match(first):
        return Mark("o", ord(first) - ord("①") + 1)
    folded = fold(start)
    if figure := _FIGURE.match(folded):
        return Mark("d", int(figure[1]))
    if numeral := _NUMERAL.match(folded):
        return Mark("c", sum(_HAN.index(one) + 1 for one in numeral[1] or numeral[2]))
    return None


def relate_marks(before: Mark | None, mark: Mark) -> str:
    """How a mark follows that of the line before: NEXT, FIRST, OTHER or ALONE."""
    if before is not None and before.form == mark.form and mark.number == before.number + bool(mark.number):
        return NEXT
    if mark.number == 1:
        return FIRST
    return ALONE if before is None else OTHER

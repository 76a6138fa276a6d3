"""Lines put on the page, and where each fragment came to stand."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from tests.converter.page_maker.gold import Span
from tests.converter.page_maker.line import Fragment, Line

Placed = list[tuple[Fragment, Span]]
BLANK_AT_TOP = (0, 2, 2, 4)  # blank lines with which a page begins
LAST_NEWLINE = 0.2  # most page texts end without a newline


def print_lines(lines: Sequence[Line], dice: Random) -> tuple[str, Placed]:
    """The page's text and each fragment's span."""
    printed = [""] * dice.choice(BLANK_AT_TOP)
    placed: Placed = []
    for number, line in enumerate(lines):
        printed += [""] * (line.gap if number else 0)
        printed.append(line.text)
        column = 0
        for one in line.fragments:
            start = column + len(one.space)
            column = start + len(one.text)
            placed.append((one, (len(printed), start, column)))
    if dice.random() < LAST_NEWLINE:
        printed.append("")
    return "\n".join(printed), placed

"""What gets lost, doubled or garbled on the way from the page to its text."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.converter.page_maker.cutting import is_single, list_cuts
from tests.converter.page_maker.line import Fragment, Line, split_line

LEAST_LEFT = 12  # characters a damaged paragraph keeps, so that the loss can be told from a tail
LEAST_TWICE = 20  # characters of a block that is printed twice: shorter ones repeat by chance
LEAST_COLUMN = 40


def lose_text(lines: list[Line], dice: Random) -> list[Line] | None:
    """Take a block away, so that an orphan or an open end stays; None when the article is too short.

    Only one end of the loss lies within a paragraph: if both did, the two halves would read as one.
    """
    places = [
        (at, cut)
        for at, line in enumerate(lines)
        for cut in _list_damaging_cuts(line)
        if sum(len(other.text) for other in lines) - len(line.text) > LEAST_COLUMN
    ]
    if not places:
        return None
    at, cut = dice.choice(places)
    head, tail = split_line(lines[at], 0, cut)
    if dice.random() < 0.5:
        return [*lines[:at], replace(tail, gap=lines[at].gap), *lines[at + 1 :]]
    kept = replace(head, fragments=(replace(head.fragments[0], is_end=True),))
    return [*lines[:at], kept, *lines[at + 1 :]]


def _list_damaging_cuts(line: Line) -> list[int]:
    one = is_single(line)
    if one is None or not (one.is_start and one.is_end):
        return []
    return [cut for cut in list_cuts(one.text) if LEAST_LEFT <= cut <= len(one.text) - LEAST_LEFT]


def print_twice(lines: list[Line], item: int, dice: Random) -> tuple[list[Line], Line] | None:
    """Print one whole paragraph again, at once or after the article; None when none is long enough."""
    numbers = [at for at, line in enumerate(lines) if _is_whole(line)]
    if not numbers:
        return None
    at = dice.choice(numbers)
    copy = Fragment(item, 0, "paragraph", lines[at].text)
    again = Line((copy,))
    where = at + 1 if dice.random() < 0.5 else len(lines)
    return [*lines[:where], again, *lines[where:]], again


def _is_whole(line: Line) -> bool:
    one = is_single(line)
    return one is not None and one.is_start and one.is_end and len(one.text) >= LEAST_TWICE


def garble(text: str) -> str:
    """` and ` for the first 和 between two characters, as a translating browser left it."""
    at = text.find("和", 4)
    return text if at < 0 or at > len(text) - 4 else f"{text[:at]} and {text[at + 1 :]}"

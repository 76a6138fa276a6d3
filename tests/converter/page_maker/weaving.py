"""Columns of neighbouring articles read across: A B A B, A (B) A, A B C A B C, A B C A, A (B) A (C) A …"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from tests.converter.page_maker.cutting import find_paragraph, list_cuts
from tests.converter.page_maker.line import Line, split_line

PATTERNS = (
    *("ABAB", "ABAB", "ABABAB", "ABA", "ABA", "ABCABC", "ABCA"),
    *("ABACA", "ABCBA", "ABCAB", "ABCBC"),
)
LEAST_BODY = 12  # characters of body text before the first seam and after the last


def choose_pattern(count: int, dice: Random) -> str:
    """A pattern for at most `count` articles; each letter is an article, each place a part of it."""
    return dice.choice([pattern for pattern in PATTERNS if len(set(pattern)) <= count])


def weave(articles: Sequence[list[Line]], pattern: str, closed_seam: float, dice: Random) -> list[list[Line]]:
    """The parts of the articles in the pattern's order; an article too short to be parted stays whole."""
    letters = sorted(set(pattern))
    parts = {
        letter: part_lines(lines, pattern.count(letter), closed_seam, dice)
        for letter, lines in zip(letters, articles, strict=True)
    }
    return [parts[letter].pop(0) for letter in pattern if parts[letter]]


def part_lines(lines: list[Line], count: int, closed_seam: float, dice: Random) -> list[list[Line]]:
    """Part an article's lines in `count` parts, as a rule within paragraphs."""
    parts = [lines]
    while len(parts) < count:
        longest = max(range(len(parts)), key=lambda at: sum(len(line.text) for line in parts[at]))
        halves = _part_once(parts[longest], longest == 0, closed_seam, dice)
        if halves is None:
            break
        parts[longest : longest + 1] = halves
    return parts


def _part_once(
    lines: list[Line], is_first: bool, closed_seam: float, dice: Random
) -> tuple[list[Line], list[Line]] | None:
    seams = range(1, len(lines))
    if dice.random() < closed_seam:
        closed = [at for at in seams if lines[at - 1].is_closed and lines[at].gap > 0]
        if closed:
            at = dice.choice(closed)
            return lines[:at], lines[at:]
    opened = [at for at in seams if lines[at - 1].is_open and _has_body(lines[:at])]
    if opened:
        at = dice.choice(opened)
        return lines[:at], lines[at:]
    return _force_cut(lines, is_first, dice)


def _has_body(lines: list[Line]) -> bool:
    return (
        sum(len(one.text) for line in lines for one in line.fragments if one.role == "paragraph")
        >= LEAST_BODY
    )


def _force_cut(lines: list[Line], is_first: bool, dice: Random) -> tuple[list[Line], list[Line]] | None:
    least = LEAST_BODY if is_first else 0
    places = []
    for at, line in enumerate(lines):
        number = find_paragraph(line)
        if number is not None:
            text = line.fragments[number].text
            places += [(at, number, cut) for cut in list_cuts(text) if least <= cut <= len(text) - LEAST_BODY]
    if not places:
        return None
    at, number, cut = dice.choice(places)
    head, tail = split_line(lines[at], number, cut)
    return [*lines[:at], head], [tail, *lines[at + 1 :]]

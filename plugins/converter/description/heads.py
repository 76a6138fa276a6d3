"""Heads: which of an article's display lines is kicker, headline or deck.

Papers print a line above the headline (引题) or below it (副题). Which of two lines is the headline shows in what they
tell, in their lengths and marks: a learned table weighs the cues of each reading of the head.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from plugins.converter.description.head_cues import Opening, list_head_cues, list_head_readings
from plugins.converter.pages.items import Element, Role
from plugins.converter.pages.spans import Span
from plugins.converter.parsers.headline_parts import find_headline_mark, joins_across_space, split_kicker
from plugins.converter.scoring.cue_table import load_heads
from plugins.converter.scoring.fragments import Fragment


class Head(NamedTuple):
    """The display lines of an article as elements, and the log-likelihood of their roles; 0 where they are sure."""

    elements: tuple[Element, ...]
    likelihood: float


NO_HEAD = Head((), 0.0)


def read_head(displays: Sequence[Fragment], text: Opening) -> Head:
    """Tell kicker, headline and deck of up to three display lines apart, in reading order.

    The headline of a news item, which opens with a dateline, says who did what; `text` is told what the headline says.
    """
    pieces = [piece for fragment in displays for piece in _split(fragment)]
    if not pieces:
        return NO_HEAD
    roles, likelihood = _choose_roles(pieces, text)
    elements = (
        Element(role, (fragment.span,), _tidy(fragment.text))
        for role, fragment in zip(roles, pieces, strict=True)
    )
    return Head(tuple(elements), likelihood)


def _split(fragment: Fragment) -> list[Fragment]:
    """Part `被骗？被坑？维权难？请您勇敢站出来 聊城3·15维权线索征集中` at the space that parts kicker from headline."""
    column = split_kicker(fragment.text)
    if column is None:
        return [fragment]
    line, start, end = fragment.span
    text = fragment.text
    second = len(text) - len(text[column:].lstrip())
    return [
        Fragment(
            Span(line, start, start + len(text[:column].rstrip())),
            text[:column].rstrip(),
            fragment.gap,
            "kicker",
        ),
        Fragment(Span(line, start + second, end), text[second:], -1, "headline"),
    ]


def _choose_roles(pieces: Sequence[Fragment], text: Opening) -> tuple[Sequence[Role], float]:
    """The likeliest roles and their log-likelihood among all that the lines may have."""
    marked = [_read_mark(piece.text) for piece in pieces]
    if any(marked):
        spare = Role.DECK if Role.HEADLINE in marked else Role.HEADLINE
        return [mark or spare for mark in marked], 0.0
    texts, gaps = [piece.text for piece in pieces], [piece.gap for piece in pieces]
    table = load_heads()["head"]
    readings = [
        (sum(table.get(cue, 0.0) for cue in list_head_cues(texts, gaps, text, roles)), roles)
        for roles in list_head_readings(len(pieces))
        if _keeps_cut(pieces, roles)
    ]
    value, best = max(readings, key=lambda reading: reading[0])
    return best, -math.log(sum(math.exp(other - value) for other, _ in readings))


def _keeps_cut(pieces: Sequence[Fragment], roles: Sequence[Role]) -> bool:
    """A line that was parted at its space has a kicker before its headline."""
    return pieces[0].cut != "kicker" or roles[:2] == (Role.KICKER, Role.HEADLINE)


def _read_mark(text: str) -> Role | None:
    mark = find_headline_mark(text)
    return Role(mark.role) if mark else None


def _tidy(text: str) -> str:
    """Drop spaces over which one sentence runs (举行 人工智能…), keep those between clauses."""
    column = text.find(" ")
    while column >= 0:
        if joins_across_space(text, column):
            text = text[:column] + text[column + 1 :]
            column -= 1
        column = text.find(" ", column + 1)
    return text

"""Advertisements: how much one line sells, by itself, and why."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.converter.language.characters import fold
from plugins.converter.parsers.advertisement_signs import NEWS, SIGNS

_DISPLAY = 36  # an advertisement's display line is short; longer lines with a `。` are sentences
_LONGEST = 160  # a longer line is text, or an advertisement's small print that its neighbours tell

_LONGEST_SENTENCE = 90


@dataclass(frozen=True, slots=True)
class Advertising:
    """How much a line looks like an advertisement (0 to 1), and the names of the signs found."""

    score: float
    reasons: tuple[str, ...]


def weigh_advertisement(text: str) -> Advertising:
    """Adds up the signs of an advertisement in one line; signs of news count against it.

    News names addresses and hotlines inside sentences (`新闻热线电话:0635—8451234,或者登陆…`), so a
    long sentence needs more signs than a display line.
    """
    folded = fold(text).strip()
    if not folded or len(folded) > (_LONGEST_SENTENCE if "。" in folded else _LONGEST):
        return Advertising(0.0, ())
    missing = 1.0
    reasons = []
    for sign in SIGNS:
        if sign.pattern.search(folded):
            missing *= 1 - sign.weight
            reasons.append(sign.name)
    score = 1 - missing
    if reasons and NEWS.search(folded):
        score *= 0.35
    elif reasons and len(folded) > _DISPLAY and "。" in folded:
        score *= _DISPLAY / len(folded) if len(reasons) < 3 else 0.8
    return Advertising(round(score, 4), tuple(reasons))


def advertisement_score(text: str) -> float:
    """How much one line looks like an advertisement, from 0 to 1."""
    return weigh_advertisement(text).score

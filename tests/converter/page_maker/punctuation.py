"""Full-width and half-width punctuation: a page uses one of them throughout, now and then both."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from random import Random
from typing import Any

from tests.converter.page_maker.article import Article

FULL, HALF = "，；：（）！？", ",;:()!?"
TO_HALF = str.maketrans(FULL, HALF)
TO_FULL = str.maketrans(HALF, FULL)
BRACKETS_TO_HALF = str.maketrans("（）", "()")
HALF_BRACKETS = 0.3  # share of full-width pages with `(记者…)` all the same
# `5,000元`, `8:30` and `www.` addresses keep their marks on full-width pages.
HALF_MARK = re.compile(r"(?<![0-9A-Za-z])[,;:()!?]|[,;:()!?](?![0-9A-Za-z/])")
KEPT = frozenset({"name", "kind", "byline_place", "place", "date", "newspaper"})


@dataclass(frozen=True, slots=True)
class Style:
    is_half_width: bool
    has_half_brackets: bool

    def apply(self, text: str) -> str:
        if self.is_half_width:
            return text.translate(TO_HALF)
        full = HALF_MARK.sub(lambda mark: mark[0].translate(TO_FULL), text)
        return full.translate(BRACKETS_TO_HALF) if self.has_half_brackets else full


def choose_style(half_width: float, dice: Random) -> Style:
    """The punctuation of a page."""
    return Style(dice.random() < half_width, dice.random() < HALF_BRACKETS)


def restyle(article: Article, style: Style) -> Article:
    """The article with its punctuation as the page prints it."""
    changed: dict[str, Any] = {}
    for name in (one.name for one in fields(article) if one.name not in KEPT):
        value = getattr(article, name)
        changed[name] = tuple(map(style.apply, value)) if isinstance(value, tuple) else style.apply(value)
    return replace(article, **changed)

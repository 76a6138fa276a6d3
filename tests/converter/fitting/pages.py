"""Pages: what is read in an epoch, each page of the texts of one fold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from tests.converter.fitting.folds import FOLDS, find_fold
from tests.converter.page_maker.article import Article, is_list
from tests.converter.page_maker.dealing import make_pages
from tests.converter.page_maker.gold import GoldItem
from tests.converter.page_maker.page import MadePage

PROFILES = ("easy", "interleaved", "hard", "interleaved", "torn")
CHECK_PROFILES = ("easy", "interleaved", "hard")
CHECK_SEED, MOST_CHECKED = 77, 48
# The share of articles with lists, tables or verse that are dealt in an epoch: printed pages hardly have any.
LISTS = 0.25


class Page(NamedTuple):
    """A page to read: its text, its items, and the fold of those who wrote it."""

    text: str
    items: tuple[GoldItem, ...]
    fold: int


def deal_pages(articles: Sequence[Article], count: int, seed: int) -> Iterator[Page]:
    """Fresh pages, about `count`; each fold has as many as its share of the articles."""
    dice = Random(f"lists {seed}")
    chosen = [one for one in articles if not is_list(one) or dice.random() < LISTS]
    for fold in range(FOLDS):
        own = [one for one in chosen if find_fold(one.name) == fold]
        share = round(count * len(own) / len(chosen)) if chosen else 0
        for made in make_pages(own, share, PROFILES, seed + fold, "lesson"):
            yield Page(made.text, made.gold.items, fold)


def deal_check_pages(articles: Sequence[Article], count: int) -> Iterator[MadePage]:
    """The same pages in every run, of articles that nothing was learned from."""
    yield from make_pages(articles, min(count, MOST_CHECKED), CHECK_PROFILES, CHECK_SEED, "check")

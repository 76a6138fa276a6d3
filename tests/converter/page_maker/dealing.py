"""Articles dealt to pages, as an editor would: a page has a city, its stories are the city's or nobody's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle
from random import Random

from tests.converter.page_maker.article import Article
from tests.converter.page_maker.page import MadePage, make_page

DEFAULT_PROFILES = ("easy", "interleaved", "hard")
HOME_CITIES = ("聊城", "淄博")
STORIES = (2, 4, 5, 5, 6, 7, 8)  # articles on a page
NOTICES = (0, 0, 1, 1, 2)
OTHERS = (0, 0, 0, 1)  # of advertisements and lone captions


def make_pages(
    articles: Sequence[Article], count: int, profiles: Sequence[str], seed: int, prefix: str
) -> Iterator[MadePage]:
    """`count` pages, the profiles by turns; every article is dealt before one comes again."""
    dice = Random(f"deal {seed}")
    decks = {city: _Deck([one for one in articles if _fits(one, city)], dice) for city in HOME_CITIES}
    furniture = [one for one in articles if one.kind == "furniture"]
    for number, profile, city in zip(range(count), cycle(profiles), _deal_cities(dice), strict=False):
        dealt = decks[city].deal()
        page_id = f"{prefix}-{profile}-{number + 1:02}"
        local = [one for one in furniture if one.city in ("", city)]
        yield make_page(dealt, local, profile, f"{seed}-{number}", page_id)


def _deal_cities(dice: Random) -> Iterator[str]:
    while True:
        yield from dice.sample(HOME_CITIES, len(HOME_CITIES))


def _fits(article: Article, city: str) -> bool:
    """Stories of the other home city stay out: its zones (高新区, 开发区) are told by the page's city."""
    return article.city == city or article.city not in HOME_CITIES


class _Deck:
    """A shuffled stack of articles by kind; one that is empty is shuffled anew."""

    def __init__(self, articles: Sequence[Article], dice: Random) -> None:
        self._dice = dice
        self._all = {kind: [one for one in articles if one.kind == kind] for kind in _KINDS}
        self._left: dict[str, list[Article]] = {kind: [] for kind in _KINDS}

    def deal(self) -> list[Article]:
        stories = self._take("article", self._dice.choice(STORIES))
        notices = self._take("notice", self._dice.choice(NOTICES))
        others = [self._take(kind, self._dice.choice(OTHERS)) for kind in ("advertisement", "caption")]
        return [*stories, *notices, *(one for some in others for one in some)]

    def _take(self, kind: str, count: int) -> list[Article]:
        taken: list[Article] = []
        for _ in range(min(count, len(self._all[kind]))):
            if not self._left[kind]:
                fresh = [one for one in self._all[kind] if one not in taken]
                self._left[kind] = self._dice.sample(fresh, len(fresh))
            taken.append(self._left[kind].pop())
        return taken


_KINDS = ("article", "notice", "advertisement", "caption")

"""Queries of the nine classes of research on Chinese search engines, drawn from the corpus with a fixed seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

import jieba.posseg
from opencc import OpenCC

from tests.search_index.bench.corpus import Article

# 中华人民共和国
HAN = re.compile(r"[\u4e00-\u9fff]+")
# 784亿元, 2023年1月, 12.5%, 3月15日, G20
NUMBER = re.compile(r"\d+(?:\.\d+)?(?:年(?:\d+月)?|月(?:\d+日)?|日|亿|万|%|人|元|个)")


@dataclass(frozen=True, slots=True)
class Query:
    """A query, and the article it was drawn from."""

    kind: str
    text: str
    source: str | int


Draw = Callable[[random.Random, Article], str | None]


def draw_queries(articles: list[Article], each: int, seed: int) -> list[Query]:
    """Return `each` distinct queries of every class."""
    return [
        query for kind, draw in CLASSES.items() for query in islice(_draw(kind, draw, articles, seed), each)
    ]


def _draw(kind: str, draw: Draw, articles: list[Article], seed: int) -> Iterator[Query]:
    chance = random.Random(f"{seed} {kind}")
    seen: set[str] = set()
    for _ in range(100_000):
        article = chance.choice(articles)
        text = draw(chance, article)
        if text and text not in seen:
            seen.add(text)
            yield Query(kind, text, article.id)


def _substring(least: int, most: int) -> Draw:
    def draw(chance: random.Random, article: Article) -> str | None:
        length = chance.randint(least, most)
        runs = [run for run in HAN.findall(article.body) if len(run) >= length]
        if not runs:
            return None
        run = chance.choice(runs)
        start = chance.randrange(len(run) - length + 1)
        return str(run[start : start + length])

    return draw


def _words(chance: random.Random, article: Article, tag: str, count: int) -> str | None:
    start = chance.randrange(max(1, len(article.body) - 150))
    tagged = jieba.posseg.cut(article.body[start : start + 150])
    words = sorted({pair.word for pair in tagged if pair.flag == tag and HAN.fullmatch(pair.word)})
    words = [word for word in words if 2 <= len(word) <= 4 and word in article.body]
    return " ".join(chance.sample(words, count)) if len(words) >= count else None


def _title(_: random.Random, article: Article) -> str | None:
    title = article.title.strip()
    return title if len(title) >= 6 and '"' not in title and not title.startswith(("-", "“")) else None


def _number(chance: random.Random, article: Article) -> str | None:
    numbers = NUMBER.findall(article.body)
    return chance.choice(numbers) if numbers else None


def _traditional(chance: random.Random, article: Article) -> str | None:
    text = _substring(2, 5)(chance, article)
    changed = OpenCC("s2t").convert(text) if text else None
    return changed if changed and changed != text and OpenCC("t2s").convert(changed) == text else None


CLASSES: dict[str, Draw] = {
    "2 characters": _substring(2, 2),
    "3-4": _substring(3, 4),
    "6-10": _substring(6, 10),
    "noun": lambda chance, article: _words(chance, article, "n", 1),
    "name": lambda chance, article: _words(chance, article, "nr", 1),
    "two words": lambda chance, article: _words(chance, article, "n", 2),
    "exact title": _title,
    "number, date": _number,
    "traditional": _traditional,
}

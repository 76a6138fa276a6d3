"""An article as a person writes it down: a header of `key: value` lines, an empty line, the paragraphs.

A line of the body is a paragraph, a line that begins with `## ` a subhead. Every key may be left out but
`kind`; lists are parted by `; `, accepted headlines by ` || `. Keys beside the ledger's fields:

- `byline_place`: closing (glued to the last paragraph), closing_line, before_body, after_lead, dateline, none
- `counties`: the main one first, or `-` when the story has none and only names some
- `caption`: the caption of a photograph that goes with the article
- furniture only: `place` (top, middle, bottom, web; by its words when left out), `newspaper` and `date`
  as a masthead tells them
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from itertools import accumulate
from pathlib import Path
from typing import Any

KINDS = ("article", "notice", "advertisement", "furniture", "caption")
BYLINE_PLACES = ("closing", "closing_line", "before_body", "after_lead", "dateline", "none")
PLACES = ("top", "middle", "bottom", "web")
LISTS = {
    "headline_accept": "||",
    "reporters": ";",
    "correspondents": ";",
    "authors": ";",
    "counties": ";",
    "topics": ";",
    "topics_accept": ";",
}
CHOICES = {"kind": KINDS, "byline_place": BYLINE_PLACES, "place": PLACES}
TELLING_WORDS = {
    "top": re.compile(r"星期[一二三四五六日]|\d{4}年\d+月\d+日"),  # 2022年9月14日 星期三
    "bottom": re.compile(r"责编|编辑|校对|组版|美编|印刷|零售"),  # 责任编辑：单文静 美编：路遥
    "web": re.compile(r"版权|上一篇|下一篇|推荐|分享"),  # 上一篇 下一篇 返回目录
}
SUBHEAD = "## "
# Stands between the articles of a collection.
PARTED = "\n\n---\n\n"


class ArticleError(Exception):
    """An article file that cannot be read; the message names the file, the line and what to do."""


@dataclass(frozen=True, slots=True)
class Article:
    name: str
    kind: str = "article"
    headline: str = ""
    headline_accept: tuple[str, ...] = ()
    kicker: str = ""
    deck: str = ""
    section: str = ""
    byline: str = ""
    byline_place: str = "none"
    reporters: tuple[str, ...] = ()
    correspondents: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    dateline: str = ""
    city: str = ""
    counties: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    topics_accept: tuple[str, ...] = ()
    caption: str = ""
    place: str = "middle"
    newspaper: str = ""
    date: str = ""
    body: tuple[str, ...] = ()


PROSE_ENDS = frozenset("。！？!?…”’）)")


def is_list(article: Article) -> bool:
    """Whether two lines of the body and more end as no sentence does: verse, tables, lists."""
    paragraphs = (line for line in article.body if not line.startswith(SUBHEAD))
    return article.kind == "article" and sum(line[-1] not in PROSE_ENDS for line in paragraphs) > 1


KEYS = frozenset(one.name for one in fields(Article)) - {"name", "body"}


def read_articles(folder: Path) -> list[Article]:
    """All articles of a folder in order of their file names; raises ArticleError."""
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise ArticleError(f"{folder}: no article files (*.txt) here")
    return [read_article(path) for path in paths]


def read_article(path: Path) -> Article:
    """One article; raises ArticleError for an unknown key or value."""
    return _parse(path.stem, _read_text(path), f"{path.name}, line ", 1)


def read_collection(path: Path) -> list[Article]:
    """All articles of a file, each parted from the next by a line `---`; raises ArticleError."""
    parts = _read_text(path).split(PARTED)
    firsts = accumulate((part.count("\n") + PARTED.count("\n") for part in parts), initial=1)
    return [
        _parse(f"{path.stem}-{number}", part, f"{path.name}, line ", first)
        for number, (part, first) in enumerate(zip(parts, firsts, strict=False), 1)
    ]


def _read_text(path: Path) -> str:
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")


def _parse(name: str, text: str, place: str, first: int) -> Article:
    head, _, body = text.partition("\n\n")
    values: dict[str, Any] = {}
    for number, line in enumerate(head.split("\n"), first):
        key, colon, value = line.partition(":")
        where = f"{place}{number}"
        if not colon or key.strip() not in KEYS:
            raise ArticleError(
                f"{where}: “{line}” is no `key: value`; the keys are {', '.join(sorted(KEYS))}"
            )
        values[key.strip()] = _read_value(where, key.strip(), value.strip())
    if values.get("byline") and values.get("byline_place", "none") == "none":
        values["byline_place"] = "closing" if values["byline"][0] in "(（" else "closing_line"
    if values.get("kind") == "furniture":
        values.setdefault("place", guess_place(body))
    paragraphs = tuple(line.strip() for line in body.split("\n") if line.strip())
    return Article(name=name, body=paragraphs, **values)


def guess_place(furniture: str) -> str:
    """Where such furniture stands: a masthead at the top, credits at the bottom, others in the middle."""
    return next((place for place, words in TELLING_WORDS.items() if words.search(furniture)), "middle")


def _read_value(where: str, key: str, value: str) -> str | tuple[str, ...]:
    if key in CHOICES and value not in CHOICES[key]:
        raise ArticleError(f"{where}: {key} is “{value}”; write one of {', '.join(CHOICES[key])}")
    if key in LISTS:
        return tuple(part.strip() for part in value.split(LISTS[key]) if part.strip())
    return value

"""The articles that are measured on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from plugins.search_index.folding import fold


@dataclass(frozen=True, slots=True)
class Article:
    """One article, as it is and folded."""

    id: str | int
    title: str
    body: str
    folded_title: str
    folded_body: str

    def holds(self, folded: str) -> bool:
        return folded in self.folded_title or folded in self.folded_body


def read_articles(path: Path, most: int) -> list[Article]:
    """Read the first articles of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, most)]
    return [
        Article(row["id"], row["title"], row["body"], fold(row["title"]), fold(row["body"])) for row in rows
    ]


def find_truth(articles: list[Article], query: str) -> list[str | int]:
    """Return the ids of the articles that hold every word of the query, by plain substring search."""
    words = fold(query).split()
    found = articles
    for word in words:
        found = [article for article in found if article.holds(word)]
    return [article.id for article in found]

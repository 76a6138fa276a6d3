"""The articles that are measured on."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import zstandard

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


class CorpusError(Exception):
    """The corpus cannot be read; the message says where and what to do."""


def copy_corpus(corpus: Path, most: int, part: Path) -> None:
    """Write the first lines of a JSON Lines file, plain or packed (.gz, .zst), to a plain one. Raises CorpusError."""
    opener = {".gz": gzip.open, ".zst": zstandard.open}.get(corpus.suffix, open)
    try:
        with opener(corpus, "rb") as packed, part.open("wb") as out:
            out.writelines(islice(io.BufferedReader(packed), most))
    except (OSError, EOFError, zlib.error, zstandard.ZstdError) as error:
        raise CorpusError(f"{corpus}: cannot be read ({error}); name a JSON Lines corpus") from error


def read_articles(path: Path) -> list[Article]:
    """Read the articles of a JSON Lines file. Raises CorpusError with the line of one that is none."""
    articles = []
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                title, body = str(row["title"]), str(row["body"])
                articles.append(Article(row["id"], title, body, fold(title), fold(body)))
            except (ValueError, KeyError, TypeError) as error:
                raise CorpusError(
                    f"corpus, line {number}: is no article ({error}); write {{id, title, body}} on each line"
                ) from error
    return articles


def find_truth(articles: list[Article], query: str) -> list[str | int]:
    """Return the ids of the articles that hold every word of the query, by plain substring search."""
    words = fold(query).split()
    found = articles
    for word in words:
        found = [article for article in found if article.holds(word)]
    return [article.id for article in found]

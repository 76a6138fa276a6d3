"""What is measured, and what all steps of the measurement share."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from tests.search_index.bench.corpus import Article
from tests.search_index.bench.queries import Query


@dataclass(frozen=True, slots=True)
class Task:
    """What to measure."""

    corpus: Path
    articles: int
    queries: int
    fresh: int
    seed: int
    chromium: str | None
    pagefind: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """What all steps share."""

    task: Task
    folder: Path
    console: Console
    articles: list[Article]
    queries: list[Query]
    truth: dict[str, list[str | int]]

    @property
    def index(self) -> Path:
        return self.folder / "index"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def fresh_queries(self) -> list[Query]:
        """The first queries of each class."""
        count: dict[str, int] = defaultdict(int)
        kept = []
        for query in self.queries:
            count[query.kind] += 1
            if count[query.kind] <= self.task.fresh:
                kept.append(query)
        return kept

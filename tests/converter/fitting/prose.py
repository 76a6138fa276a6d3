"""Prose: the counts of runs of characters in the texts that are learned from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.converter.language.prose import ORDER, START, ProseModel, normalize
from tests.converter.page_maker.article import SUBHEAD, Article
from tests.converter.page_maker.gold import GoldItem

# Runs of one, two and three characters that were met less often are not kept: they tell little and are many.
LEAST = (1, 2, 8)


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Counts without those of some texts: what a text tells of itself is no news of it."""

    counts: Mapping[str, int]
    own: Mapping[str, int]

    def count(self, run: str) -> int:
        """How often a run was met in the other texts; 0 where that was too seldom to be kept."""
        met = self.counts.get(run, 0) - self.own.get(run, 0)
        return met if met >= LEAST[len(run) - 1] else 0


def count_articles(articles: Iterable[Article]) -> Counter[str]:
    """Count the runs in the paragraphs of articles."""
    return _count(line for one in articles for line in one.body if not line.startswith(SUBHEAD))


def count_items(items: Iterable[GoldItem]) -> Counter[str]:
    """Count the runs in the paragraphs of a page's items."""
    return _count(paragraph for item in items for paragraph in item.paragraphs)


@dataclass(frozen=True, slots=True)
class CountedProse:
    """All runs that were counted, and how many characters they are of."""

    counts: Mapping[str, int]
    characters: int

    def hold_out(self, items: Iterable[GoldItem]) -> ProseModel:
        """The model of all texts that were counted but these."""
        return self.without(count_items(items))

    def without(self, own: Mapping[str, int]) -> ProseModel:
        """The model of all texts that were counted but those that have the given counts."""
        return ProseModel(HeldOut(self.counts, own), self.characters)


def collect_prose(counts: Mapping[str, int]) -> CountedProse:
    """The runs with the number of their characters."""
    return CountedProse(counts, sum(count for run, count in counts.items() if len(run) == 1))


def write_counts(path: Path, counts: Mapping[str, int]) -> None:
    """Write a row for each run that others follow: the run, a tab, each character that follows with its count."""
    rows: dict[str, list[str]] = {}
    for run, count in sorted(counts.items()):
        if count >= LEAST[len(run) - 1]:
            rows.setdefault(run[:-1], []).append(f"{run[-1]}{count}")
    lines = (f"{run}\t{''.join(row)}\n" for run, row in sorted(rows.items()))
    path.write_text("".join(lines), encoding="utf-8")


def _count(paragraphs: Iterable[str]) -> Counter[str]:
    return Counter(run for paragraph in paragraphs for run in _list_runs(START + normalize(paragraph)))


def _list_runs(text: str) -> Iterator[str]:
    for length in range(1, ORDER + 1):
        for start in range(len(text) - length + 1):
            yield text[start : start + length]

"""A set of pages measured as a whole and in parts: pages without and with interleaved articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.converter.evaluation.matching import Match, PageMatch
from tests.converter.evaluation.scores import Scores, score_pages


@dataclass(frozen=True, slots=True)
class Measured:
    """Scores and the numbers of pages and articles, by the name of a group."""

    scores: Mapping[str, Scores]
    counts: Mapping[str, tuple[int, int]]

    def __or__(self, other: Measured) -> Measured:
        return Measured({**self.scores, **other.scores}, {**self.counts, **other.counts})


def measure_groups(name: str, pages: Sequence[PageMatch], parts: bool = True) -> Measured:
    """The whole set, and with `parts` its easy pages, its interleaved pages and the interleaved articles."""
    groups = {name: pages}
    if parts:
        groups[f"{name}, easy"] = [page for page in pages if not page.page.interleaved]
        groups[f"{name}, interleaved"] = [page for page in pages if page.page.interleaved]
    scores = {group: score_pages(some) for group, some in groups.items()}
    counts = {group: (len(some), _count_articles(some)) for group, some in groups.items()}
    crossed = groups.get(f"{name}, interleaved")
    if crossed:
        group = f"{name}, interleaved articles"
        scores[group] = score_pages(crossed, lambda match: match.is_interleaved)
        counts[group] = (len(crossed), _count_articles(crossed, lambda match: match.is_interleaved))
    return Measured(scores, counts)


def measure_profiles(name: str, pages: Sequence[PageMatch]) -> Measured:
    """The pages of each noise profile alone."""
    profiles = sorted({page.page.profile for page in pages if page.page.profile})
    groups = {
        f"{name}, {one} noise": [page for page in pages if page.page.profile == one] for one in profiles
    }
    scores = {group: score_pages(some) for group, some in groups.items()}
    return Measured(scores, {group: (len(some), _count_articles(some)) for group, some in groups.items()})


def _count_articles(pages: Sequence[PageMatch], only: Callable[[Match], bool] = lambda _: True) -> int:
    return sum(match.gold.kind == "article" and only(match) for page in pages for match in page.matches)

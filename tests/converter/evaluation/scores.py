"""What a set of pages scores: shares of right fields, F1 of texts and names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from math import ceil

from tests.converter.evaluation.clusters import BCubed
from tests.converter.evaluation.fields import (
    is_city_right,
    is_county_right,
    is_headline_right,
    is_topic_right,
    list_names,
    squeeze,
)
from tests.converter.evaluation.matching import TELLING_KINDS, Match, PageMatch
from tests.converter.evaluation.reading import ReadItem
from tests.converter.page_maker.gold import GoldItem

LEAST_CERTAIN = 5  # one fifth


@dataclass(frozen=True, slots=True)
class Scores:
    """Shares between 0 and 1; None where there was nothing to measure."""

    exact: float | None
    bcubed: float | None
    headline: float | None
    paragraphs: float | None
    byline: float | None
    kind: float | None
    city: float | None
    county: float | None
    topic: float | None
    incomplete_precision: float | None
    incomplete_recall: float | None
    wrong_in_least_certain: float | None
    lossless: float | None


SCORE_NAMES = tuple(one.name for one in fields(Scores))


def score_pages(pages: Sequence[PageMatch], only: Callable[[Match], bool] = lambda _: True) -> Scores:
    """Score pages; `only` narrows what is counted by item, B-cubed and losslessness are of whole pages."""
    matches = [match for page in pages for match in page.matches if only(match)]
    articles = [match for match in matches if match.gold.kind == "article"]
    telling = [match for match in matches if match.gold.kind in TELLING_KINDS]
    return Scores(
        exact=_share(match.is_exact for match in articles),
        bcubed=sum((page.bcubed for page in pages), BCubed()).f1 if pages else None,
        headline=_share(_is_right(match, is_headline_right) for match in articles),
        paragraphs=_f1([_compare(match, _list_paragraphs) for match in telling]),
        byline=_f1([_compare(match, lambda item: list_names(item.byline)) for match in telling]),
        kind=_share(match.found is not None and match.found.kind == match.gold.kind for match in matches),
        city=_share(_is_right(match, is_city_right) for match in telling),
        county=_share(_is_right(match, is_county_right) for match in telling if _tells_county(match.gold)),
        topic=_share(_is_right(match, is_topic_right) for match in telling),
        incomplete_precision=_share(m.gold.incomplete for m in articles if m.found and m.found.incomplete),
        incomplete_recall=_share(bool(m.found and m.found.incomplete) for m in articles if m.gold.incomplete),
        wrong_in_least_certain=_measure_certainty(articles),
        lossless=_share(page.is_lossless for page in pages),
    )


def _is_right(match: Match, test: Callable[..., bool]) -> bool:
    return match.found is not None and test(match.gold, match.found)


def _tells_county(gold: GoldItem) -> bool:
    """A notice of a marked page that names no county says nothing of it: its writer left it untold."""
    return gold.kind == "article" or gold.county is not None


def _list_paragraphs(item: GoldItem | ReadItem) -> Iterable[str]:
    return map(squeeze, item.paragraphs)


def _compare(match: Match, read: Callable[..., Iterable[object]]) -> tuple[int, int, int]:
    """How many of the values are in both, in the gold, in the reading."""
    gold = Counter(read(match.gold))
    found = Counter(read(match.found)) if match.found else Counter[object]()
    return (gold & found).total(), gold.total(), found.total()


def _f1(counts: Sequence[tuple[int, int, int]]) -> float | None:
    right, gold, found = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    return 2 * right / (gold + found) if gold + found else None


def _share(answers: Iterable[bool]) -> float | None:
    known = list(answers)
    return sum(known) / len(known) if known else None


def _measure_certainty(articles: Sequence[Match]) -> float | None:
    """The share of the wrong articles that is among the least certain fifth of all."""
    ranked = sorted(articles, key=lambda match: match.found.confidence if match.found else 0.0)
    wrong = [not match.is_exact for match in ranked]
    doubtful = wrong[: ceil(len(wrong) / LEAST_CERTAIN)]
    return sum(doubtful) / sum(wrong) if any(wrong) else None

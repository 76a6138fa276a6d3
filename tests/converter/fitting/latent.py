"""Latent space: vectors of terms by a singular value decomposition of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.linalg import svds

from plugins.converter.language.characters import is_han
from plugins.converter.language.latent_space import LIMIT, LatentSpace, count_terms
from plugins.converter.language.words import cut_words
from tests.converter.fitting.folds import FOLDS, find_fold
from tests.converter.page_maker.article import SUBHEAD, Article
from tests.converter.page_maker.gold import GoldPage

DIMENSIONS = 100
# Terms of fewer articles keep too little company.
LEAST = 7
# Rare terms tell most: their inverse document frequency counts squared, in articles and in texts to be placed alike.
RARITY = 2.0
# A coordinate that only three in a hundred exceed is the greatest that is told apart: this does better than the exact
# numbers.
GREATEST = 0.97


class Document(NamedTuple):
    """The terms of an article, and the fold of its writer; -1 for one that no page is made of."""

    terms: Counter[str]
    fold: int


def list_documents(articles: Iterable[Article], are_dealt: bool) -> Iterator[Document]:
    """The articles as documents; pages are made of those that `are_dealt`."""
    for one in articles:
        if one.kind == "article":
            texts = [one.headline, *(line.removeprefix(SUBHEAD) for line in one.body)]
            yield Document(_count_terms(texts), find_fold(one.name) if are_dealt else -1)


def list_page_documents(page: GoldPage) -> Iterator[Document]:
    """The articles of a page as documents."""
    for item in page.items:
        if item.kind == "article":
            texts = [item.headline or "", *item.subheads, *item.paragraphs]
            yield Document(_count_terms(texts), find_fold(page.id))


def _count_terms(texts: Iterable[str]) -> Counter[str]:
    counts = Counter[str]()
    for text in texts:
        counts.update(count_terms(text, cut_words(text)))
    return Counter({term: times for term, times in counts.items() if is_han(term[0])})


def fit_space(documents: Sequence[Document]) -> LatentSpace:
    """The space of the terms of so many articles; the sign of each dimension is that of its greatest coordinate."""
    met = Counter(term for document in documents for term in document.terms)
    terms = sorted(term for term, times in met.items() if times >= LEAST)
    rows = {term: row for row, term in enumerate(terms)}
    rarity = (1.0 + np.log((1 + len(documents)) / (1 + np.array([met[term] for term in terms])))) ** RARITY
    weighed = _weigh(documents, rows, rarity)
    size = min(DIMENSIONS, *(2 * ((side - 1) // 2) for side in weighed.shape))
    _, strengths, axes = svds(weighed, k=size, v0=np.ones(min(weighed.shape)))
    axes = axes[np.argsort(-strengths)]
    greatest = np.abs(axes).argmax(axis=1)
    axes *= np.sign(axes[np.arange(size), greatest])[:, None]
    vectors = axes.T * rarity[:, None]
    scaled = np.rint(vectors / np.quantile(np.abs(vectors), GREATEST) * LIMIT)
    return LatentSpace(rows, np.clip(scaled, -LIMIT, LIMIT).astype(np.int8))


def _weigh(documents: Sequence[Document], rows: dict[str, int], rarity: NDArray[np.float64]) -> csr_array:
    """Articles as rows of length 1: each term by the logarithm of its count and by its rarity."""
    values: list[float] = []
    columns: list[int] = []
    ends = [0]
    for document in documents:
        known = [(rows[term], times) for term, times in document.terms.items() if term in rows]
        some = [column for column, _ in known]
        weights = rarity[some] * (1.0 + np.log([times for _, times in known]))
        values.extend(weights / max(1e-9, float(np.linalg.norm(weights))))
        columns.extend(some)
        ends.append(len(columns))
    return csr_array((values, columns, ends), shape=(len(documents), len(rows)))


def fit_fold_spaces(documents: Sequence[Document]) -> tuple[LatentSpace, ...]:
    """A space for the pages of each fold: learned from the articles of all others."""
    return tuple(fit_space([one for one in documents if one.fold != fold]) for fold in range(FOLDS))

"""Documents to postings: which term stands in which document, how weightily, and whether in the title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from plugins.search_index.bridges import bridge_codes, find_bridges
from plugins.search_index.codes import (
    BRIDGE,
    COMMON,
    LONG,
    RARE,
    SINGLE,
    Codes,
    code_terms,
    join_terms,
    pair_terms,
    quad_codes,
    single_codes,
    triple_terms,
)
from plugins.search_index.documents import Document
from plugins.search_index.folding import Units, fold_units, to_units
from plugins.search_index.segments import Span
from plugins.search_index.terms import Flags, mark_quads, mark_runs, mark_triples

Keys = npt.NDArray[np.uint64]

# A key is code (32 bits) | document number (24) | title length, 0 where the title lacks the term (6) | weight (2).
CODE_SHIFT, DOCUMENT_SHIFT, TITLE_SHIFT = np.uint64(32), np.uint64(8), np.uint64(2)
MAX_DOCUMENTS = 1 << 24

# Documents handled at once: enough to keep numpy busy, few enough to stay within some tens of megabytes.
_BATCH = 1024

# Longer titles count as so long: the length tells short titles from long ones and a title that is the query from
# one that holds it; among titles this long there are hardly two that share a query's terms.
LONGEST_TITLE = 32

# Weight classes end at these values of BM25's term frequency part (k1 = 1.2, b = 0.75, Robertson and Zaragoza 2009)
# with a typical length instead of the archive's mean, so that a segment's bytes never depend on another segment.
_WEIGHT_CLASSES = (1.05, 1.4, 1.7)
_TYPICAL_LENGTH = 600.0


@dataclass(frozen=True, slots=True)
class Batch:
    """The sorted keys of some neighbouring documents, by the name of their family."""

    span: Span
    keys: Mapping[str, Keys]


def collect_batches(documents: Iterable[Document]) -> Iterator[Batch]:
    """Yield the keys of all documents, batch by batch; document numbers count from 0."""
    batch: list[Document] = []
    first = 0
    for document in documents:
        batch.append(document)
        if len(batch) == _BATCH:
            yield _collect_batch(batch, first)
            first += len(batch)
            batch = []
    if batch:
        yield _collect_batch(batch, first)


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of some neighbouring documents one behind the other, folded, and where each lies.

    `inside` says which units stand in a run, `owners` names each unit's document, from 0 in this batch.
    """

    first: int
    folded: Units
    inside: Flags
    lengths: npt.NDArray[np.int64]
    titles: npt.NDArray[np.int64]
    owners: npt.NDArray[np.uint64]
    in_title: npt.NDArray[np.bool_]


def read_texts(documents: Sequence[Document], first: int) -> Texts:
    """Fold the texts of a batch; a newline parts title from body and document from document."""
    texts = [to_units(f"{document.title}\n{document.body}\n") for document in documents]
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    titles = np.array([len(to_units(document.title)) for document in documents], dtype=np.int64)
    folded = fold_units(np.concatenate(texts))
    owners = np.repeat(np.arange(len(documents), dtype=np.uint64), lengths)
    starts = np.cumsum(lengths) - lengths
    in_title = np.arange(len(folded)) < np.repeat(starts + titles, lengths)
    return Texts(first, folded, mark_runs(folded), lengths, titles, owners, in_title)


def _collect_batch(documents: list[Document], first: int) -> Batch:
    """Cut the texts of a batch into terms."""
    texts = read_texts(documents, first)
    folded, inside = texts.folded, texts.inside
    paired = np.flatnonzero(inside[:-1] & inside[1:])
    tripled = np.flatnonzero(mark_triples(folded, inside))
    pairs = pair_terms(folded[paired], folded[paired + 1])
    triples = triple_terms(folded[tripled], folded[tripled + 1], folded[tripled + 2])
    quads = np.flatnonzero(mark_quads(folded, inside))
    common, codes = code_terms(join_terms(pairs, triples))
    places = np.concatenate([paired, tripled])
    bridges, behind = find_bridges(folded, inside)
    shown = np.flatnonzero(folded > 0x20)
    keys = {
        COMMON.name: build_keys(codes[common], places[common], texts),
        RARE.name: build_keys(codes[~common], places[~common], texts),
        LONG.name: build_keys(quad_codes(*(folded[quads + place] for place in range(4))), quads, texts),
        BRIDGE.name: build_keys(bridge_codes(folded, bridges, behind), bridges, texts),
        SINGLE.name: build_keys(single_codes(folded[shown]), shown, texts),
    }
    return Batch(Span(first, first + len(documents)), keys)


def build_keys(codes: Codes, places: npt.NDArray[np.int64], texts: Texts) -> Keys:
    """Count each term in each document and return the sorted keys."""
    owners = texts.owners[places]
    bare = codes.astype(np.uint64) << CODE_SHIFT | (owners + np.uint64(texts.first)) << DOCUMENT_SHIFT
    keys, counts = np.unique(bare, return_counts=True)
    local = (keys >> DOCUMENT_SHIFT & np.uint64(MAX_DOCUMENTS - 1)).astype(np.int64) - texts.first
    flags = weigh(counts, texts.lengths[local])
    titled = np.searchsorted(keys, np.unique(bare[texts.in_title[places]]))
    lengths = np.minimum(texts.titles[local[titled]], LONGEST_TITLE)
    flags[titled] |= lengths.astype(np.uint64) << TITLE_SHIFT
    return keys | flags


def merge_keys(keys: Keys) -> Keys:
    """Return the keys sorted, of each code and document the one that says most: in the title, the weightiest."""
    keys = np.sort(keys)
    # A 0 behind the last key would hide a last key of 0: the first code in the first document.
    follows = np.diff(keys >> DOCUMENT_SHIFT) != 0
    last: Keys = keys[np.append(follows, True)[: len(keys)]]
    return last


def weigh(counts: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]) -> Keys:
    """Return the weight class, 0 to 3, of terms that stand so often in documents of these lengths."""
    spread = 1.2 * (0.25 + 0.75 * lengths / _TYPICAL_LENGTH)
    return np.searchsorted(_WEIGHT_CLASSES, 2.2 * counts / (counts + spread)).astype(np.uint64)

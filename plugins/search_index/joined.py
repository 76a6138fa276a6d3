"""Joined terms: three units of a run whose two pairs are both frequent (FORMAT.md, "Terms").

人员 and 员在 stand in a great many articles that do not hold 人员在; the list of the three units together leaves these
out before any text is read. They are wanted only where both pairs are frequent, which costs 60 bytes an article; all
triples would cost more than the whole of the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from plugins.search_index.codes import LONG, Codes, code_terms, pair_terms, quad_codes
from plugins.search_index.documents import Document
from plugins.search_index.folding import Units
from plugins.search_index.frequent import FrequentPairs
from plugins.search_index.postings import Batch, Texts, build_keys, merge_keys, read_texts
from plugins.search_index.terms import mark_triples


def joined_codes(first: Units, second: Units, third: Units) -> Codes:
    """Return the codes of joined terms: those of quads whose last unit is 0, which stands in no run."""
    return quad_codes(first, second, third, np.zeros_like(first))


def add_joined(
    batches: Sequence[Batch], documents: Sequence[Document], frequent: FrequentPairs
) -> Iterator[Batch]:
    """Yield the batches with joined terms among the long ones."""
    for batch in batches:
        texts = read_texts(documents[batch.span.first : batch.span.end], batch.span.first)
        places = find_joined(texts, frequent)
        codes = joined_codes(*(texts.folded[places + place] for place in range(3)))
        keys = merge_keys(np.concatenate([batch.keys[LONG.name], build_keys(codes, places, texts)]))
        yield Batch(batch.span, {**batch.keys, LONG.name: keys})


def find_joined(texts: Texts, frequent: FrequentPairs) -> npt.NDArray[np.int64]:
    """Return where a joined term begins; triples of numbers are terms of their own already."""
    folded, inside = texts.folded, texts.inside
    paired = np.flatnonzero(inside[:-1] & inside[1:])
    common, codes = code_terms(pair_terms(folded[paired], folded[paired + 1]))
    joining = np.zeros(len(folded) + 1, dtype=np.bool_)
    joining[paired[common][frequent.are_joining(codes[common])]] = True
    other = ~mark_triples(folded, inside)
    return np.flatnonzero(joining[: len(other)] & joining[1 : len(other) + 1] & other)

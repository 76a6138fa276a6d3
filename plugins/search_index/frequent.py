"""A sketch of the frequent pairs: it tells the engine which of a query's pairs are rare before it fetches any.

It also says which pairs join: where two frequent pairs overlap, the three units stand in the index as a term of their
own, because the lists of the two pairs alone would let many false candidates through.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from plugins.search_index.bits import Numbers, gamma_words, list_words, pack_words
from plugins.search_index.codes import COMMON, Codes
from plugins.search_index.postings import CODE_SHIFT, DOCUMENT_SHIFT, MAX_DOCUMENTS, Batch
from plugins.search_index.segments import Span

# A level begins at this share of the documents: 2.4 %, 8 %. From 2 % on, joined terms took 13 bytes more an article and
# made no query lighter; nor did a level from 0.5 % on.
LEVELS = (42, 12)

# Slots of each level. About 2,900 terms reach the first, at 10,000 documents and at 100,000 (measured on Chinese news).
# Rare pairs that share a slot with them join too and give rare triples, which are dear: with half the slots the
# index grew by 8 bytes an article.
SLOTS = (1 << 17, 1 << 17)

# Below so many documents one in a hundred says nothing, and every file is small.
FEWEST_DOCUMENTS = 1024


class FrequentPairs:
    """Which slots of each level hold a term that reaches it."""

    def __init__(self, slots: Sequence[npt.NDArray[np.bool_]]) -> None:
        """Take the slots of levels 1 and 2; with none, all terms are rare."""
        self._slots = slots

    @classmethod
    def count(cls, batches: Sequence[Batch], span: Span, fewest: int = FEWEST_DOCUMENTS) -> FrequentPairs:
        """Count the common terms of one segment; with fewer documents than `fewest`, all are taken for rare."""
        if span.size < fewest:
            return cls(())
        counts = np.zeros(COMMON.room, dtype=np.uint32)
        for batch in batches:
            keys = batch.keys[COMMON.name]
            numbers = keys >> DOCUMENT_SHIFT & np.uint64(MAX_DOCUMENTS - 1)
            within = (numbers >= span.first) & (numbers < span.end)
            found, times = np.unique(keys[within] >> CODE_SHIFT, return_counts=True)
            counts[found] += times.astype(np.uint32)
        codes = np.flatnonzero(counts)
        shares = counts[codes].astype(np.int64)
        slots = [np.zeros(room, dtype=np.bool_) for room in SLOTS]
        for marked, share in zip(slots, LEVELS, strict=True):
            marked[codes[shares * share >= span.size] % len(marked)] = True
        return cls(slots)

    def are_joining(self, codes: Codes) -> npt.NDArray[np.bool_]:
        """Return which of these common terms are frequent enough to join with the one beside them."""
        if not self._slots:
            return np.zeros(len(codes), dtype=np.bool_)
        joining = [marked[codes % len(marked)] for marked in self._slots]
        flags: npt.NDArray[np.bool_] = np.logical_or.reduce(joining)
        return flags

    def pack(self) -> str:
        """Return for each level how many slots are marked and which, as base64; empty for a small archive."""
        if not self._slots:
            return ""
        words = []
        for marked in self._slots:
            places: Numbers = np.flatnonzero(marked)
            words += [gamma_words(np.array([len(places) + 1])), list_words(places, len(marked))]
        return base64.b64encode(pack_words(words)).decode("ascii")

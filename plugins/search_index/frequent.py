"""A sketch of the frequent pairs: it tells the engine which of a query's pairs are rare before it fetches any."""

from __future__ import annotations

import base64
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from plugins.search_index.bits import Numbers

# About 8,500 pairs stand in 0.5 % of the documents or more, at 10,000 documents and at 100,000 (measured on Chinese
# news). Twice as many slots made the manifest 1.8 KB heavier and no query lighter.
SLOTS = 1 << 13

# A level begins at this share of the documents: 0.5 %, 2 %, 8 %.
_LEVELS = (200, 50, 12)

# Below so many documents one in a hundred says nothing, and every file is small.
FEWEST_DOCUMENTS = 1024


class FrequentPairs:
    """Collects levels 0 to 3 for each slot; a slot has the level of its most frequent pair."""

    def __init__(self, documents: int) -> None:
        """Start with all pairs rare."""
        self._documents = documents
        self._levels = np.zeros(SLOTS, dtype=np.uint8)

    def add(self, codes: Numbers, counts: Numbers) -> None:
        """Take in pairs and the number of documents they stand in."""
        for level, share in enumerate(_LEVELS, start=1):
            slots = codes[counts * share >= self._documents] & (SLOTS - 1)
            self._levels[slots] = np.maximum(self._levels[slots], level)

    def pack(self) -> str:
        """Return the levels, four to a byte, lowest bits first, as base64; empty for a small archive."""
        if self._documents < FEWEST_DOCUMENTS:
            return ""
        quads: npt.NDArray[np.uint8] = self._levels.reshape(-1, 4)
        packed = sum(
            (quads[:, place] << np.uint8(2 * place) for place in range(4)), np.zeros(len(quads), np.uint8)
        )
        return base64.b64encode(packed.tobytes()).decode("ascii")


def count_pairs(codes: Numbers) -> Iterable[Numbers]:
    """Return the distinct codes of sorted postings and how many postings each has."""
    new = np.flatnonzero(np.diff(codes, prepend=-1))
    return codes[new], np.diff(np.append(new, len(codes)))

"""The postings of one family in one segment: how many shards they fill, and the shards' bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import isqrt

import numpy as np

from plugins.search_index.codes import SINGLE, Family
from plugins.search_index.postings import CODE_SHIFT, DOCUMENT_SHIFT, MAX_DOCUMENTS, Batch, Keys, merge_keys
from plugins.search_index.segments import Span
from plugins.search_index.shards import Layout, Postings, encode_shards

# Postings in a shard: its size grows with the square root of the segment, later with the fourth root: 1 KB at 800
# documents, 3 KB at 10,000, 5 KB at 100,000. A query fetches a shard for each pair and segment, so shards may not grow
# as fast as the archive; nor may their number.
_FEWEST_POSTINGS, _SQUARE_GROWTH, _FOURTH_GROWTH = 300, 12, 176

# Lists of single units are long and seldom asked for: fewer, larger shards.
_SINGLES_GROWTH = 8

# Postings encoded at once; bounds the memory of the build.
_BUCKET = 1 << 20


class SegmentKeys:
    """Takes a segment's part of all keys and encodes it, a bucket of shards at a time."""

    def __init__(self, family: Family, batches: Sequence[Batch], span: Span) -> None:
        """Keep the batches that reach into the segment."""
        self._batches = [
            batch for batch in batches if batch.span.first < span.end and batch.span.end > span.first
        ]
        self._family = family
        self._span = span
        self._shift = family.shift(span.size)
        self._room = family.room >> self._shift
        postings = sum(len(part) for part in self._cut(0, self._room))
        root = isqrt(span.size)
        size = max(_FEWEST_POSTINGS, min(_SQUARE_GROWTH * root, _FOURTH_GROWTH * isqrt(root)))
        self.shards = max(1, postings // (size * _SINGLES_GROWTH if family is SINGLE else size))
        self._buckets = -(-postings // _BUCKET) or 1

    def encode(self) -> Iterator[bytes]:
        """Yield the bytes of each shard."""
        layout = Layout(self._span.size, self.shards, self._room, self._family.weighted)
        edges = [self.shards * bucket // self._buckets for bucket in range(self._buckets + 1)]
        starts = layout.start(np.array(edges)).tolist()
        for (start, end), (low, high) in zip(pairwise(edges), pairwise(starts), strict=True):
            if start == end:
                continue
            keys = merge_keys(np.concatenate(list(self._cut(low, high))))
            postings = Postings.from_keys(keys, self._span.first)
            yield from encode_shards(postings, layout, range(start, end))

    def _cut(self, low: int, high: int) -> Iterator[Keys]:
        """Yield the keys with codes from `low` up to but without `high`, batch by batch."""
        for batch in self._batches:
            keys = batch.keys[self._family.name]
            first, last = (self._find(keys, code << self._shift) for code in (low, high))
            part = keys[first:last]
            if not (self._span.first <= batch.span.first and batch.span.end <= self._span.end):
                numbers = part >> DOCUMENT_SHIFT & np.uint64(MAX_DOCUMENTS - 1)
                part = part[(numbers >= self._span.first) & (numbers < self._span.end)]
            yield self._shorten(part)

    def _shorten(self, keys: Keys) -> Keys:
        """Return keys whose codes have no more bits than the segment keeps."""
        if not self._shift:
            return keys
        rest = keys & np.uint64((1 << int(CODE_SHIFT)) - 1)
        return keys >> CODE_SHIFT + np.uint64(self._shift) << CODE_SHIFT | rest

    @staticmethod
    def _find(keys: Keys, code: int) -> int:
        """Return where the keys of a code begin; the code behind the last one of 32 bits has no key."""
        return len(keys) if code >> 32 else int(np.searchsorted(keys, np.uint64(code) << CODE_SHIFT))

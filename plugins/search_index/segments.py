"""How an archive is cut into segments, so that new documents leave the old ones' files alone."""

from __future__ import annotations

from dataclasses import dataclass

# Below this many documents, one segment: rebuilding it is cheap, and a query asks fewer files.
SINGLE_SEGMENT = 2048

# A segment ends at a multiple of its step, the largest power of two below this share of the archive. With an eighth,
# the first segment is written anew once in 6 to 12 % of growth, and the last two together hold at most a quarter.
SHARE = 8


@dataclass(frozen=True, slots=True)
class Span:
    """The documents of one segment: numbers from `first`, up to but without `end`."""

    first: int
    end: int

    @property
    def size(self) -> int:
        """How many documents the segment holds."""
        return self.end - self.first


def cut_segments(documents: int, single: int = SINGLE_SEGMENT) -> list[Span]:
    """Cut so many documents into at most three segments; the cut depends on the count only, never on earlier builds."""
    if documents < max(single, SHARE):
        return [Span(0, documents)] if documents else []
    step = 1 << (documents // SHARE).bit_length() - 1
    small = max(step // SHARE, 1)
    spans, first = [], 0
    for end in (documents // step * step, documents // small * small, documents):
        if end > first:
            spans.append(Span(first, end))
            first = end
    return spans

"""Who owns which character, and B-cubed over these owners."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.converter.page_maker.gold import Span

NOBODY = -1
OPTIONAL = -2


@dataclass(frozen=True, slots=True)
class BCubed:
    """Sums over characters, so that pages add up: precision = correct_found / characters, recall alike."""

    precision_sum: float = 0.0
    recall_sum: float = 0.0
    characters: int = 0

    def __add__(self, other: BCubed) -> BCubed:
        return BCubed(
            self.precision_sum + other.precision_sum,
            self.recall_sum + other.recall_sum,
            self.characters + other.characters,
        )

    @property
    def f1(self) -> float:
        total = self.precision_sum + self.recall_sum
        if not total:
            return 0.0
        return 2 * self.precision_sum * self.recall_sum / (total * self.characters)


def list_owners(text: str, items: Sequence[Iterable[Span]]) -> list[int]:
    """The item that owns each character of the text that is not white space, NOBODY for none."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    owners = [NOBODY] * starts[-1]
    for number, spans in enumerate(items):
        for row, start, end in spans:
            base = starts[row - 1]
            owners[base + start : base + end] = [number] * (end - start)
    solid = (not char.isspace() for line in lines for char in line)
    return [owner for owner, is_solid in zip(owners, solid, strict=True) if is_solid]


def is_lossless(text: str, items: Sequence[Iterable[Span]]) -> bool:
    """Whether each character that is not white space lies in exactly one span."""
    lines = text.split("\n")
    seen = Counter(
        (line, column) for spans in items for line, start, end in spans for column in range(start, end)
    )
    return all(
        char.isspace() or seen[number, column] == 1
        for number, line in enumerate(lines, 1)
        for column, char in enumerate(line)
    )


def measure_bcubed(gold: Sequence[int], found: Sequence[int]) -> BCubed:
    """Character-weighted B-cubed (Bagga and Baldwin 1998) in time linear in the number of characters.

    For a character c the precision is |gold(c) and found(c)| / |found(c)|; all characters of one cell of
    the contingency table share it, so the sum over cells of n²/|found| is the sum over characters.
    """
    pairs = [(g, f) for g, f in zip(gold, found, strict=True) if g >= 0]
    cells = Counter(pairs)
    gold_sizes = Counter(g for g, _ in pairs)
    found_sizes = Counter(f for _, f in pairs)
    precision = sum(n * n / found_sizes[f] if f >= 0 else n for (_, f), n in cells.items())
    recall = sum((n * n if f >= 0 else n) / gold_sizes[g] for (g, f), n in cells.items())
    return BCubed(precision, recall, len(pairs))

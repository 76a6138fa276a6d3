"""What the fragments of a page are about, compared in the latent space."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from plugins.converter.language.latent_space import Matrix
from plugins.converter.scoring.line_cues import bucket

# Half of the long fragments are less alike to other articles than 0.1, and to their own than 0.57.
MIDDLE, STEP = 0.3, 0.1
# What all of a page tells of tells nothing of any two of its fragments.
COMMON = 0.5
# Within how many fragments a line finds what it belongs to.
NEIGHBOURS = 3
# An endless page has more sums than are worth keeping.
MOST_SUMS = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class FragmentVectors:
    """The place of each fragment in the latent space, as rows, and the same with length 1."""

    places: Matrix
    directions: Matrix
    _sums: dict[tuple[int, ...], Matrix] = field(default_factory=dict)

    def compare(self, some: tuple[int, ...], other: int) -> float:
        """The cosine between the sum of some fragments and another one; 0 where one of them is at 0."""
        total = self._sums.get(some)
        if total is None:
            if len(self._sums) >= MOST_SUMS:
                self._sums.clear()
            total = self._sums[some] = _direct(self.places[list(some)].sum(axis=0, keepdims=True))[0]
        return float(total @ self.directions[other])

    def find_likest(self, index: int, others: range) -> float:
        """The highest cosine between a fragment and one of others; 0 where there is none."""
        if not others:
            return 0.0
        return float((self.directions[others.start : others.stop] @ self.directions[index]).max())

    def compare_neighbours(self, distance: int) -> Sequence[float]:
        """The cosine between each fragment and the one that stands so far behind it."""
        here, there = self.directions[:-distance], self.directions[distance:]
        cosines: list[float] = np.einsum("ij,ij->i", here, there).tolist()
        return cosines


def place_fragments(places: Matrix) -> FragmentVectors:
    """The fragments of a page by their places, seen from half way to what the whole page is about."""
    if not len(places):
        return FragmentVectors(places, places)
    lengths, directions = _measure(places), _direct(places)
    seen = _direct((directions - COMMON * directions.mean(axis=0)) * (lengths > 0))
    return FragmentVectors(seen * lengths, seen)


def list_likeness_cues(vectors: FragmentVectors, sizes: Sequence[str]) -> list[tuple[str, ...]]:
    """Whether each fragment, of which the size is named, is about the same as the next ones and those before."""
    behind = [vectors.compare_neighbours(distance) for distance in range(1, NEIGHBOURS + 1)]
    return [_tell_neighbours(behind, index, size) for index, size in enumerate(sizes)]


def _tell_neighbours(behind: Sequence[Sequence[float]], index: int, size: str) -> tuple[str, ...]:
    """`behind[0]` has the cosines of each fragment and the next one, `behind[1]` of those and the next but one."""
    ahead = [some[index] for some in behind if index < len(some)]
    back = [some[index - distance] for distance, some in enumerate(behind, 1) if index >= distance]
    return (
        "Yb" + (bucket_likeness(back[0]) if back else "^") + size,
        "Yn" + (bucket_likeness(ahead[0]) if ahead else "$") + size,
        "Yd" + bucket_lead(max(ahead, default=0.0) - max(back, default=0.0)) + size,
    )


def bucket_likeness(cosine: float, width: float = 1.0) -> str:
    """A cosine as one of eleven buckets, each of so many steps."""
    return bucket(cosine - MIDDLE, STEP * width)


def bucket_lead(lead: float) -> str:
    """By how much one cosine is higher than another, as one of eleven buckets."""
    return bucket(lead, STEP)


def _measure(places: Matrix) -> Matrix:
    lengths: Matrix = np.linalg.norm(places, axis=1, keepdims=True)
    return lengths


def _direct(places: Matrix) -> Matrix:
    lengths = _measure(places)
    return np.divide(places, lengths, out=np.zeros_like(places), where=lengths > 0)

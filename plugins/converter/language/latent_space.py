"""Latent space: what a text is about, as a vector.

Two paragraphs of one story often share no word that tells (开镰, 机手; 亩产, 籽粒), but words that stand together in
other stories. Latent semantic analysis (Deerwester, Dumais and others 1990) finds such company: a singular value
decomposition of the words and characters of the articles written for this project gives each of them a vector, and a
text has the sum of its terms' vectors. `python -m tests.converter.fitting` makes the table anew.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

TABLE = Path(__file__).with_name("latent_space.tsv")
# A coordinate is a whole number from -LIMIT to LIMIT; two of them are written as one character, FIRST for the least.
LIMIT, FIRST = 4, ord("!")
LEVELS = 2 * LIMIT + 1

# Sums are of double precision, so that no machine rounds them into another bucket than the next.
Matrix = NDArray[np.float64]


def count_terms(text: str, words: Iterable[str]) -> Counter[str]:
    """How often a text that was cut into words has each term: words of two characters or more, and characters."""
    counts = Counter(text)
    counts.update(word for word in words if len(word) > 1)
    return counts


@dataclass(frozen=True, slots=True, eq=False)
class LatentSpace:
    """The vectors of terms: the row of each term, and the rows."""

    rows: Mapping[str, int]
    vectors: NDArray[np.int8]

    def place(self, texts: Sequence[Mapping[str, int]]) -> Matrix:
        """The vector of each text by how often it has each term, as rows; a text without any known term is at 0.

        A term that a text has n times counts 1 + ln n times.
        """
        places = np.zeros((len(texts), self.vectors.shape[1]), dtype=np.float64)
        for number, counts in enumerate(texts):
            rows, times = [], []
            for term, count in counts.items():
                row = self.rows.get(term)
                if row is not None:
                    rows.append(row)
                    times.append(count)
            if rows:
                places[number] = (1.0 + np.log(times)) @ self.vectors[rows]
        return places


@cache
def load_latent_space() -> LatentSpace:
    """The learned space; read once. Raises ValueError with file and line for a row that is none."""
    return read_space(TABLE)


def read_space(path: Path) -> LatentSpace:
    """Read a table of rows: a term, a tab, its coordinates. Raises ValueError with file and line."""
    rows: dict[str, int] = {}
    coordinates: list[str] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        term, tab, vector = line.partition("\t")
        if not tab or (coordinates and len(vector) != len(coordinates[0])) or not vector.isascii():
            raise ValueError(
                f"{path.name}:{number}: not a row of a term and its coordinates; make the table anew with "
                "python -m tests.converter.fitting"
            )
        rows[term] = number - 1
        coordinates.append(vector)
    written = np.frombuffer("".join(coordinates).encode("ascii"), dtype=np.uint8).astype(np.int8) - FIRST
    pairs = np.stack(np.divmod(written, LEVELS), axis=1)
    return LatentSpace(rows, pairs.reshape(len(rows), -1) - LIMIT)


def write_space(path: Path, space: LatentSpace) -> None:
    """Write a space, a row for each term, in order: an even number of whole coordinates from -LIMIT to LIMIT."""
    levels = space.vectors + LIMIT
    written = (levels[:, 0::2] * LEVELS + levels[:, 1::2] + FIRST).astype(np.uint8)
    lines = (
        f"{term}\t{written[row].tobytes().decode('ascii')}\n" for term, row in sorted(space.rows.items())
    )
    path.write_text("".join(lines), encoding="utf-8")

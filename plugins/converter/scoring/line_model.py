"""The line model: what kind of line a text is, by its characters alone.

Forms (`parsers/`) know what they were written for; papers name their columns and sell their wares in ever new words.
So a log-linear model of characters and pairs of them, learned from the lines of marked pages and from lists of lines
(`python -m tests.converter.fitting`), says beside them how likely each kind is. It does not know what stands around
the line: that is for the other cues.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, compress, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from plugins.converter.language.characters import fold
from plugins.converter.language.weight_table import WeightTable, arrange_rows, read_table
from plugins.converter.scoring.fragments import Fragment

WEIGHTS = Path(__file__).with_name("line_weights.tsv")
# Longer lines are text or told by their forms, in characters.
LONGEST = 70
# What every line has; grams are shorter.
ANY = "any"
# The squares of what a line's characters and pairs count add up to that of LOUDNESS: a line of four times the length is
# told twice as surely, not four times.
LOUDNESS = 3.0
# Ornaments: a row of the table may not begin with the mark of a choice.
_ARROWS = str.maketrans("<>", "《》")

Matrix = NDArray[np.float64]


def list_grams(text: str) -> tuple[str, ...]:
    """The characters of a line and the pairs of them, its ends included, each once; figures are all alike."""
    solid = "".join(fold(text).split()).translate(_ARROWS)
    plain = "".join("0" if one.isdigit() else one for one in solid)
    return tuple(dict.fromkeys(chain(plain, map("".join, pairwise(f"^{plain}$")))))


@dataclass(frozen=True, slots=True, eq=False)
class LineModel:
    """Weights in nats: of each kind by itself, of each character or pair (row) for each kind (column)."""

    kinds: tuple[str, ...]
    alone: Matrix
    rows: Mapping[str, int]
    weights: Matrix

    def tell(self, texts: Sequence[str]) -> list[tuple[float, ...]]:
        """The logarithm of each kind's probability, for each of the lines."""
        if not texts:
            return []
        grams = list(map(list_grams, texts))
        scores = np.tile(self.alone, (len(texts), 1))
        for row, some in enumerate(grams):
            known = [self.rows[gram] for gram in some if gram in self.rows]
            if known:
                scores[row] += self.weights[known].sum(axis=0) * (LOUDNESS / len(some) ** 0.5)
        scores -= scores.max(axis=1, keepdims=True)
        logs: list[list[float]] = (scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))).tolist()
        return list(map(tuple, logs))


def tell_lines(fragments: Sequence[Fragment], model: LineModel) -> Iterator[Mapping[str, float]]:
    """The logarithm of each kind's probability, for each fragment; nothing for pieces of lines and long ones."""
    whole = [one.cut == "" and len(one.text) <= LONGEST for one in fragments]
    logs = iter(model.tell(list(compress((one.text for one in fragments), whole))))
    for is_whole in whole:
        yield dict(zip(model.kinds, next(logs), strict=True)) if is_whole else {}


def make_line_model(table: WeightTable) -> LineModel:
    """Make the model of a table of weights: a choice for each kind of line."""
    kinds = tuple(table)
    rows, weights = arrange_rows(table, kinds, ANY)
    alone = np.array([table[kind].get(ANY, 0.0) for kind in kinds])
    return LineModel(kinds, alone, rows, weights)


@cache
def load_line_model() -> LineModel:
    """The learned model; read once. Raises ValueError with file and line for a row that is none."""
    return make_line_model(read_table(WEIGHTS))

"""The tables of learned weights: how much each cue speaks for a kind of move, a role of a display line, lost text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from plugins.converter.language.weight_table import WeightTable, arrange_rows, read_table

CUES = Path(__file__).with_name("cue_weights.tsv")
HEADS = Path(__file__).with_name("head_weights.tsv")
STARTS = Path(__file__).with_name("start_weights.tsv")


@dataclass(frozen=True, slots=True, eq=False)
class CueTable:
    """What cues say of kinds of moves, in nats: by kind, and as an array with a row for each cue.

    A line's cues are asked for all kinds of moves, so they are added up for all at once.
    """

    moves: WeightTable
    _rows: Mapping[str, int]
    _weights: NDArray[np.float64]

    def sum_all(self, cues: Iterable[str]) -> dict[str, float]:
        """What the cues say of each kind of move together."""
        rows = [self._rows[cue] for cue in cues if cue in self._rows]
        sums: list[float] = self._weights[rows].sum(axis=0).tolist()
        return dict(zip(self.moves, sums, strict=True))


def make_cue_table(moves: WeightTable) -> CueTable:
    """A table of cues of the weights by kind of move."""
    return CueTable(moves, *arrange_rows(moves, tuple(moves)))


@cache
def load_cues() -> CueTable:
    """The weights of the moves' cues, in nats; read once."""
    return make_cue_table(read_table(CUES))


@cache
def load_heads() -> WeightTable:
    """The weights of the cues of display lines, in nats; read once."""
    return read_table(HEADS)


@cache
def load_starts() -> WeightTable:
    """The weights of the cues of a text's start, in nats; read once."""
    return read_table(STARTS)

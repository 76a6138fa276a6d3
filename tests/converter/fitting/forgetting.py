"""Forgetting: each page is read without some of the cues, so that no cue is learned to lean on another.

Dropout (Srivastava and others 2014, "Dropout: a simple way to prevent neural networks from overfitting") on the cues of
a linear model, as in Søgaard (2013), "Zipfian corruptions for robust POS tagging".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from plugins.converter.language.weight_table import WeightTable


@dataclass(frozen=True, slots=True)
class Thinned:
    """A table without the cues that are forgotten; the others weigh as much more as is missing."""

    cues: WeightTable
    forgotten: frozenset[str]

    def keep(self, difference: Mapping[str, int]) -> dict[str, int]:
        """What was shown by cues that were not forgotten, by full name."""
        return {name: count for name, count in difference.items() if name not in self.forgotten}


def forget(cues: WeightTable, share: float, dice: Random) -> Thinned:
    """Forget each cue with the probability `share`, from 0 to less than 1."""
    if not share:
        return Thinned(cues, frozenset())
    forgotten = {(move, cue) for move, rows in cues.items() for cue in rows if dice.random() < share}
    scale = 1.0 / (1.0 - share)
    kept = {
        move: {cue: weight * scale for cue, weight in rows.items() if (move, cue) not in forgotten}
        for move, rows in cues.items()
    }
    return Thinned(kept, frozenset(f"{move} {cue}" for move, cue in forgotten))

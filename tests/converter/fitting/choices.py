"""Choices: conditional logistic regression over readings that are told apart by their cues.

Step sizes after Duchi, Hazan and Singer (2011), "Adaptive subgradient methods".
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

# The readings of one case: whether it is the right one, and what it shows.
Choice = Sequence[tuple[bool, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Descent:
    """How often all cases are read, how long the first steps are, how much a weight decays with each step."""

    epochs: int
    rate: float
    decay: float


def fit_choices(choices: Sequence[Choice], descent: Descent, dice: Random) -> dict[str, float]:
    """The weights of all cues, in nats."""
    cases = list(choices)
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(float)
    for _ in range(descent.epochs):
        dice.shuffle(cases)
        for readings in cases:
            for cue, slope in _find_slopes(readings, weights).items():
                squares[cue] += slope * slope
                weights[cue] += descent.rate * slope / math.sqrt(squares[cue] + 1.0)
                weights[cue] -= descent.decay * weights[cue]
    return dict(weights)


def _find_slopes(readings: Choice, weights: Mapping[str, float]) -> dict[str, float]:
    scores = [sum(weights.get(cue, 0.0) for cue in cues) for _, cues in readings]
    highest = max(scores)
    odds = [math.exp(score - highest) for score in scores]
    total = sum(odds)
    slopes: defaultdict[str, float] = defaultdict(float)
    for (is_right, cues), odd in zip(readings, odds, strict=True):
        for cue in cues:
            slopes[cue] += is_right - odd / total
    return {cue: slope for cue, slope in slopes.items() if abs(slope) > 1e-6}

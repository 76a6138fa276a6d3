"""A structured perceptron with beam search, averaged, with AdaGrad steps.

After Collins (2002), "Discriminative training methods for hidden Markov models", and Huang, Fayong and Guo (2012),
"Structured perceptron with inexact search": where the gold reading fell out of the beam, the update is made at the
fragment where it lay furthest behind. Step sizes after Duchi, Hazan and Singer (2011), "Adaptive subgradient methods".
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from plugins.converter.language.weight_table import WeightTable
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import State
from tests.converter.fitting.lessons import Lesson
from tests.converter.fitting.readings import Walk, list_groups, list_steps, read_freely, read_gold, walk

# No single page may move a weight by more than this many times its step.
MOST = 4
# Dampens the first steps.
DAMPER = 4.0


@dataclass(frozen=True, slots=True)
class Lection:
    """What one page taught: how many of its articles were right, and what gold shows more than the reading.

    Where the moves cannot make the gold of the whole page (not `reachable`), it teaches up to there.
    """

    articles: int
    right: int
    reachable: bool
    difference: Mapping[str, int]


def study(lesson: Lesson) -> Lection:
    """Read a page and compare with its gold."""
    page, articles = lesson.page, lesson.articles
    tops, best = read_freely(page)
    right = len(articles & list_groups(best))
    steps, best_steps = list_steps(read_gold(lesson)), list_steps(best)
    reachable = len(steps) == len(lesson.targets)
    if [step[1:] for step in steps] == [step[1:] for step in best_steps]:
        return Lection(len(articles), right, reachable, {})
    truth = walk(page, steps)
    if reachable and (reading := walk(page, best_steps)).end_score >= truth.end_score:
        return Lection(len(articles), right, True, _subtract(truth.end_cues, reading.end_cues))
    return Lection(len(articles), right, reachable, _find_worst(page, tops, truth))


def _find_worst(page: ScoredPage, tops: Sequence[State], truth: Walk) -> dict[str, int]:
    """What gold shows more than the best reading where it lies furthest behind; nothing where it never does."""
    behind = [top.score - score for top, score in zip(tops, truth.scores, strict=False)]
    worst = max(range(len(behind)), key=behind.__getitem__, default=0)
    if not behind or behind[worst] <= 0.0:
        return {}
    strayed = walk(page, list_steps(tops[worst]))
    return _subtract(truth.cues[worst], strayed.cues[worst])


def _subtract(gold: Counter[str], read: Counter[str]) -> dict[str, int]:
    return {cue: gold[cue] - read[cue] for cue in gold.keys() | read.keys() if gold[cue] != read[cue]}


@dataclass(slots=True)
class Learner:
    """Weights while they are learned; `average` is what has been learned."""

    rate: float
    weights: defaultdict[str, float]
    _squares: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    _sums: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    lessons: int = 0

    def learn(self, differences: Iterable[Mapping[str, int]]) -> None:
        """Take one step for a batch of pages."""
        total: Counter[str] = Counter()
        for difference in differences:
            for cue, count in difference.items():
                total[cue] += max(-MOST, min(MOST, count))
        self.lessons += 1
        for cue, count in total.items():
            if count:
                self._squares[cue] += count * count
                step = self.rate * count / math.sqrt(self._squares[cue] + DAMPER)
                self.weights[cue] += step
                self._sums[cue] += (self.lessons - 1) * step

    def average(self) -> dict[str, float]:
        """The mean of the weights after each batch."""
        count = max(1, self.lessons)
        return {cue: weight - self._sums[cue] / count for cue, weight in self.weights.items()}


def nest(weights: Mapping[str, float], least: float = 0.0) -> WeightTable:
    """Weights by full name as a table by move and cue, without those that are nearer to 0 than `least`."""
    table: dict[str, dict[str, float]] = {}
    for name, weight in weights.items():
        if abs(weight) > least:
            move, cue = name.split(" ", 1)
            table.setdefault(move, {})[cue] = weight
    return table


def flatten(table: WeightTable) -> defaultdict[str, float]:
    """A table's weights by full name; 0 for all others."""
    rows = {f"{move} {cue}": weight for move, weights in table.items() for cue, weight in weights.items()}
    return defaultdict(float, rows)


def average(learners: Sequence[Mapping[str, float]], least: float = 0.0) -> WeightTable:
    """The mean of several learners' weights by full name; a weight that one does not know counts as 0 there."""
    total: Counter[str] = Counter()
    for weights in learners:
        total.update(weights)
    return nest({name: weight / len(learners) for name, weight in total.items()}, least)

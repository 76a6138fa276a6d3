"""Costs: while a page is read to learn from it, moves that stray from the gold seem better than they are.

So the gold must lead by a margin that grows with what a reading has wrong, not by a hair: cost-augmented reading, as in
Taskar, Guestrin and Koller (2003), "Max-margin Markov networks", and Gimpel and Smith (2010), "Softmax-margin CRFs".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from plugins.converter.assembly.constraints import APART, Constraints
from plugins.converter.assembly.moves import NEW, Move
from plugins.converter.scoring.strands import State
from tests.converter.fitting.lessons import Lesson, Target


@dataclass(frozen=True, slots=True)
class Costs(Constraints):
    """Adds `cost`, in nats, to each move that strays; `firsts` has the first fragment of each gold item."""

    targets: tuple[Target, ...] = ()
    firsts: Mapping[int, int] = field(default_factory=dict)
    cost: float = 0.0

    def choose(self, state: State, index: int, moves: Iterable[Move]) -> Iterable[Move]:
        """The same moves; those that stray are worth more."""
        return [
            move._replace(value=move.value + self.cost) if self._strays(state, index, move) else move
            for move in moves
        ]

    def _strays(self, state: State, index: int, move: Move) -> bool:
        target = self.targets[index]
        if move.kind is not target.kind or move.part not in target.parts:
            return True
        if move.kind in APART:
            return False
        first = index if move.target == NEW else state.strands[move.target].first
        return first != self.firsts[target.item]


def set_costs(lesson: Lesson, cost: float) -> Costs:
    """The costs of a page's moves."""
    firsts: dict[int, int] = {}
    for index, target in enumerate(lesson.targets):
        firsts.setdefault(target.item, index)
    return Costs(targets=lesson.targets, firsts=firsts, cost=cost)

"""Leads: by how much each fragment's place in the best reading was better than the best other place.

A margin tells how near another reading of the whole page came. Leads tell more locally where an item hangs by a thread:
which of its fragments might as well stand elsewhere, and which others might as well belong to it.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plugins.converter.assembly.moves import Move
from plugins.converter.scoring.strands import Lead, State, Trace

# A place that is worse by so many nats is taken by mistake once in 1 + e times.
EVEN = 1.5


class _Best(NamedTuple):
    """The best places of a state's fragment: the best of all, and the best that is another one."""

    first: tuple[float, Move]
    other: tuple[float, Move] | None


def list_leads(
    states: Sequence[State],
    candidates: Sequence[tuple[float, int, Move]],
    promises: Sequence[tuple[float, int]],
) -> list[_Best | None]:
    """The best places for each state; `promises` are what the candidates promise, in their order."""
    best: list[_Best | None] = [None] * len(states)
    for (_, position, move), (promise, _) in zip(candidates, promises, strict=True):
        best[position] = _add(best[position], (promise, move))
    return best


def _add(best: _Best | None, entry: tuple[float, Move]) -> _Best:
    if best is None:
        return _Best(entry, None)
    if _is_same(best.first[1], entry[1]):
        return best if entry[0] <= best.first[0] else _Best(entry, best.other)
    if entry[0] > best.first[0]:
        return _Best(entry, best.first)
    return best if best.other is not None and entry[0] <= best.other[0] else _Best(best.first, entry)


def _is_same(one: Move, other: Move) -> bool:
    """Whether two moves put a fragment into the same item."""
    return one.target == other.target and one.kind is other.kind


def tell_lead(best: _Best | None, state: State, promise: float, move: Move) -> Lead | None:
    """The lead of a chosen move; None where there was no other place."""
    if best is None:
        return None
    other = best.other if _is_same(best.first[1], move) else best.first
    if other is None:
        return None
    target = other[1].target
    return Lead(promise - other[0], -1 if target < 0 else state.strands[target].first)


def count_doubtful(trace: Trace | None) -> Mapping[int, float]:
    """How many fragments are likely in an item, or missing in it, by mistake, by the item's first fragment."""
    doubtful: defaultdict[int, float] = defaultdict(float)
    while trace is not None:
        if trace.lead is not None:
            chance = 1.0 / (1.0 + math.exp(max(-50.0, min(50.0, trace.lead.nats / EVEN))))
            for strand in {trace.strand, trace.lead.rival}:
                doubtful[strand] += chance
        trace = trace.previous
    return doubtful

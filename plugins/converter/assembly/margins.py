"""Margins: by how much the best reading of a page beats the best one that cuts an item otherwise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plugins.converter.assembly.leads import count_doubtful
from plugins.converter.scoring.strands import Group, State, Trace, collect_groups

# The margin that is reported when no other reading was ever near.
SAFE_MARGIN = 14.0
# Forks that are looked at for a page, the closest ones: further ones decide no margin that matters.
FORK_LIMIT = 80
# A page as printed has hardly more fragments; of an endless one fewer readings are kept, as each is longer.
PRINTED = 400


@dataclass(frozen=True, slots=True)
class Cutting:
    """An item's group of fragments, its margin in nats, and how the second-best reading cuts its first fragment.

    `doubtful` is how many fragments are likely in the group, or missing in it, by mistake.
    """

    group: Group
    margin: float
    rival: Group | None
    doubtful: float = 0.0


@dataclass(frozen=True, slots=True)
class Forks:
    """Where two readings met that leave the same future open: what the loser lacked, and how it got there.

    Traces are known by identity, so the winners are kept: a freed one could lend its identity to another.
    """

    _winners: list[Trace] = field(default_factory=list)
    _losers: dict[int, list[tuple[float, Trace]]] = field(default_factory=dict)

    def add(self, winner: State, loser: State) -> None:
        """Remember a reading that ended in the same state as a better one."""
        if winner.trace is not None and loser.trace is not None:
            if id(winner.trace) not in self._losers:
                self._winners.append(winner.trace)
            self._losers.setdefault(id(winner.trace), []).append((winner.score - loser.score, loser.trace))

    def list_losers(self, trace: Trace) -> Sequence[tuple[float, Trace]]:
        """The readings that lost at the end of a trace, with what they lacked in nats."""
        return self._losers.get(id(trace), ())


def measure_margins(finals: Sequence[State], forks: Forks) -> tuple[Cutting, ...]:
    """Measure the margin of each item of the best final state; the states are sorted, the best first."""
    best = finals[0]
    others = sorted(_list_others(finals, forks), key=lambda other: other[0])
    readings = [(lack, groups, {group.fragments for group in groups}) for lack, groups in others]
    doubtful = count_doubtful(best.trace)
    return tuple(
        _measure(group, doubtful.get(group.members[0][0], 0.0), readings)
        for group in collect_groups(best.trace)
    )


def _list_others(finals: Sequence[State], forks: Forks) -> Iterator[tuple[float, tuple[Group, ...]]]:
    """Readings that lost at the end, and readings that lost on the way but share the best one's rest."""
    best = finals[0]
    for state in finals[1:]:
        yield best.score - state.score, collect_groups(state.trace)
    meetings: list[tuple[float, Trace, Trace]] = []
    trace = best.trace
    while trace is not None:
        meetings.extend((lack, loser, trace) for lack, loser in forks.list_losers(trace))
        trace = trace.previous
    limit = max(1, FORK_LIMIT * PRINTED // max(PRINTED, best.trace.fragment)) if best.trace else 0
    for lack, loser, meeting in sorted(meetings, key=lambda entry: entry[0])[:limit]:
        yield lack, collect_groups(_splice(best.trace, meeting, loser))


def _splice(trace: Trace | None, meeting: Trace, loser: Trace) -> Trace:
    """The trace that comes to the meeting by the loser's way and goes on by the winner's."""
    rest: list[Trace] = []
    while trace is not None and trace is not meeting:
        rest.append(trace)
        trace = trace.previous
    spliced = loser
    for step in reversed(rest):
        spliced = step._replace(previous=spliced)
    return spliced


def _measure(
    group: Group, doubtful: float, readings: Sequence[tuple[float, tuple[Group, ...], set[frozenset[int]]]]
) -> Cutting:
    fragments, first = group.fragments, group.members[0][0]
    for lack, groups, cuts in readings:
        if fragments not in cuts:
            rival = next(other for other in groups if first in other.fragments)
            return Cutting(group, lack, rival, doubtful)
    return Cutting(group, SAFE_MARGIN, None, doubtful)

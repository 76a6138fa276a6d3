"""Cues: what speaks for and against a move, learned from composed pages.

The values of `moves` and `steps` are priors. Each move has cues, too: what its fragment shows, what its strand is
waiting for, what was read just before. A table tells how many nats each cue adds to each kind of move. It was learned
by an averaged structured perceptron with beam search (Collins 2002; Huang, Fayong and Guo 2012, max-violation) and
holds no text: `python -m tests.converter.fitting` makes it anew.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import repeat
from typing import NamedTuple

from plugins.converter.assembly.strand_cues import (
    describe_strand,
    list_common_cues,
    list_end_cues,
    list_part_cues,
)
from plugins.converter.pages.items import Kind
from plugins.converter.scoring.line_cues import coarse_bucket
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Part, State, Strand

OPEN_LIMIT = 3
_NOTHING = repeat(0.0)


@cache
def name_move(part: Part, kind: Kind, is_new: bool, is_active: bool) -> str:
    """A kind of move: `join~article` goes on in a strand that was not read last."""
    return part.value + ("*" if is_new else "" if is_active else "~") + kind.value


@cache
def _name_end(kind: Kind) -> str:
    return f"end*{kind.value}"


def name_end(strand: Strand) -> str:
    """The end of a strand as a kind of move."""
    return _name_end(strand.kind)


def weigh_end(page: ScoredPage, strand: Strand) -> float:
    """What the learned cues say of a strand that ends as it is, in nats."""
    table = page.weights.cues.get(name_end(strand))
    return _add(table, list_end_cues(page, strand)) if table else 0.0


class Way(NamedTuple):
    """What a state shows of the way to it: the part read last, the open articles, the strand read now."""

    last: str
    opened: int
    active: str


def tell_way(state: State) -> Way:
    """What a state shows of the way to it."""
    trace = state.trace
    opened = sum(strand.is_open and strand.kind is Kind.ARTICLE for strand in state.strands)
    return Way(
        "^" if trace is None else name_move(trace.part, trace.kind, False, True),
        min(OPEN_LIMIT, opened),
        describe_strand(state.strands[state.active]) if state.active >= 0 else "^",
    )


def list_way_cues(page: ScoredPage, index: int, way: Way, same: str) -> Iterator[str]:
    """What was read just before, and what is still open; `same` tells whether it was the strand of the move."""
    score = page.scores[index]
    size = coarse_bucket(score.length) + ("." if score.closed else "")
    yield "<" + way.last + same
    yield "<L" + way.last + same + size
    yield "<x" + way.last + same + page.behind(index)
    yield "o" + str(way.opened) + same
    yield "i" + same + way.active
    yield "iL" + same + way.active[:5] + size


@dataclass(frozen=True, slots=True)
class CueBook:
    """The sums of the cues of the moves of one fragment, each worked out once."""

    page: ScoredPage
    index: int
    _lines: dict[str, float] = field(default_factory=dict)
    _common: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _strands: dict[tuple[int, Part, bool, int], float] = field(default_factory=dict)
    _told: dict[object, Way] = field(default_factory=dict)
    _ways: dict[Way, dict[tuple[str, str], float]] = field(default_factory=dict)

    def list_cues(self, state: State, part: Part, kind: Kind, position: int) -> Iterator[str]:
        """All cues of a move by their full names; `position` is -1 for a new strand."""
        strand = state.strands[position] if position >= 0 else None
        name = name_move(part, kind, strand is None, position == state.active)
        yield from (name + " " + cue for cue in self.page.line_cues[self.index])
        if strand is not None:
            passed = count_passed(state, position) if part is Part.JOIN else 0
            yield from (name + " " + cue for cue in list_common_cues(self.page, self.index, strand))
            cues = list_part_cues(self.page, self.index, strand, part, passed)
            yield from (name + " " + cue for cue in cues)
        same = tell_same(state, position)
        yield from (name + " " + cue for cue in list_way_cues(self.page, self.index, tell_way(state), same))

    def weigh(self, state: State, moves: Iterable[tuple[float, Part, Kind, int]]) -> Iterator[float]:
        """The sums of the cues of the moves of a state, in nats; of a move its part, kind and target are asked."""
        way = self._tell_way(state)
        ways = self._ways.setdefault(way, {})
        for _, part, kind, position in moves:
            active = position == state.active
            name = name_move(part, kind, position < 0, active)
            table = self.page.weights.cues.get(name)
            if not table:
                yield 0.0
                continue
            value = self._lines.get(name)
            if value is None:
                value = self._lines[name] = _add(table, self.page.line_cues[self.index])
            if position >= 0:
                value += self._weigh_strand(state, position, part, active, table)
            same = tell_same(state, position)
            on_way = ways.get((name, same))
            if on_way is None:
                on_way = ways[name, same] = _add(table, list_way_cues(self.page, self.index, way, same))
            yield value + on_way

    def _tell_way(self, state: State) -> Way:
        """States share strands and traces: each pair is described once."""
        active = state.strands[state.active] if state.active >= 0 else None
        opened = sum(strand.is_open and strand.kind is Kind.ARTICLE for strand in state.strands)
        trace = state.trace
        key = (opened, id(active), trace and trace.part, trace and trace.kind)
        way = self._told.get(key)
        if way is None:
            way = self._told[key] = tell_way(state)
        return way

    def _weigh_strand(
        self, state: State, position: int, part: Part, active: bool, table: Mapping[str, float]
    ) -> float:
        passed = count_passed(state, position) if part is Part.JOIN else 0
        strand = state.strands[position]
        key = (id(strand), part, active, passed)
        value = self._strands.get(key)
        if value is None:
            if id(strand) not in self._common:
                self._common[id(strand)] = list_common_cues(self.page, self.index, strand)
            own = list_part_cues(self.page, self.index, strand, part, passed)
            value = self._strands[key] = _add(table, self._common[id(strand)]) + _add(table, own)
        return value


def tell_same(state: State, position: int) -> str:
    """Whether a move stays with the strand or the line read last."""
    if position < 0 or state.trace is None:
        return ""
    return "=" if state.trace.strand == state.strands[position].first else "/"


def count_passed(state: State, position: int) -> int:
    """How many cut strands were opened before a strand."""
    strands = state.strands[:position]
    return sum(strand.is_open and strand.kind is not Kind.ADVERTISEMENT for strand in strands)


def _add(table: Mapping[str, float], cues: Iterable[str]) -> float:
    return sum(map(table.get, cues, _NOTHING))

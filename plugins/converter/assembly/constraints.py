"""Constraints: corrections as rules that a reading of the page must keep.

They name fragments by their index. A start's first fragment opens a new item; a join's second goes on in the item of
its first, with nothing in between; a part's two lines never share an item.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from plugins.converter.assembly.moves import APART, NEW, WITH_LAST, Move
from plugins.converter.corrections.corrections import Corrections
from plugins.converter.pages.items import Kind
from plugins.converter.scoring.fragments import Fragment
from plugins.converter.scoring.strands import Part, State, Strand, Trace


@dataclass(frozen=True, slots=True)
class Join:
    """Fragment `head` goes on where fragment `tail` was cut; `end` is the last fragment of its line."""

    tail: int
    head: int
    end: int


@dataclass(frozen=True, slots=True)
class Constraints:
    """Starts by first fragment, joins, and for each later fragment those it may not share an item with."""

    starts: Mapping[int, Kind] = field(default_factory=dict)
    joins: tuple[Join, ...] = ()
    parted: Mapping[int, frozenset[int]] = field(default_factory=dict)

    def choose(self, state: State, index: int, moves: Iterable[Move]) -> Iterable[Move]:
        """The moves for fragment `index` that keep all constraints, with one made where none was proposed."""
        if index in self.starts:
            return _start(moves, self.starts[index])
        for join in self.joins:
            if join.head <= index <= join.end:
                moves = _join(state, join, index, list(moves))
            elif join.tail < index < join.head:
                moves = _shun(state, moves, frozenset((join.tail,)))
        return _part(state, list(moves), self.parted[index]) if index in self.parted else moves


FREE = Constraints()


def bind_constraints(corrections: Corrections, fragments: Sequence[Fragment]) -> Constraints:
    """Find the fragments of the corrected lines; lines without text bind nothing."""
    lines: dict[int, list[int]] = {}
    for index, fragment in enumerate(fragments):
        lines.setdefault(fragment.span.line, []).append(index)
    starts: dict[int, Kind] = {}
    joins = [
        Join(lines[first][-1], lines[second][0], lines[second][-1])
        for first, second in corrections.joins
        if first in lines and second in lines
    ]
    for start in corrections.starts:
        indexes = lines.get(start.line, [])[: None if start.kind in APART else 1]
        starts |= dict.fromkeys(indexes, start.kind)
        joins += [Join(left, right, right) for left, right in pairwise(indexes)]
    parted: dict[int, frozenset[int]] = {}
    for pair in corrections.parts:
        earlier, later = (frozenset(lines.get(line, ())) for line in sorted(pair))
        parted |= {index: parted.get(index, frozenset()) | earlier for index in later}
    return Constraints(starts, tuple(joins), parted)


def _start(moves: Iterable[Move], kind: Kind) -> list[Move]:
    proposed = [move for move in moves if move.target == NEW and move.kind is kind]
    part = Part.DISPLAY if kind is Kind.NOTICE else Part.LINE
    return proposed or [Move(0.0, part, kind, NEW)]


def _join(state: State, join: Join, index: int, moves: Sequence[Move]) -> Sequence[Move]:
    """Moves into the item of the join's tail; none when that item was ended before."""
    owner = _find_owner(state, join.tail)
    if owner is not None and owner.kind in APART:
        return [Move(0.0, Part.LINE, owner.kind, NEW)]
    if owner is None or index > join.head:
        return moves
    for position, strand in enumerate(state.strands):
        if strand.first == owner.strand:
            into = [move for move in moves if move.target == position]
            seamless = [move for move in into if move.part is Part.JOIN]
            return seamless or into or [Move(0.0, _continue(strand, owner.part), strand.kind, position)]
    return []


def _continue(strand: Strand, part: Part) -> Part:
    """What a fragment is that goes on behind a part of a strand."""
    if part in (Part.PARAGRAPH, Part.ORPHAN, Part.JOIN):
        return Part.JOIN if strand.is_open else Part.PARAGRAPH
    return part


def _shun(state: State, moves: Iterable[Move], strangers: frozenset[int]) -> Iterator[Move]:
    """Moves into no strand that owns one of the strangers."""
    owners = {trace.strand for trace in _walk(state.trace) if trace.fragment in strangers}
    return (move for move in moves if _name_owner(state, move) not in owners)


def _name_owner(state: State, move: Move) -> int:
    """The first fragment of the item that a move goes into; -1 for a new one."""
    if move.target == WITH_LAST and state.trace is not None:
        return state.trace.strand
    return state.strands[move.target].first if move.target >= 0 else -1


def _part(state: State, moves: Sequence[Move], strangers: frozenset[int]) -> Sequence[Move]:
    """Moves away from strangers; a credit that may not go with its caption is an item by itself."""
    apart = [move._replace(target=NEW) for move in moves if move.target == WITH_LAST]
    return list(_shun(state, moves, strangers)) or apart


def _find_owner(state: State, fragment: int) -> Trace | None:
    return next((trace for trace in _walk(state.trace) if trace.fragment == fragment), None)


def _walk(trace: Trace | None) -> Iterator[Trace]:
    while trace is not None:
        yield trace
        trace = trace.previous

"""Cues: what speaks for and against a move, learned from composed pages.

The values of `moves` and `steps` are priors. Each move has cues, too: what its fragment shows, what its strand is
waiting for, what was read just before. A table tells how many nats each cue adds to each kind of move. It was learned
by an averaged structured perceptron with beam search (Collins 2002; Huang, Fayong and Guo 2012, max-violation) and
holds no text: `python -m tests.converter.fitting` makes it anew.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import repeat
from typing import NamedTuple

from plugins.converter.assembly.strand_cues import (
    TEXTS,
    describe_strand,
    list_common_cues,
    list_end_cues,
    list_part_cues,
    list_text_cues,
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
    _texts: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _told: dict[object, Way] = field(default_factory=dict)
    _on_way: dict[tuple[Way, str], tuple[str, ...]] = field(default_factory=dict)
    _ways: dict[Way, dict[tuple[str, str], float]] = field(default_factory=dict)

    def list_cues(self, state: State, part: Part, kind: Kind, position: int) -> Iterator[str]:
        """All cues of a move by their full names; `position` is -1 for a new strand."""
        strand = state.strands[position] if position >= 0 else None
        name = name_move(part, kind, strand is None, position == state.active)
        yield from (name + " " + cue for cue in self.page.line_cues[self.index])
        if strand is not None:
            passed = count_passed(state, position) if part is Part.JOIN else 0
            yield from (name + " " + cue for cue in self._list_strand_cues(strand, part, passed))
        way, same = tell_way(state), tell_same(state, position)
        yield from (name + " " + cue for cue in list_way_cues(self.page, self.index, way, same))

    def weigh_line(self, name: str) -> float:
        """What the fragment and its neighbours say of a kind of move, in nats."""
        value = self._lines.get(name)
        if value is None:
            value = self._lines[name] = self._sum(name, self.page.line_cues[self.index])
        return value

    def weigh_strand(self, name: str, strand: Strand, part: Part, passed: int) -> float:
        """What a strand says of a kind of move into it, in nats."""
        return self._sum(name, self._list_strand_cues(strand, part, passed))

    def weigh_way(self, state: State) -> Callable[[str, str], float]:
        """What was read before says of a kind of move, in nats; asked by its name and by `tell_same`."""
        way = self._tell_way(state)
        known = self._ways.setdefault(way, {})

        def weigh(name: str, same: str) -> float:
            value = known.get((name, same))
            if value is None:
                cues = self._on_way.get((way, same))
                if cues is None:
                    cues = tuple(list_way_cues(self.page, self.index, way, same))
                    self._on_way[way, same] = cues
                value = known[name, same] = self._sum(name, cues)
            return value

        return weigh

    def _list_strand_cues(self, strand: Strand, part: Part, passed: int) -> Iterator[str]:
        common = self._common.get(id(strand))
        if common is None:
            common = self._common[id(strand)] = list_common_cues(self.page, self.index, strand)
        yield from common
        if part in TEXTS:
            texts = self._texts.get(id(strand))
            if texts is None:
                texts = self._texts[id(strand)] = tuple(list_text_cues(self.page, self.index, strand))
            yield from texts
        yield from list_part_cues(self.page, self.index, strand, part, passed)

    def _sum(self, name: str, cues: Iterable[str]) -> float:
        table = self.page.weights.cues.get(name)
        return _add(table, cues) if table else 0.0

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

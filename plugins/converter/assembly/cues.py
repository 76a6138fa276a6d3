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

from plugins.converter.assembly.meetings import Meeting, meet
from plugins.converter.assembly.rhythm import rank_strand, tell_queue, tell_rhythm
from plugins.converter.assembly.strand_cues import (
    TEXTS,
    describe_strand,
    list_common_cues,
    list_end_cues,
    list_part_cues,
    list_seam_cues,
    list_text_cues,
)
from plugins.converter.assembly.waiting_heads import list_fit_cues
from plugins.converter.language.weight_table import WeightTable
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
    return weigh_cues(page.weights.cues.moves, name_end(strand), list_end_cues(page, strand))


class Way(NamedTuple):
    """What a state shows of the way to it: the part read last, the open articles, the strand read now, the rhythm."""

    last: str
    opened: int
    active: str
    rhythm: str


def tell_way(state: State) -> Way:
    """What a state shows of the way to it."""
    trace = state.trace
    opened = sum(strand.is_open and strand.kind is Kind.ARTICLE for strand in state.strands)
    return Way(
        "^" if trace is None else name_move(trace.part, trace.kind, False, True),
        min(OPEN_LIMIT, opened),
        describe_strand(state.strands[state.active]) if state.active >= 0 else "^",
        tell_rhythm(state.turns),
    )


class Stand(NamedTuple):
    """How the strand of a move stands among the others of its state.

    `same` tells whether it was read last, `rank` how many others since, `queue` which heads wait for their text, `fit`
    how a fragment fits it beside those.
    """

    same: str
    rank: str
    queue: str
    fit: tuple[str, ...] = ()


def tell_stand(page: ScoredPage, index: int, state: State, position: int) -> Stand:
    """How a strand stands among the others to a fragment; `position` is -1 for a new one."""
    return Stand(
        tell_same(state, position),
        tell_rank(state, position),
        tell_queue(state.strands, position),
        list_fit_cues(page, index, state.strands, position),
    )


def list_way_cues(page: ScoredPage, index: int, way: Way, stand: Stand) -> tuple[str, ...]:
    """What was read just before, what is still open, and whose turn it is."""
    score = page.scores[index]
    same, rank, queue, fit = stand
    size = coarse_bucket(score.length) + ("." if score.closed else "")
    turn = rank + way.rhythm[:1]
    return (
        *(("J" + queue, "JL" + queue + size) if queue else ()),
        *fit,
        "<" + way.last + same,
        "<L" + way.last + same + size,
        "<x" + way.last + same + page.behind(index),
        "op" + str(way.opened) + same,
        "i" + same + way.active,
        "iL" + same + way.active[:5] + size,
        "T" + turn,
        "TL" + turn + size,
        "Tl" + rank + way.rhythm,
    )


class CueSums(dict[str, float]):
    """What some cues say of each kind of move, in nats: added up when a kind is first asked for."""

    __slots__ = ("_table", "cues")

    def __init__(self, table: WeightTable, cues: tuple[str, ...]) -> None:
        """Nothing is added up yet."""
        super().__init__()
        self._table, self.cues = table, cues

    def __missing__(self, name: str) -> float:
        """Add up what the cues say of a kind of move."""
        value = self[name] = weigh_cues(self._table, name, self.cues)
        return value


@dataclass(frozen=True, slots=True)
class CueBook:
    """The cues of the moves of one fragment, and their sums, each worked out once.

    `lines` are the sums of what the fragment and its neighbours show. What the text before it shows is kept by the
    last fragment of that text: many strands end in the same one.
    """

    page: ScoredPage
    index: int
    lines: Mapping[str, float]
    _common: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _texts: dict[int, CueSums] = field(default_factory=dict)
    _seams: dict[int, CueSums] = field(default_factory=dict)
    _ways: dict[tuple[Way, Stand], CueSums] = field(default_factory=dict)

    def list_cues(self, state: State, part: Part, kind: Kind, position: int) -> Iterator[str]:
        """All cues of a move by their full names; `position` is -1 for a new strand."""
        strand = state.strands[position] if position >= 0 else None
        name = name_move(part, kind, strand is None, position == state.active)
        cues = list(self.page.line_cues[self.index])
        if strand is not None:
            passed = count_passed(state, position) if part is Part.JOIN else 0
            cues += self._list_strand_cues(meet(self.page, self.index, strand), part, passed)
            cues += (cue for sums in self._list_text_sums(strand.tail, part) for cue in sums.cues)
        cues += self.sum_way(tell_way(state), tell_stand(self.page, self.index, state, position)).cues
        return (name + " " + cue for cue in cues)

    def weigh_strand(self, name: str, meeting: Meeting, part: Part, passed: int) -> float:
        """What a strand says of a kind of move into it, in nats."""
        value = weigh_cues(self.page.weights.cues.moves, name, self._list_strand_cues(meeting, part, passed))
        for sums in self._list_text_sums(meeting.strand.tail, part):
            value += sums[name]
        return value

    def sum_way(self, way: Way, stand: Stand) -> CueSums:
        """What was read before says of each kind of move into a strand that stands so."""
        key = (way, stand)
        sums = self._ways.get(key)
        if sums is None:
            sums = self._ways[key] = self._sum(list_way_cues(self.page, self.index, *key))
        return sums

    def _list_strand_cues(self, meeting: Meeting, part: Part, passed: int) -> tuple[str, ...]:
        common = self._common.get(id(meeting.strand))
        if common is None:
            common = self._common[id(meeting.strand)] = list_common_cues(meeting)
        return common + list_part_cues(meeting, part, passed)

    def _list_text_sums(self, tail: int, part: Part) -> Iterator[CueSums]:
        """What the fragment shows as text behind the strand's last text."""
        if part in TEXTS and tail >= 0:
            if tail not in self._texts:
                self._texts[tail] = self._sum(list_text_cues(self.page, tail, self.index))
            yield self._texts[tail]
        if part is Part.JOIN:
            if tail not in self._seams:
                self._seams[tail] = self._sum(list_seam_cues(self.page, tail, self.index))
            yield self._seams[tail]

    def _sum(self, cues: tuple[str, ...]) -> CueSums:
        return CueSums(self.page.weights.cues.moves, cues)


def open_cues(page: ScoredPage, index: int) -> CueBook:
    """The cues of a fragment's moves."""
    return CueBook(page, index, page.weights.cues.sum_all(page.line_cues[index]))


def tell_same(state: State, position: int) -> str:
    """Whether a move stays with the strand or the line read last."""
    if position < 0 or state.trace is None:
        return ""
    return "=" if state.trace.strand == state.strands[position].first else "/"


def tell_rank(state: State, position: int) -> str:
    """How many strands were read since the one of a move; nothing for a new one."""
    return rank_strand(state.turns, state.strands[position].first) if position >= 0 else ""


def count_passed(state: State, position: int) -> int:
    """How many cut strands were opened before a strand."""
    strands = state.strands[:position]
    return sum(strand.is_open and strand.kind is not Kind.ADVERTISEMENT for strand in strands)


def weigh_cues(table: WeightTable, name: str, cues: Iterable[str]) -> float:
    """What cues say of a kind of move, in nats."""
    rows = table.get(name)
    return sum(map(rows.get, cues, _NOTHING)) if rows else 0.0

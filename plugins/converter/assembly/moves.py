"""Moves: what may become of the next fragment in a state, and what each choice is worth."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from plugins.converter.assembly.cues import CueBook, name_move, tell_same, weigh_end
from plugins.converter.assembly.steps import LONGEST_HEADLINE, Standing, list_steps
from plugins.converter.pages.items import Kind
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Part, Signed, State, Strand

NEW = -1
# The lowest value a move may have and still be tried: everything below loses to reading the text as lost.
HOPELESS = -16.0
# A slogan or a label that no parser knows is hardly longer.
LONGEST_SLOGAN = 18
# Cues seldom make up for a prior so far behind the likeliest one, and every move that is weighed takes time.
OUTWEIGHED = 11.0
# The title of a notice that no parser knows: `征集令`.
LONGEST_TITLE = 32
LONGEST_CAPTION = 160
# Captions and headlines below this are not tried.
FAINT = -4.0
# The first line of an advertisement may show no sign of one (聊城市退役军人医院).
FIRST_LINE = -3.0


class Move(NamedTuple):
    """One choice: its value in nats, the part, the kind and the position of its strand (NEW for a new one)."""

    value: float
    part: Part
    kind: Kind
    target: int


@dataclass(slots=True)
class Option:
    """A move by its prior; `learned` is what the cues of its fragment and its strand add, once they were asked."""

    move: Move
    name: str
    passed: int = 0
    learned: float | None = None


@dataclass(frozen=True, slots=True)
class MoveBook:
    """The moves for one fragment.

    States share most of their strands, so what a strand offers is worked out once. Strands are known by identity: the
    book must not outlive the states it was asked about.
    """

    page: ScoredPage
    index: int
    cues: CueBook
    _steps: dict[tuple[int, int, bool, int], tuple[Option, ...]] = field(default_factory=dict)
    _shared: dict[int, float] = field(default_factory=dict)
    _openings: dict[bool, tuple[Option, ...]] = field(default_factory=dict)

    def propose(self, state: State) -> Iterator[Move]:
        """All moves worth trying in a state."""
        options = self._list_options(state)
        least = max((option.move.value for option in options), default=0.0) - OUTWEIGHED
        weigh_way = self.cues.weigh_way(state)
        for option in options:
            value, part, kind, target = option.move
            if value < least:
                continue
            learned = option.learned
            if learned is None:
                learned = option.learned = self._learn(option, state)
            on_way = weigh_way(option.name, tell_same(state, target))
            yield Move(value + learned + on_way, part, kind, target)

    def _learn(self, option: Option, state: State) -> float:
        learned = self.cues.weigh_line(option.name)
        if option.move.target == NEW:
            return learned
        strand = state.strands[option.move.target]
        return learned + self.cues.weigh_strand(option.name, strand, option.move.part, option.passed)

    def _list_options(self, state: State) -> list[Option]:
        if self.page.fragments[self.index].gap < 0 and state.active >= 0:
            return [_make_option(_same_line(self.page, state, self.index), True, 0)]
        options = [*self._list_openings(state)]
        passed = 0
        for position, strand in enumerate(state.strands):
            options += self._list_steps(strand, position, Standing(position == state.active, passed))
            passed += _is_cut(strand)
        return options

    def _list_openings(self, state: State) -> Iterator[Option]:
        """Furniture, captions and new strands: they depend on little else than the fragment."""
        interrupts = state.active >= 0 and _is_cut(state.strands[state.active])
        if interrupts not in self._openings:
            openings = (*_furniture(self.page, self.index), *_new_strands(self.page, self.index, interrupts))
            self._openings[interrupts] = tuple(_make_option(move, False, 0) for move in openings)
        yield from self._openings[interrupts]
        if (
            self.page.fragments[self.index].cut == ""
            and self.page.scores[self.index].length <= LONGEST_CAPTION
        ):
            yield _make_option(self._caption(state), False, 0)

    def _caption(self, state: State) -> Move:
        """A caption shares words with its article as a paragraph does: that must not speak against it."""
        page, roles = self.page, self.page.weights.roles
        shared = max((self._share(strand) for strand in state.strands), default=0.0)
        value = roles.caption * max(FAINT, page.scores[self.index].caption) + page.weights.structure.caption
        return Move(value + roles.caption_shares * max(0.0, shared), Part.LINE, Kind.CAPTION, NEW)

    def _share(self, strand: Strand) -> float:
        if id(strand) not in self._shared:
            self._shared[id(strand)] = self.page.cohesion(strand, self.index)
        return self._shared[id(strand)]

    def _list_steps(self, strand: Strand, position: int, standing: Standing) -> tuple[Option, ...]:
        key = (id(strand), position, standing.is_active, standing.passed)
        if key not in self._steps:
            self._steps[key] = tuple(
                _make_option(Move(value, part, strand.kind, position), standing.is_active, standing.passed)
                for value, part in list_steps(self.page, self.index, strand, standing)
                if value > HOPELESS
            )
        return self._steps[key]


def _make_option(move: Move, is_active: bool, passed: int) -> Option:
    name = name_move(move.part, move.kind, move.target == NEW, is_active)
    return Option(move, name, passed if move.part is Part.JOIN else 0)


def open_book(page: ScoredPage, index: int) -> MoveBook:
    """The moves for a fragment, with what the learned cues say of them."""
    return MoveBook(page, index, CueBook(page, index))


def _same_line(page: ScoredPage, state: State, index: int) -> Move:
    strand = state.strands[state.active]
    fragment, structure = page.fragments[index], page.weights.structure
    if fragment.cut == "byline":
        spoilt = strand.signed in (Signed.CLOSING, Signed.CUT)
        return Move(structure.second_byline if spoilt else 0.0, Part.BYLINE, strand.kind, state.active)
    part = Part.LINE if strand.kind is Kind.ADVERTISEMENT else Part.PARAGRAPH
    return Move(0.0, part, strand.kind, state.active)


def _furniture(page: ScoredPage, index: int) -> Iterator[Move]:
    scores, structure, roles = page.scores[index], page.weights.structure, page.weights.roles
    value = roles.furniture * scores.furniture + structure.furniture
    if page.is_label(index):
        value = max(value, structure.unknown_label)
    elif scores.length <= LONGEST_SLOGAN and not scores.closed and page.fragments[index].cut == "":
        value = max(value, structure.unknown_furniture)
    if value > HOPELESS:
        yield Move(value, Part.LINE, Kind.FURNITURE, NEW)


def _new_strands(page: ScoredPage, index: int, interrupts: bool) -> Iterator[Move]:
    scores, structure, roles = page.scores[index], page.weights.structure, page.weights.roles
    fragment = page.fragments[index]
    interrupt = structure.interrupt if interrupts else 0.0
    if scores.notice > FAINT or (scores.length <= LONGEST_TITLE and not scores.closed and not fragment.cut):
        value = roles.notice * max(FAINT, scores.notice) + structure.new_notice + interrupt
        yield Move(value, Part.DISPLAY, Kind.NOTICE, NEW)
    may_open = scores.display > FAINT or (scores.length <= LONGEST_HEADLINE and not scores.closed)
    if fragment.cut in ("", "headline") and may_open:
        value = roles.display * scores.display + structure.new_article + interrupt + page.freshness(index)
        value -= structure.claimed * max(0.0, scores.furniture)
        yield Move(value, Part.DISPLAY, Kind.ARTICLE, NEW)
    value = roles.advertisement * max(scores.advertisement, FIRST_LINE) + structure.new_advertisement
    yield Move(value + interrupt, Part.LINE, Kind.ADVERTISEMENT, NEW)
    headless = structure.headless + interrupt - structure.claimed * max(0.0, scores.byline, scores.furniture)
    if fragment.cut == "dateline":
        # A brief without a headline: the dateline alone says that something new begins.
        yield Move(headless / 2, Part.DATELINE, Kind.ARTICLE, NEW)
    else:
        yield Move(headless + min(0.0, scores.begins) * structure.begin, Part.PARAGRAPH, Kind.ARTICLE, NEW)


def _is_cut(strand: Strand) -> bool:
    return strand.is_open and strand.kind is not Kind.ADVERTISEMENT


def close_value(page: ScoredPage, strand: Strand) -> float:
    """What it costs to end a strand as it is."""
    return _close_prior(page, strand) + weigh_end(page, strand)


def _close_prior(page: ScoredPage, strand: Strand) -> float:
    structure = page.weights.structure
    if strand.kind is Kind.ADVERTISEMENT:
        return 0.0
    value = structure.abandoned if strand.is_open and strand.kind is Kind.ARTICLE else 0.0
    if not strand.texts:
        value += structure.bare_headline
    if strand.subheads == 1:
        value += structure.lone_subhead
    return value

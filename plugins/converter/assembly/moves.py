"""Moves: what may become of the next fragment in a state, and what each choice is worth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from plugins.converter.assembly.cues import (
    CueBook,
    CueSums,
    name_move,
    open_cues,
    tell_stand,
    tell_way,
    weigh_end,
)
from plugins.converter.assembly.meetings import Meeting, meet
from plugins.converter.assembly.steps import LONGEST_HEADLINE, list_steps
from plugins.converter.pages.items import Kind
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Part, Signed, State, Strand

NEW = -1
# Into the caption or the furniture that was read last: these stand apart from all strands.
WITH_LAST = -2
# Kinds of items that stand apart from all strands: nothing goes on in them but a later piece.
APART = (Kind.FURNITURE, Kind.CAPTION)
# A line that names the page where a text goes on (（上接第一版）) is nothing else.
JUMP = "jump"
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
    """One choice: its value in nats, the part, the kind and the position of its strand (or NEW, WITH_LAST)."""

    value: float
    part: Part
    kind: Kind
    target: int


# What a fragment may become by its prior in nats: the part and the kind of its strand.
Choice = tuple[float, Part, Kind]


@dataclass(slots=True)
class Offer:
    """A move by its prior; `learned` is what the cues of its fragment and its strand add, once they were asked."""

    prior: float
    part: Part
    kind: Kind
    name: str
    learned: float | None = None


class Place(NamedTuple):
    """What a fragment may do in one place: in a strand that it meets, or apart from all strands.

    `passed` cut strands were opened before it; `best` is the highest prior.
    """

    offers: tuple[Offer, ...]
    best: float
    meeting: Meeting | None = None
    passed: int = 0


@dataclass(frozen=True, slots=True)
class MoveBook:
    """The moves for one fragment.

    States share most of their strands, and strands of different states are often equal, so what a strand offers is
    worked out once. Strands are known by identity: the book must not outlive the states it was asked about.
    """

    page: ScoredPage
    index: int
    cues: CueBook
    _meetings: dict[Strand, Meeting] = field(default_factory=dict)
    _strands: dict[tuple[int, bool, int], Place] = field(default_factory=dict)
    _places: dict[tuple[int, bool, int], Place] = field(default_factory=dict)
    _openings: dict[bool, Place] = field(default_factory=dict)
    _captions: dict[float, Place] = field(default_factory=dict)
    _last: dict[Kind, Place] = field(default_factory=dict)
    _moves: dict[tuple[int, int, float, int], list[Move]] = field(default_factory=dict)

    def propose(self, state: State) -> list[Move]:
        """All moves worth trying in a state."""
        places = self._list_places(state)
        least = max(place.best for _, place in places) - OUTWEIGHED
        way = tell_way(state)
        moves: list[Move] = []
        for target, place in places:
            if place.best >= least:
                on_way = self.cues.sum_way(way, tell_stand(self.page, self.index, state, target))
                moves += self._weigh(place, target, least, on_way)
        return moves

    def _weigh(self, place: Place, target: int, least: float, on_way: CueSums) -> list[Move]:
        """The moves into a place with a prior of `least` or more."""
        key = (id(place), target, least, id(on_way))
        moves = self._moves.get(key)
        if moves is None:
            moves = self._moves[key] = [
                Move(
                    offer.prior + self._learn(offer, place) + on_way[offer.name],
                    offer.part,
                    offer.kind,
                    target,
                )
                for offer in place.offers
                if offer.prior >= least
            ]
        return moves

    def _learn(self, offer: Offer, place: Place) -> float:
        if offer.learned is None:
            offer.learned = self.cues.lines.get(offer.name, 0.0)
            if place.meeting is not None:
                offer.learned += self.cues.weigh_strand(offer.name, place.meeting, offer.part, place.passed)
        return offer.learned

    def _list_places(self, state: State) -> list[tuple[int, Place]]:
        """All places by the position of their strand, NEW for none."""
        fragment = self.page.fragments[self.index]
        if fragment.gap < 0 and state.trace is not None and state.trace.kind in APART:
            return [(WITH_LAST, self._stay(state.trace.kind))]
        if self.page.scores[self.index].furniture_type == JUMP:
            return [(NEW, self._open(state))]
        if fragment.gap < 0 and state.active >= 0:
            return [(state.active, self._continue(state.strands[state.active], True, 0))]
        places = [(NEW, self._open(state))]
        passed = 0
        for position, strand in enumerate(state.strands):
            places.append((position, self._continue(strand, position == state.active, passed)))
            passed += _is_cut(strand)
        if fragment.cut in ("", "text") and self.page.scores[self.index].length <= LONGEST_CAPTION:
            places.insert(1, (NEW, self._caption([place.meeting for _, place in places if place.meeting])))
        return places

    def _open(self, state: State) -> Place:
        """Furniture and new strands: they depend on little else than the fragment."""
        interrupts = state.active >= 0 and _is_cut(state.strands[state.active])
        place = self._openings.get(interrupts)
        if place is None:
            is_jump = self.page.scores[self.index].furniture_type == JUMP
            strands = () if is_jump else _new_strands(self.page, self.index, interrupts)
            openings = (*_furniture(self.page, self.index), *strands)
            place = self._openings[interrupts] = _gather(openings, True, False)
        return place

    def _stay(self, kind: Kind) -> Place:
        """The item apart that was read last: a picture's credit goes with the caption above it."""
        if kind not in self._last:
            self._last[kind] = _gather([(0.0, Part.LINE, kind)], True, False)
        return self._last[kind]

    def _caption(self, meetings: Sequence[Meeting]) -> Place:
        """A caption shares words with its article as a paragraph does: that must not speak against it."""
        page, roles = self.page, self.page.weights.roles
        shared = max((meeting.cohesion for meeting in meetings), default=0.0)
        place = self._captions.get(shared)
        if place is None:
            value = (
                roles.caption * max(FAINT, page.scores[self.index].caption) + page.weights.structure.caption
            )
            value += roles.caption_shares * max(0.0, shared)
            place = self._captions[shared] = _gather([(value, Part.LINE, Kind.CAPTION)], True, False)
        return place

    def _continue(self, strand: Strand, is_active: bool, passed: int) -> Place:
        key = (id(strand), is_active, passed)
        place = self._strands.get(key)
        if place is None:
            place = self._strands[key] = self._meet(strand, is_active, passed)
        return place

    def _meet(self, strand: Strand, is_active: bool, passed: int) -> Place:
        meeting = self._meetings.get(strand)
        if meeting is None:
            meeting = self._meetings[strand] = meet(self.page, self.index, strand)
        key = (id(meeting), is_active, passed)
        place = self._places.get(key)
        if place is None:
            steps = _steps(meeting, is_active, passed)
            place = self._places[key] = _gather(steps, False, is_active, meeting, passed)
        return place


def _gather(
    choices: Sequence[Choice], is_new: bool, is_active: bool, meeting: Meeting | None = None, passed: int = 0
) -> Place:
    best = max((choice[0] for choice in choices), default=HOPELESS)
    offers = (
        Offer(value, part, kind, name_move(part, kind, is_new, is_active))
        for value, part, kind in choices
        if value >= best - OUTWEIGHED
    )
    return Place(tuple(offers), best, meeting, passed)


def open_book(page: ScoredPage, index: int) -> MoveBook:
    """The moves for a fragment, with what the learned cues say of them."""
    return MoveBook(page, index, open_cues(page, index))


def _steps(meeting: Meeting, is_active: bool, passed: int) -> list[Choice]:
    page, strand = meeting.page, meeting.strand
    fragment = page.fragments[meeting.head]
    if fragment.gap >= 0:
        steps = list_steps(meeting, is_active, passed)
        return [(value, part, strand.kind) for value, part in steps if value > HOPELESS]
    # A later piece of a line goes where the first one went.
    if fragment.cut in ("byline", "credit"):
        spoilt = strand.signed in (Signed.CLOSING, Signed.CUT)
        return [(page.weights.structure.second_byline if spoilt else 0.0, Part.BYLINE, strand.kind)]
    return [(0.0, Part.LINE if strand.kind is Kind.ADVERTISEMENT else Part.PARAGRAPH, strand.kind)]


def _furniture(page: ScoredPage, index: int) -> Iterator[Choice]:
    scores, structure, roles = page.scores[index], page.weights.structure, page.weights.roles
    value = roles.furniture * scores.furniture + structure.furniture
    if page.is_label(index):
        value = max(value, structure.unknown_label)
    elif page.has_furniture_words(index) or _may_be_slogan(page, index):
        value = max(value, structure.unknown_furniture)
    if value > HOPELESS:
        yield value, Part.LINE, Kind.FURNITURE


def _may_be_slogan(page: ScoredPage, index: int) -> bool:
    scores = page.scores[index]
    return scores.length <= LONGEST_SLOGAN and not scores.closed and page.fragments[index].cut == ""


def _new_strands(page: ScoredPage, index: int, interrupts: bool) -> Iterator[Choice]:
    scores, structure, roles = page.scores[index], page.weights.structure, page.weights.roles
    fragment = page.fragments[index]
    interrupt = structure.interrupt if interrupts else 0.0
    if scores.notice > FAINT or (scores.length <= LONGEST_TITLE and not scores.closed and not fragment.cut):
        value = roles.notice * max(FAINT, scores.notice) + structure.new_notice + interrupt
        yield value, Part.DISPLAY, Kind.NOTICE
    may_open = scores.display > FAINT or (scores.length <= LONGEST_HEADLINE and not scores.closed)
    if fragment.cut in ("", "headline") and may_open and not scores.names_signer:
        value = roles.display * scores.display + structure.new_article + interrupt + page.freshness(index)
        value -= structure.claimed * max(0.0, scores.furniture)
        yield value, Part.DISPLAY, Kind.ARTICLE
    value = roles.advertisement * max(scores.advertisement, FIRST_LINE) + structure.new_advertisement
    yield value + interrupt, Part.LINE, Kind.ADVERTISEMENT
    headless = structure.headless + interrupt - structure.claimed * max(0.0, scores.byline, scores.furniture)
    if fragment.cut == "dateline":
        # A brief without a headline: the dateline alone says that something new begins.
        yield headless / 2, Part.DATELINE, Kind.ARTICLE
    elif not scores.box_head:
        yield headless + min(0.0, page.freshness(index)), Part.PARAGRAPH, Kind.ARTICLE


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

"""Moves: what may become of the next fragment in a state, and what each choice is worth."""

from collections.abc import Iterator
from typing import NamedTuple

from plugins.converter.items import Kind
from plugins.converter.scored_page import ScoredPage
from plugins.converter.strands import Part, Signed, State, Strand

NEW = -1
# The lowest value a strand may reach and still be tried: everything below loses to reading the text as lost.
HOPELESS = -16.0
# Furniture below this is not tried.
FAINT = -4.0
# A line may be more of a subhead than of a headline by this much: subheads are shorter.
SUBHEAD_LEAD = 1.0
# No headline of the five pages is longer than 33 characters.
LONGEST_HEADLINE = 36
# Longest piece of a byline that shows no sign of one: `小学五年级三班 路子涵)`, `■ 本报记`.
LONGEST_PIECE = 14


class Move(NamedTuple):
    """One choice: its value, the part, the kind and the position of the strand it goes to (NEW for a new one)."""

    value: float
    part: Part
    kind: Kind
    target: int


def propose_moves(page: ScoredPage, state: State, index: int) -> Iterator[Move]:
    """All moves worth trying for fragment `index`."""
    if page.fragments[index].gap < 0 and state.active >= 0:
        yield _same_line(page, state, index)
        return
    yield from _apart(page, state, index)
    yield from _new_strands(page, state, index)
    for position, strand in enumerate(state.strands):
        for move in _into_strand(page, state, index, position, strand):
            if move.value > HOPELESS:
                yield move


def _same_line(page: ScoredPage, state: State, index: int) -> Move:
    strand = state.strands[state.active]
    fragment, structure = page.fragments[index], page.weights.structure
    if fragment.cut == "byline":
        spoilt = strand.signed in (Signed.CLOSING, Signed.CUT)
        return Move(structure.second_byline if spoilt else 0.0, Part.BYLINE, strand.kind, state.active)
    part = Part.LINE if strand.kind is Kind.ADVERTISEMENT else Part.PARAGRAPH
    return Move(0.0, part, strand.kind, state.active)


def _apart(page: ScoredPage, state: State, index: int) -> Iterator[Move]:
    """Furniture and captions stand apart from all strands."""
    scores, structure, roles = page.scores[index], page.weights.structure, page.weights.roles
    furniture = roles.furniture * scores.furniture + structure.furniture
    if page.is_label(index):
        furniture = max(furniture, structure.unknown_label)
    if furniture > FAINT:
        yield Move(furniture, Part.LINE, Kind.FURNITURE, NEW)
    if scores.caption > -4.0:
        yield Move(roles.caption * scores.caption + structure.caption, Part.LINE, Kind.CAPTION, NEW)


def _new_strands(page: ScoredPage, state: State, index: int) -> Iterator[Move]:
    scores, structure, roles = page.scores[index], page.weights.structure, page.weights.roles
    fragment = page.fragments[index]
    active = state.strands[state.active] if state.active >= 0 else None
    interrupt = structure.interrupt if active is not None and _is_cut(active) else 0.0
    if scores.notice > -4.0:
        yield Move(
            roles.notice * scores.notice + structure.new_notice + interrupt, Part.DISPLAY, Kind.NOTICE, NEW
        )
    if fragment.cut in ("", "headline") and (scores.display > -4.0 or scores.length <= LONGEST_HEADLINE):
        value = roles.display * scores.display + structure.new_article + interrupt + _freshness(page, index)
        yield Move(value, Part.DISPLAY, Kind.ARTICLE, NEW)
    value = roles.advertisement * scores.advertisement + structure.new_advertisement + interrupt
    yield Move(value, Part.LINE, Kind.ADVERTISEMENT, NEW)
    headless = structure.headless + interrupt - structure.claimed * max(0.0, scores.byline, scores.furniture)
    if fragment.cut == "dateline":
        # A brief without a headline: the dateline alone says that something new begins.
        yield Move(headless / 2, Part.DATELINE, Kind.ARTICLE, NEW)
    else:
        yield Move(headless + min(0.0, scores.begins) * structure.begin, Part.PARAGRAPH, Kind.ARTICLE, NEW)


def _is_cut(strand: Strand) -> bool:
    return strand.is_open and strand.kind is not Kind.ADVERTISEMENT


def _into_strand(page: ScoredPage, state: State, index: int, position: int, strand: Strand) -> Iterator[Move]:
    active = position == state.active
    if strand.kind is Kind.ADVERTISEMENT:
        if active:
            advertising = page.weights.roles.advertisement * page.scores[index].advertisement
            value = advertising + page.weights.structure.advertisement_stays
            yield Move(value, Part.LINE, strand.kind, position)
        return
    fragment = page.fragments[index]
    if fragment.cut == "dateline":
        yield Move(_dateline_value(page, strand, active), Part.DATELINE, strand.kind, position)
        return
    yield from _bylines(page, index, position, strand, active)
    if strand.signed is Signed.CUT:
        return
    yield from _texts(page, state, index, position, strand)
    if active:
        yield from _displays(page, index, position, strand)
        if strand.kind is Kind.NOTICE and page.scores[index].signature:
            yield Move(page.weights.structure.signature, Part.SIGNATURE, strand.kind, position)


def _dateline_value(page: ScoredPage, strand: Strand, active: bool) -> float:
    structure = page.weights.structure
    if not active or strand.texts or strand.has_dateline:
        return structure.dateline_misplaced
    return structure.dateline_leads


def _displays(page: ScoredPage, index: int, position: int, strand: Strand) -> Iterator[Move]:
    scores, structure, roles = page.scores[index], page.weights.structure, page.weights.roles
    if not strand.texts and strand.displays and not strand.has_dateline and strand.signed is Signed.NO:
        more = structure.second_display if strand.displays == 1 else structure.third_display
        if strand.displays == 1 and page.is_label(strand.display_at):
            more += structure.after_label
        more += _freshness(page, index) + roles.cohesion * page.cohesion(strand, index)
        yield Move(roles.display * scores.display + more, Part.DISPLAY, strand.kind, position)
    if strand.texts and not strand.is_open and strand.kind is Kind.ARTICLE:
        shape = min(scores.subhead, scores.display + SUBHEAD_LEAD)
        value = _freshness(page, index) + roles.cohesion * page.cohesion(strand, index)
        value += roles.subhead * shape + structure.subhead + page.twin_value(index, strand.last_subhead)
        if strand.last_subhead == index - 1:
            value += structure.subhead_again
        if scores.names_place:
            value += structure.subhead_place
        if strand.signed is Signed.CLOSING:
            value += structure.after_end
        yield Move(value, Part.SUBHEAD, strand.kind, position)


def _bylines(page: ScoredPage, index: int, position: int, strand: Strand, active: bool) -> Iterator[Move]:
    scores, structure, roles = page.scores[index], page.weights.structure, page.weights.roles
    short = scores.length <= LONGEST_PIECE and not scores.closed
    if strand.signed is Signed.CUT:
        sure = scores.byline_tail or scores.byline > 0
        if sure or short:
            value = structure.byline_ends if sure else structure.byline_goes_on
            near = structure.byline_near if strand.signed_at == index - 1 else 0.0
            yield Move(value + near, Part.BYLINE, strand.kind, position)
        if active:
            # The rest of the byline is lost: what comes next is read as if it had ended.
            yield Move(structure.byline_lost, Part.PARAGRAPH, strand.kind, position)
        return
    if strand.kind is Kind.NOTICE or (scores.byline <= -4.0 and not short):
        return
    value = roles.byline * scores.byline + (0.0 if active else structure.switch)
    if strand.signed_at == index - 1 and page.scores[index - 1].byline < 0.0:
        value = structure.byline_goes_on + min(0.0, value) / 2
    elif strand.signed is not Signed.NO:
        value += structure.second_byline
    elif strand.is_open:
        value += structure.byline_after_open
    elif strand.texts:
        value += structure.byline_closes if scores.bracketed or strand.texts == 1 else 0.0
    else:
        value += structure.byline_misplaced if scores.bracketed else structure.byline_leads
    yield Move(value, Part.BYLINE, strand.kind, position)


def _freshness(page: ScoredPage, index: int) -> float:
    """What the first character says for a line or a paragraph that begins here."""
    return min(3.0, page.scores[index].begins) * page.weights.structure.begin


def _texts(page: ScoredPage, state: State, index: int, position: int, strand: Strand) -> Iterator[Move]:
    scores, structure, roles = page.scores[index], page.weights.structure, page.weights.roles
    if page.fragments[index].cut in ("byline", "headline", "subhead"):
        return
    active = position == state.active
    value = roles.cohesion * page.cohesion(strand, index)
    value -= structure.claimed * max(0.0, scores.byline, scores.furniture, scores.notice)
    value += structure.stub * scores.stub
    if strand.signed is Signed.CLOSING:
        value += structure.after_end
    elif strand.signed is Signed.PERHAPS_CLOSING:
        value += structure.after_bare
    fresh = _freshness(page, index)
    if strand.is_open:
        passed = sum(1 for other in state.strands[:position] if _is_cut(other))
        switch = 0.0 if active else structure.switch + structure.switch_back * passed
        seam = roles.seam * page.seam(strand.tail, index) + structure.join
        piece = structure.display_as_piece * max(0.0, scores.display)
        yield Move(value + seam + switch - piece, Part.JOIN, strand.kind, position)
        cost = structure.unfinished_line if strand.kind is Kind.NOTICE else structure.unfinished
        if active:
            yield Move(value + cost + fresh, Part.PARAGRAPH, strand.kind, position)
        return
    value -= structure.display_as_text * max(0.0, scores.display)
    resume = 0.0 if active else structure.resume
    yield Move(value + resume + fresh, Part.PARAGRAPH, strand.kind, position)
    if active and strand.texts:
        yield Move(value + structure.orphan - fresh, Part.ORPHAN, strand.kind, position)


def close_value(page: ScoredPage, strand: Strand) -> float:
    """What it costs to end a strand as it is."""
    structure = page.weights.structure
    if strand.kind is Kind.ADVERTISEMENT:
        return 0.0
    value = structure.abandoned if strand.is_open and strand.kind is Kind.ARTICLE else 0.0
    if not strand.texts:
        value += structure.bare_headline
    if strand.subheads == 1:
        value += structure.lone_subhead
    return value

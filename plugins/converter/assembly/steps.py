"""Steps: what a fragment may add to one strand, and what each choice is worth."""

from collections.abc import Iterator

from plugins.converter.assembly.meetings import Meeting
from plugins.converter.assembly.text_steps import Step, list_text_steps
from plugins.converter.pages.items import Kind
from plugins.converter.scoring.roles import LIMIT
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Part, Signed, Strand

# Longest piece of a byline that shows no sign of one: `小学五年级三班 路子涵)`, `■ 本报记`.
LONGEST_PIECE = 14
# A line may be more of a subhead than of a headline by this much: subheads are shorter.
SUBHEAD_LEAD = 1.0
# Headlines are hardly longer than 36 characters, decks of several clauses are.
LONGEST_HEADLINE = 60
# The longest credits name offices: `齐春雷(市农业技术推广中心高级农艺师)`.
LONGEST_CREDIT = 60
# `本报综合` and `据新华社电` read as datelines by themselves.
LONGEST_SOURCE = 12
# Subheads are hardly longer, and may show no sign of one (20:15).
LONGEST_SUBHEAD = 40
LEAST_SUBHEAD = -4.0
# A display line of an advertisement may show no sign of one (微动力 新生活).
NEXT_LINE = -1.5


def list_steps(meeting: Meeting, is_active: bool, passed: int) -> Iterator[Step]:
    """All steps by which a fragment may go on in a strand; `passed` cut strands were opened before it."""
    page, index, strand = meeting.page, meeting.head, meeting.strand
    if strand.kind is Kind.ADVERTISEMENT:
        if is_active:
            yield _advertisement_value(page, index), Part.LINE
        return
    if page.fragments[index].cut == "dateline":
        yield _dateline_value(page, strand, is_active), Part.DATELINE
        if is_active and page.scores[index].length <= LONGEST_SOURCE:
            yield page.weights.structure.byline_unlike, Part.BYLINE
        return
    yield from _bylines(page, index, strand, is_active)
    cut_off = page.weights.structure.byline_lost if strand.signed is Signed.CUT else 0.0
    for value, part in list_text_steps(meeting, is_active, passed):
        yield value + cut_off, part
    if strand.kind is Kind.ARTICLE:
        yield from _subheads(meeting, is_active, cut_off)
    yield from _displays(meeting, is_active)
    if is_active and strand.kind is Kind.NOTICE and page.scores[index].signature:
        yield page.weights.structure.signature, Part.SIGNATURE


def _advertisement_value(page: ScoredPage, index: int) -> float:
    scores = page.scores[index]
    least = NEXT_LINE if scores.length <= LONGEST_HEADLINE and not scores.closed else -LIMIT
    advertising = page.weights.roles.advertisement * max(scores.advertisement, least)
    return advertising + page.weights.structure.advertisement_stays


def _dateline_value(page: ScoredPage, strand: Strand, active: bool) -> float:
    structure = page.weights.structure
    if not active or strand.texts or strand.has_dateline:
        return structure.dateline_misplaced
    return structure.dateline_leads


def _displays(meeting: Meeting, is_active: bool) -> Iterator[Step]:
    page, index, strand = meeting.page, meeting.head, meeting.strand
    scores, structure, roles = page.scores[index], page.weights.structure, page.weights.roles
    more = _weigh_place_of_display(page, index, strand)
    if more is not None and not scores.names_signer:
        more += page.freshness(index) + roles.cohesion * meeting.cohesion
        more -= structure.claimed * max(0.0, scores.furniture)
        switch = 0.0 if is_active else structure.switch
        yield roles.display * scores.display + more + switch, Part.DISPLAY


def _weigh_place_of_display(page: ScoredPage, index: int, strand: Strand) -> float | None:
    """What the strand says of a further display line, in nats; None where it can have none.

    The heads of two articles side by side take turns as their columns do, and a head in the middle of its article is
    read when the first column is over.
    """
    structure = page.weights.structure
    if strand.texts:
        if strand.kind is not Kind.ARTICLE or (strand.displays and strand.display_at != index - 1):
            return None
        place = structure.late_display if not strand.displays else structure.second_display
        ended = {Signed.CLOSING: structure.after_end, Signed.CUT: structure.byline_lost}
        return place + ended.get(strand.signed, 0.0)
    if not strand.displays or strand.has_dateline or strand.signed is not Signed.NO:
        return None
    more = structure.second_display if strand.displays == 1 else structure.third_display
    return more + (
        structure.after_label if strand.displays == 1 and page.is_label(strand.display_at) else 0.0
    )


def _subheads(meeting: Meeting, active: bool, cut_off: float) -> Iterator[Step]:
    page, index, strand = meeting.page, meeting.head, meeting.strand
    scores, structure, roles = page.scores[index], page.weights.structure, page.weights.roles
    if not strand.displays or scores.length > LONGEST_SUBHEAD:
        return
    shape = max(LEAST_SUBHEAD, min(scores.subhead, scores.display + SUBHEAD_LEAD))
    value = cut_off + page.freshness(index) + roles.cohesion * meeting.cohesion
    value += roles.subhead * shape + structure.subhead + page.twin_value(index, strand.last_subhead)
    if not active:
        value += structure.resume
    if strand.is_open:
        value += structure.unfinished
    if not strand.texts:
        value += structure.subhead_first
    if strand.signed is Signed.CLOSING:
        value += structure.after_end
    yield value + _company(page, index, strand), Part.SUBHEAD


def _company(page: ScoredPage, index: int, strand: Strand) -> float:
    """What the article's other lines say for a subhead."""
    structure = page.weights.structure
    value = structure.subhead_in_news if strand.has_dateline else 0.0
    if strand.last_subhead >= 0 and not page.is_twin(index, strand.last_subhead):
        value += structure.subhead_stranger
    if strand.last_subhead == index - 1:
        value += structure.subhead_again
    if page.scores[index].places:
        value += structure.subhead_place
        if page.is_elsewhere(strand, index):
            value += structure.subhead_elsewhere
    return value


def _bylines(page: ScoredPage, index: int, strand: Strand, active: bool) -> Iterator[Step]:
    scores, structure, roles = page.scores[index], page.weights.structure, page.weights.roles
    short = scores.length <= LONGEST_PIECE and not scores.closed
    if strand.signed is Signed.CUT:
        sure = scores.byline_tail or scores.byline > 0
        if sure or short:
            value = structure.byline_ends if sure else structure.byline_goes_on
            near = structure.byline_near if strand.signed_at == index - 1 else 0.0
            yield value + near, Part.BYLINE
        return
    if strand.kind is Kind.NOTICE or scores.length > LONGEST_CREDIT:
        return
    value = roles.byline * scores.byline + (0.0 if active else structure.switch)
    if scores.byline <= -4.0 and not short:
        value += structure.byline_unlike
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
    yield value, Part.BYLINE

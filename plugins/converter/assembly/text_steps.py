"""Text steps: how a fragment may go on or begin as text in one strand, and what each choice is worth."""

from collections.abc import Iterator

from plugins.converter.assembly.meetings import Meeting
from plugins.converter.pages.items import Kind
from plugins.converter.parsers.enumerations import NEXT, read_mark, relate_marks
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Part, Signed, Strand

# A start that cannot be one says that words are lost, or that the text goes on elsewhere: it counts so far for both.
LEAST_FRESH = -2.0

# One choice within a strand: its value in nats and the part.
Step = tuple[float, Part]


def list_text_steps(meeting: Meeting, active: bool, passed: int) -> Iterator[Step]:
    """The steps of a fragment as text; `passed` cut strands were opened before its strand."""
    page, index, strand = meeting.page, meeting.head, meeting.strand
    # Of 219 heads of boxes on marked pages none is text.
    if page.fragments[index].cut in ("byline", "headline", "subhead") or page.scores[index].box_head:
        return
    value = _weigh_text(meeting)
    closes_nothing = page.weights.structure.closes_nothing if page.scores[index].closes else 0.0
    fresh = page.freshness(index) + closes_nothing
    steps = (
        _behind_cut(meeting, active, passed, fresh) if strand.is_open else _behind_end(meeting, active, fresh)
    )
    for more, part in steps:
        yield value + more, part


def _weigh_text(meeting: Meeting) -> float:
    """What speaks for a fragment as text of a strand, whether it goes on or begins."""
    page, index, strand = meeting.page, meeting.head, meeting.strand
    scores, structure = page.scores[index], page.weights.structure
    value = page.weights.roles.cohesion * meeting.cohesion
    value -= structure.claimed * max(0.0, scores.byline, scores.furniture, scores.notice)
    value += structure.stub * scores.stub
    if strand.formula:
        value += structure.after_formula
    if strand.signed is Signed.CLOSING:
        value += structure.after_end
    elif strand.signed is Signed.PERHAPS_CLOSING:
        value += structure.after_bare
    return value


def _behind_cut(meeting: Meeting, active: bool, passed: int, fresh: float) -> Iterator[Step]:
    page, index, strand = meeting.page, meeting.head, meeting.strand
    scores, structure = page.scores[index], page.weights.structure
    switch = 0.0 if active else structure.switch + structure.switch_back * passed
    seam = (
        page.weights.roles.seam * page.seam(strand.tail, index) + structure.join + page.marks(strand, index)
    )
    yield seam + switch - structure.display_as_piece * max(0.0, scores.display), Part.JOIN
    if active or _is_next_point(page, index, strand):
        cost = structure.unfinished_line if strand.kind is Kind.NOTICE else structure.unfinished
        yield cost + switch + fresh, Part.PARAGRAPH


def _is_next_point(page: ScoredPage, index: int, strand: Strand) -> bool:
    """Whether a line is the next point of a strand's list, whose points may end in `；`."""
    mark = read_mark(page.fragments[index].text)
    return mark is not None and relate_marks(read_mark(page.fragments[strand.tail].text), mark) == NEXT


def _behind_end(meeting: Meeting, active: bool, fresh: float) -> Iterator[Step]:
    page, index, strand = meeting.page, meeting.head, meeting.strand
    scores, structure = page.scores[index], page.weights.structure
    piece = -structure.display_as_text * max(0.0, scores.display)
    if strand.texts and active:
        yield piece + structure.join_closed, Part.JOIN
    if not scores.closed and page.is_elsewhere(strand, index):
        piece += structure.line_elsewhere
    yield piece + fresh + (0.0 if active else structure.resume), Part.PARAGRAPH
    if active and strand.texts:
        yield piece + structure.orphan - max(LEAST_FRESH, fresh), Part.ORPHAN

"""Strand cues: what a strand waits for, and how a fragment would stand in it, as names that the learned table knows."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from plugins.converter.assembly.meetings import Meeting
from plugins.converter.language.quantities import name_quantity
from plugins.converter.language.word_edges import coarse, first_class, last_class
from plugins.converter.pages.items import Kind
from plugins.converter.parsers.enumerations import read_mark, relate_marks
from plugins.converter.scoring.columns import list_pair_cues
from plugins.converter.scoring.fragment_vectors import bucket_lead, bucket_likeness
from plugins.converter.scoring.line_cues import COLON, bucket, coarse_bucket, length_bucket
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Part, Strand

# Beyond this many fragments between, distances are all the same.
FAR = 6
# An article and an advertisement do not look the same to what stands behind them.
_KINDS = {Kind.ARTICLE: "a", Kind.NOTICE: "n", Kind.ADVERTISEMENT: "v"}
TEXTS = (Part.JOIN, Part.PARAGRAPH, Part.ORPHAN)
# How a line ends stands second among its cues.
END = 1


@lru_cache(maxsize=4096)
def describe_strand(strand: Strand) -> str:
    """What a strand has: whether its text is cut, how much text, how it is signed."""
    return (
        f"{_KINDS[strand.kind]}{'o' if strand.is_open else 'c'}{min(2, strand.texts)}{min(3, strand.displays)}"
        f"{strand.signed.value}{strand.has_dateline:d}{min(2, strand.subheads)}"
    )


def list_common_cues(meeting: Meeting) -> tuple[str, ...]:
    """What a strand shows to a fragment, whatever the fragment would become in it."""
    page, index, strand = meeting.page, meeting.head, meeting.strand
    score = page.scores[index]
    standing, size = describe_strand(strand), coarse_bucket(score.length)
    cohesion = meeting.cohesion
    shared = bucket(cohesion, 0.75)
    names = page.tell_names(strand, index)
    likeness = page.likeness(strand, index)
    alike = bucket_likeness(likeness)
    return (
        "Y" + alike,
        "YL" + alike + size,
        "Yq" + alike + standing[:2] + size,
        "Yk" + bucket_likeness(likeness, 2.0) + bucket(cohesion, 1.5),
        "Yr" + bucket_lead(likeness - page.likest(index)) + size,
        "P" + names,
        "PL" + names[0] + size,
        "Pk" + names[0] + bucket(cohesion, 1.5),
        "q" + standing,
        "qL" + standing + size + ("." if score.closed else ""),
        "k" + shared,
        "kL" + shared + size,
        "kd" + shared + str(min(FAR, index - _find_last(strand))),
    )


def _find_last(strand: Strand) -> int:
    return max(strand.tail, strand.display_at, strand.signed_at, strand.last_subhead)


def list_part_cues(meeting: Meeting, part: Part, passed: int) -> tuple[str, ...]:
    """How a fragment would stand in a strand as a certain part; `passed` cut strands were opened before it."""
    if part is Part.JOIN:
        return _list_join_cues(meeting, passed)
    return _LISTS[part](meeting) if part in _LISTS else ()


def list_text_cues(page: ScoredPage, tail: int, index: int) -> tuple[str, ...]:
    """How fragment `index` would stand as text of any kind behind fragment `tail`."""
    return (
        "t" + page.line_cues[tail][END] + page.line_cues[index][END],
        "T" + length_bucket(page.scores[tail].length) + length_bucket(page.scores[index].length),
        *list_pair_cues(page.scores, tail, index),
        *_list_point_cues(page.fragments[tail].text, page.fragments[index].text),
    )


def _list_point_cues(tail: str, text: str) -> Iterator[str]:
    """Whether a point of a list follows the one before it, and what one says (记者：…) what another did."""
    mark = read_mark(text)
    if mark is not None:
        relation = relate_marks(read_mark(tail), mark)
        yield "I" + relation
        yield "I" + relation + ("b" if mark.number == 0 else mark.form)
    if COLON.match(text):
        yield f"Is{COLON.match(tail) is not None:d}"


def list_seam_cues(page: ScoredPage, tail: int, index: int) -> tuple[str, ...]:
    """The seam of two fragments: by itself, beside its rivals, and by the words on its two sides."""
    seam, flow, score = page.seam(tail, index), page.flow(tail, index), page.scores[index]
    steep = bucket(seam, 2.0)
    last, first = last_class(page.fragments[tail].text), first_class(page.fragments[index].text)
    coarse_last, coarse_first = coarse(last), coarse(first)
    return (
        "j" + bucket(seam),
        "jL" + steep + coarse_bucket(score.length),
        "Gs" + bucket(flow),
        "Gj" + bucket(flow, 2.0) + steep,
        "r" + bucket(seam - page.rival_tail(tail, index)),
        "R" + bucket(seam - page.rival_head(tail, index)),
        "w" + coarse_last + "_" + first,
        "wj" + coarse_last + coarse_first + steep,
        "hs" + bucket(score.begins, 2.0) + page.line_cues[tail][END][-1],
        "Q" + name_quantity(page.fragments[tail].text, page.fragments[index].text),
    )


def _list_join_cues(meeting: Meeting, passed: int) -> tuple[str, ...]:
    """What the strand says of the seam."""
    page, index, strand = meeting.page, meeting.head, meeting.strand
    return (
        f"d{min(FAR, index - strand.tail)}{min(2, passed)}",
        "jk" + bucket(page.seam(strand.tail, index), 2.0) + bucket(meeting.cohesion, 1.5),
        "jY"
        + bucket(page.seam(strand.tail, index), 2.0)
        + bucket_likeness(page.likeness(strand, index), 2.0),
        "m" + bucket(page.marks(strand, index), 2.5) + str(min(2, strand.pending)),
    )


def _list_display_cues(meeting: Meeting) -> tuple[str, ...]:
    page, index, strand = meeting.page, meeting.head, meeting.strand
    if not strand.displays:
        return ("2late", "2late" + length_bucket(page.scores[index].length))
    last, score = page.scores[strand.display_at], page.scores[index]
    return (
        "2" + length_bucket(last.length) + length_bucket(score.length),
        "2D" + bucket(last.display, 2.0) + bucket(score.display, 2.0),
        "2G" + bucket(page.flow(strand.display_at, index)),
        f"2g{min(3, page.fragments[index].gap)}{strand.displays}",
    )


def _list_subhead_cues(meeting: Meeting) -> tuple[str, ...]:
    page, index, strand = meeting.page, meeting.head, meeting.strand
    last = strand.last_subhead
    return (
        f"S{page.is_twin(index, last):d}{bool(page.twins[index]):d}{min(2, strand.subheads)}",
        f"Sd{min(FAR, index - last) if last >= 0 else FAR}",
        f"Se{page.is_elsewhere(strand, index):d}{bool(page.scores[index].places):d}",
    )


_LISTS: Mapping[Part, Callable[[Meeting], tuple[str, ...]]] = {
    Part.DISPLAY: _list_display_cues,
    Part.SUBHEAD: _list_subhead_cues,
}


def list_end_cues(page: ScoredPage, strand: Strand) -> Iterator[str]:
    """How a strand looks when it ends."""
    standing, characters = describe_strand(strand), strand.characters
    is_cut = standing[1]
    yield "q" + standing
    yield "n" + coarse_bucket(characters) + length_bucket(characters) + is_cut
    if strand.tail >= 0:
        yield "t" + page.line_cues[strand.tail][END]
        yield f"a{min(FAR, len(page.fragments) - 1 - strand.tail)}{is_cut}"
        if strand.is_open:
            yield "R" + bucket(page.rival_head(strand.tail, -1))

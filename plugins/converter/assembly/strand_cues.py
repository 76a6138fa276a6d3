"""Strand cues: what a strand waits for, and how a fragment would stand in it, as names that the learned table knows."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from plugins.converter.language.quantities import name_quantity
from plugins.converter.language.word_edges import coarse, first_class, last_class
from plugins.converter.scoring.columns import list_pair_cues
from plugins.converter.scoring.line_cues import bucket, coarse_bucket, length_bucket
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Part, Strand

# Beyond this many fragments between, distances are all the same.
FAR = 6
TEXTS = (Part.JOIN, Part.PARAGRAPH, Part.ORPHAN)
# How a line ends stands second among its cues.
END = 1


@lru_cache(maxsize=4096)
def describe_strand(strand: Strand) -> str:
    """What a strand has: whether its text is cut, how much text, how it is signed."""
    return (
        f"{strand.kind.value[0]}{'o' if strand.is_open else 'c'}{min(2, strand.texts)}{min(3, strand.displays)}"
        f"{strand.signed.value}{strand.has_dateline:d}{min(2, strand.subheads)}"
    )


def list_common_cues(page: ScoredPage, index: int, strand: Strand) -> tuple[str, ...]:
    """What a strand shows to fragment `index`, whatever the fragment would become in it."""
    score = page.scores[index]
    standing, size = describe_strand(strand), coarse_bucket(score.length)
    cohesion, subject = page.cohesion(strand, index), page.subject(strand, index)
    shared, told = bucket(cohesion, 0.75), bucket(subject, 0.6)
    nearest = page.nearest(index)
    near = nearest > 0.0 and page.terms.overlap(strand.words, page.terms.masks[index]) >= 0.99 * nearest
    names = page.tell_names(strand, index)
    return (
        "P" + names,
        "PL" + names[0] + size,
        "Pk" + names[0] + bucket(cohesion, 1.5),
        "q" + standing,
        "qL" + standing + size + ("." if score.closed else ""),
        "k" + shared,
        "kL" + shared + size,
        "f" + told,
        "fL" + told + size,
        "fk" + bucket(subject, 1.2) + bucket(cohesion, 1.5),
        f"kn{near:d}" + bucket(min(nearest, 6.0), 1.5),
        "kd" + shared + str(min(FAR, index - _find_last(strand))),
    )


def _find_last(strand: Strand) -> int:
    return max(strand.tail, strand.display_at, strand.signed_at, strand.last_subhead)


def list_part_cues(page: ScoredPage, index: int, strand: Strand, part: Part, passed: int) -> Iterator[str]:
    """How fragment `index` would stand in a strand as a certain part, `list_text_cues` apart."""
    if part is Part.JOIN:
        yield f"d{min(FAR, index - strand.tail)}{min(2, passed)}"
    if part in _LISTS:
        yield from _LISTS[part](page, index, strand)


def list_text_cues(page: ScoredPage, index: int, strand: Strand) -> Iterator[str]:
    """How fragment `index` would stand in a strand as text of any kind."""
    if strand.tail < 0:
        return
    yield "t" + page.line_cues[strand.tail][END] + page.line_cues[index][END]
    yield "T" + length_bucket(page.scores[strand.tail].length) + length_bucket(page.scores[index].length)
    yield from list_pair_cues(page.scores, strand.tail, index)


def _list_join_cues(page: ScoredPage, index: int, strand: Strand) -> Iterator[str]:
    """The seam: by itself, beside its rivals, and by the words on its two sides."""
    tail, score = strand.tail, page.scores[index]
    seam = page.seam(tail, index)
    steep = bucket(seam, 2.0)
    yield "j" + bucket(seam)
    yield "jL" + steep + coarse_bucket(score.length)
    yield "jk" + steep + bucket(page.cohesion(strand, index), 1.5)
    yield "r" + bucket(seam - page.rival_tail(tail, index))
    yield "R" + bucket(seam - page.rival_head(tail, index))
    last, first = last_class(page.fragments[tail].text), first_class(page.fragments[index].text)
    yield "W" + last + "_" + coarse(first)
    yield "w" + coarse(last) + "_" + first
    yield "wj" + coarse(last) + coarse(first) + steep
    yield "m" + bucket(page.marks(strand, index), 2.5) + str(min(2, strand.pending))
    yield "h" + bucket(score.begins, 2.0) + page.line_cues[tail][END][-1]
    yield "Q" + name_quantity(page.fragments[tail].text, page.fragments[index].text)


def _list_display_cues(page: ScoredPage, index: int, strand: Strand) -> Iterator[str]:
    last, score = page.scores[strand.display_at], page.scores[index]
    yield "2" + length_bucket(last.length) + length_bucket(score.length)
    yield "2D" + bucket(last.display, 2.0) + bucket(score.display, 2.0)
    yield f"2g{min(3, page.fragments[index].gap)}{strand.displays}"


def _list_subhead_cues(page: ScoredPage, index: int, strand: Strand) -> Iterator[str]:
    last = strand.last_subhead
    yield f"S{page.is_twin(index, last):d}{bool(page.twins[index]):d}{min(2, strand.subheads)}"
    yield f"Sd{min(FAR, index - last) if last >= 0 else FAR}"
    yield f"Se{page.is_elsewhere(strand, index):d}{bool(page.scores[index].places):d}"


_LISTS: Mapping[Part, Callable[[ScoredPage, int, Strand], Iterator[str]]] = {
    Part.JOIN: _list_join_cues,
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

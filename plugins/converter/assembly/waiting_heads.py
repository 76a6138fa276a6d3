"""Waiting heads: where the heads of several articles stand together, which of them a text belongs to.

They are told apart by what they are about: how much likelier than the others a head is, by its place in the latent
space and by its words.
"""

from collections.abc import Sequence

from plugins.converter.pages.items import Kind
from plugins.converter.scoring.fragment_vectors import bucket_lead, bucket_likeness
from plugins.converter.scoring.line_cues import bucket
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Strand

# Shared words are told apart by steps of so much of their weight.
STEP = 1.5
# A head that waits alone has no rival.
FEWEST = 2


def list_waiting(strands: Sequence[Strand]) -> list[int]:
    """The positions of the articles that have begun and wait for their text."""
    return [at for at, strand in enumerate(strands) if strand.kind is Kind.ARTICLE and not strand.texts]


def list_fit_cues(page: ScoredPage, index: int, strands: Sequence[Strand], position: int) -> tuple[str, ...]:
    """How a fragment fits the strand at a position beside the heads that wait; `position` is -1 for a new one.

    Nothing where fewer than two heads wait, or where nothing tells what the fragment is about.
    """
    waiting = list_waiting(strands)
    if len(waiting) < FEWEST:
        return ()
    subject = page.find_subject(index)
    if subject is None:
        return ()
    others = [strands[at] for at in waiting if at != position]
    likest = max(page.likeness(strand, subject) for strand in others)
    most = max(_share(page, strand, subject) for strand in others)
    if position not in waiting:
        return ("Jo" + bucket_likeness(likest), "Jv" + bucket(most, STEP))
    strand = strands[position]
    alike = bucket_lead(page.likeness(strand, subject) - likest)
    shared = bucket(_share(page, strand, subject) - most, STEP)
    signed = str(strand.signed.value)
    return "Jy" + signed + alike, "Jw" + signed + shared, "Jb" + alike + shared


def _share(page: ScoredPage, strand: Strand, index: int) -> float:
    """The weight of the words that a strand and a fragment have in common."""
    return page.terms.overlap(strand.words, page.terms.masks[index])

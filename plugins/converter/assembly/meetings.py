"""Meetings: a fragment and a strand that it may go on in, and what ties the two."""

from typing import NamedTuple

from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Strand


class Meeting(NamedTuple):
    """A fragment (`head`) and a strand, and their cohesion in nats.

    Readings share most of their strands, so each meeting is measured once and asked for all its moves.
    """

    page: ScoredPage
    head: int
    strand: Strand
    cohesion: float


def meet(page: ScoredPage, index: int, strand: Strand) -> Meeting:
    """Measure what ties a fragment to a strand."""
    shared = page.terms.overlap(strand.words, page.terms.masks[index])
    return Meeting(page, index, strand, page.cohesion(strand.characters, shared, index))

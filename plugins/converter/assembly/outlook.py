"""Outlook: what the ends that a reading leaves open may still get.

A beam search compares readings of the same fragments, yet one that has just spent its best continuation looks better
than one that still has it before it: of `…与兽医说的一`, `…小广告二百多` and then `张。`, `样。`, the reading that
makes 一张 leads until 样 comes. So readings are ranked by score and outlook, as A* ranks paths (Hart, Nilsson and
Raphael 1968); the score itself stays what it is.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from plugins.converter.assembly.moves import NEW, Move
from plugins.converter.pages.items import Kind
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Part, State, Strand

TEXTS = frozenset({Part.JOIN, Part.PARAGRAPH, Part.ORPHAN})


def look_ahead(
    page: ScoredPage, states: Sequence[State], index: int, candidates: Sequence[tuple[float, int, Move]]
) -> Iterator[tuple[float, int]]:
    """Score and outlook of each candidate, with its number counted down from -0: ties go to the first."""
    open_end = 0.0 if page.scores[index].closed else page.hope(index, index)
    hope = cache(lambda tail: page.hope(tail, index))
    hopes = [
        [hope(strand.tail) if _may_go_on(strand) else 0.0 for strand in state.strands] for state in states
    ]
    totals = list(map(sum, hopes))
    for number, (score, position, (_, part, kind, target)) in enumerate(candidates):
        outlook = totals[position]
        if kind is Kind.ARTICLE and part in TEXTS:
            outlook += open_end
            if target != NEW:
                outlook -= hopes[position][target]
        yield score + outlook, -number


def _may_go_on(strand: Strand) -> bool:
    return strand.is_open and strand.kind is Kind.ARTICLE

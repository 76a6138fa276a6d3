"""Assembly: the best partition of a page's fragments into items, in reading order.

A beam search reads the page fragment by fragment. A state keeps the list of strands (items that may still go on), so
interleaved columns are several strands that take turns. Every open end wants one continuation and every orphan start
one predecessor: what stays open at the end of the page costs. The margin to the best reading that cuts an item
otherwise is the measure of its certainty.
"""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.converter.constraints import FREE, Constraints
from plugins.converter.items import Kind
from plugins.converter.moves import NEW, Move, close_value, propose_moves
from plugins.converter.scored_page import ScoredPage
from plugins.converter.strands import Group, Part, Signed, State, Strand, Trace, collect_groups

# Readings that are this many nats worse than the best so far have no chance to catch up.
LAG = 14.0
# Two readings that leave the same strands open have the same future; two of them are kept for the margin.
SAME_FUTURE = 2
# How many unfinished strands a reader of a page can have; three-way interleaving needs three.
STRAND_LIMIT = 5
# The margin that is reported when no other reading survived.
SAFE_MARGIN = LAG


@dataclass(frozen=True, slots=True)
class Cutting:
    """An item's group of fragments, its margin in nats, and how the second-best reading cuts its first fragment."""

    group: Group
    margin: float
    rival: Group | None


def assemble(page: ScoredPage, constraints: Constraints = FREE) -> tuple[Cutting, ...]:
    """Find the best partition of the page that keeps the constraints. An empty page gives no items."""
    width = _beam_width(len(page.fragments))
    states = [State(0.0, (), -1, None)]
    for index in range(len(page.fragments)):
        states = _advance(page, states, index, width, constraints)
    finals = sorted(
        (
            state._replace(score=state.score + sum(close_value(page, strand) for strand in state.strands))
            for state in states
        ),
        key=lambda state: -state.score,
    )
    return _compare(finals) if page.fragments else ()


def _beam_width(fragments: int) -> int:
    """Wide for pages as printed (at most some hundred lines), narrow for endless ones: time stays linear."""
    if fragments <= 400:
        return 40
    return 12 if fragments <= 3000 else 2


def _advance(
    page: ScoredPage, states: Sequence[State], index: int, width: int, constraints: Constraints
) -> list[State]:
    # Where no move keeps the corrections, the page is read on without them.
    candidates = _propose(page, index, states, constraints) or _propose(page, index, states, FREE)
    best = max(score for score, _, _ in candidates)
    kept: list[State] = []
    futures: dict[object, int] = {}
    for score, position, move in heapq.nlargest(width * 3, candidates, key=lambda candidate: candidate[0]):
        if score < best - LAG or len(kept) >= width:
            break
        state = _apply(page, states[position], index, move, score)
        future = (state.strands, state.active)
        futures[future] = futures.get(future, 0) + 1
        if futures[future] <= SAME_FUTURE:
            kept.append(state)
    return kept


def _propose(
    page: ScoredPage, index: int, states: Sequence[State], constraints: Constraints
) -> list[tuple[float, int, Move]]:
    return [
        (state.score + move.value, position, move)
        for position, state in enumerate(states)
        for move in constraints.choose(state, index, propose_moves(page, state, index))
    ]


def _apply(page: ScoredPage, state: State, index: int, move: Move, score: float) -> State:
    if move.kind in (Kind.FURNITURE, Kind.CAPTION):
        return State(
            score, state.strands, state.active, Trace(state.trace, index, move.part, move.kind, index)
        )
    if move.target == NEW:
        strand = _extend(page, _new_strand(move.kind, index), index, move.part)
        strands, score = _retire(page, (*state.strands, strand), len(state.strands), score)
        return State(score, strands, len(strands) - 1, Trace(state.trace, index, move.part, move.kind, index))
    strand = _extend(page, state.strands[move.target], index, move.part)
    strands = (*state.strands[: move.target], strand, *state.strands[move.target + 1 :])
    active = move.target
    if strand.signed is Signed.CLOSING or move.target != state.active:
        strands, score = _retire(page, strands, active, score)
        active = strands.index(strand)
    return State(score, strands, active, Trace(state.trace, index, move.part, move.kind, strand.first))


def _new_strand(kind: Kind, index: int) -> Strand:
    return Strand(kind, index, 0, -1, 0, -1, False, Signed.NO, -1, 0, 0, 0, -1, False, False)


def _extend(page: ScoredPage, strand: Strand, index: int, part: Part) -> Strand:
    scores = page.scores[index]
    strand = strand._replace(
        words=strand.words | page.terms.masks[index], characters=strand.characters + scores.length
    )
    if part is Part.DISPLAY:
        return strand._replace(displays=strand.displays + 1, display_at=index)
    if part is Part.SUBHEAD:
        return strand._replace(subheads=strand.subheads + 1, last_subhead=index)
    if part is Part.BYLINE:
        return strand._replace(signed=_sign(page, strand, index), signed_at=index)
    if part is Part.DATELINE:
        return strand._replace(has_dateline=True)
    if part is Part.SIGNATURE:
        return strand._replace(is_open=False)
    texts = strand.texts + (part is not Part.JOIN)
    formula = strand.formula or scores.formula
    return strand._replace(
        texts=texts, tail=index, is_open=not scores.closed and not scores.formula, formula=formula
    )


def _sign(page: ScoredPage, strand: Strand, index: int) -> Signed:
    scores = page.scores[index]
    if strand.signed is not Signed.CUT and scores.byline_head:
        return Signed.CUT
    if not strand.texts:
        return Signed.LEADING
    if scores.bracketed or strand.signed is Signed.CUT:
        return Signed.CLOSING
    return Signed.LEADING if strand.texts == 1 else Signed.PERHAPS_CLOSING


def _retire(
    page: ScoredPage, strands: Iterable[Strand], active: int, score: float
) -> tuple[tuple[Strand, ...], float]:
    """Drop strands that cannot go on, and the oldest when there are too many; their ends are paid now."""
    kept: list[Strand] = []
    listed = list(strands)
    excess = len(listed) - STRAND_LIMIT
    for position, strand in enumerate(listed):
        if position != active and (_is_over(strand) or excess > 0):
            excess -= 1
            score += close_value(page, strand)
        else:
            kept.append(strand)
    return tuple(kept), score


def _is_over(strand: Strand) -> bool:
    finished = strand.signed is Signed.CLOSING or strand.formula or strand.kind is Kind.ADVERTISEMENT
    return finished and not strand.is_open


def _compare(finals: Sequence[State]) -> tuple[Cutting, ...]:
    readings = [(state.score, collect_groups(state)) for state in finals]
    best_score, best = readings[0]
    others = [(score, groups, {group.fragments for group in groups}) for score, groups in readings[1:]]
    return tuple(_measure_margin(group, best_score, others) for group in best)


def _measure_margin(
    group: Group, best_score: float, others: Sequence[tuple[float, tuple[Group, ...], set[frozenset[int]]]]
) -> Cutting:
    fragments = group.fragments
    first = group.members[0][0]
    for score, groups, cuts in others:
        if fragments not in cuts:
            rival = next(other for other in groups if first in other.fragments)
            return Cutting(group, best_score - score, rival)
    return Cutting(group, SAFE_MARGIN, None)

"""Assembly: the best partition of a page's fragments into items, in reading order.

A beam search reads the page fragment by fragment. A state keeps the list of strands (items that may still go on), so
interleaved columns are several strands that take turns. Every open end wants one continuation and every orphan start
one predecessor: what stays open at the end of the page costs. The margin to the best reading that cuts an item
otherwise is the measure of its certainty.
"""

from collections.abc import Sequence

from plugins.converter.assembly.constraints import FREE, Constraints
from plugins.converter.assembly.growth import Growth
from plugins.converter.assembly.leads import list_leads, tell_lead
from plugins.converter.assembly.margins import Cutting, Forks, measure_margins
from plugins.converter.assembly.moves import APART, NEW, WITH_LAST, Move, MoveBook, close_value, open_book
from plugins.converter.assembly.outlook import look_ahead
from plugins.converter.assembly.rhythm import take_turn
from plugins.converter.pages.items import Kind
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Lead, Signed, State, Strand, Trace

# Readings that are this many nats worse than the best so far have no chance to catch up. Where several articles wait
# for text it is decided later whose line this one is, so each of them but one gives them more, up to MOST_WAITING.
LAG, PATIENCE = 9.0, 4.0
MOST_WAITING = 2
# Pages of more fragments are read with two readings at once.
LONG_PAGE = 3000
# How many unfinished strands a reader of a page can have; three-way interleaving needs three.
STRAND_LIMIT = 5


def assemble(page: ScoredPage, constraints: Constraints = FREE) -> tuple[Cutting, ...]:
    """Find the best partition of the page that keeps the constraints. An empty page gives no items."""
    states, forks = [State(0.0, (), -1, None)], Forks()
    for index in range(len(page.fragments)):
        states = advance(page, states, index, constraints, forks)
    finals = sorted(
        (
            state._replace(score=state.score + sum(close_value(page, strand) for strand in state.strands))
            for state in states
        ),
        key=lambda state: -state.score,
    )
    return measure_margins(finals, forks) if page.fragments else ()


def _beam_width(fragments: int) -> int:
    """Wide for pages as printed (some hundred lines), narrow for endless ones: they end within seconds."""
    return 32 if fragments <= LONG_PAGE else 2


def tell_lag(states: Sequence[State]) -> float:
    """By how many nats a reading may lag behind the best one of the states."""
    waiting = max(sum(map(_waits, state.strands)) for state in states)
    return LAG + PATIENCE * max(0, min(MOST_WAITING, waiting - 1))


def _waits(strand: Strand) -> bool:
    return strand.kind is Kind.ARTICLE and (strand.is_open or not strand.texts)


def advance(
    page: ScoredPage, states: Sequence[State], index: int, constraints: Constraints, forks: Forks
) -> list[State]:
    """The best states after one more fragment."""
    width, lag = _beam_width(len(page.fragments)), tell_lag(states)
    book, growth = open_book(page, index), Growth(page, index)
    # Where no move keeps the corrections, the page is read on without them.
    candidates = _propose(book, states, constraints) or _propose(book, states, FREE)
    promises = list(look_ahead(page, states, index, candidates))
    leads = list_leads(states, candidates, promises)
    promising = sorted(promises, reverse=True)[: width * 3]
    kept: dict[object, State] = {}
    for promise, number in promising:
        if promise < promising[0][0] - lag or len(kept) >= width:
            break
        score, position, move = candidates[-number]
        lead = tell_lead(leads[position], states[position], promise, move)
        state = apply_move(growth, states[position], move, score, lead)
        # Two readings that leave the same strands open have the same future: the better one goes on for both.
        future = (tuple(map(id, state.strands)), state.active)
        rival = kept.get(future)
        if rival is not None:
            # What a strand's end costs may have turned the order of the two.
            rival, state = sorted((rival, state), key=lambda reading: reading.score)
            forks.add(state, rival)
        kept[future] = state
    return list(kept.values())


def _propose(
    book: MoveBook, states: Sequence[State], constraints: Constraints
) -> list[tuple[float, int, Move]]:
    return [
        (state.score + move.value, position, move)
        for position, state in enumerate(states)
        for move in constraints.choose(state, book.index, book.propose(state))
    ]


def apply_move(growth: Growth, state: State, move: Move, score: float, lead: Lead | None = None) -> State:
    """The state that a move makes of another, with its score so far; `lead` is the move's before others."""
    index = growth.index
    if move.kind in APART:
        owner = state.trace.strand if move.target == WITH_LAST and state.trace else index
        trace = Trace(state.trace, index, move.part, move.kind, owner, lead)
        return state._replace(score=score, trace=trace)
    active = len(state.strands) if move.target == NEW else move.target
    if move.target == NEW:
        strand = growth.open(move.kind, move.part)
    else:
        strand = growth.extend(state.strands[active], move.part)
    strands = (*state.strands[:active], strand, *state.strands[active + 1 :])
    if strand.signed is Signed.CLOSING or active != state.active:
        strands, score = _retire(growth.page, strands, strand, score)
        active = next(position for position, other in enumerate(strands) if other is strand)
    trace = Trace(state.trace, index, move.part, move.kind, strand.first, lead)
    return State(score, strands, active, trace, take_turn(state.turns, strand.first))


def _retire(
    page: ScoredPage, strands: Sequence[Strand], active: Strand, score: float
) -> tuple[tuple[Strand, ...], float]:
    """Drop strands that cannot go on, and some when there are too many; their ends are paid now."""
    others = [strand for strand in strands if strand is not active]
    over = set(map(id, filter(_is_over, others)))
    lasting = [strand for strand in others if id(strand) not in over]
    # A cut text wants its rest, so strands between two paragraphs go before it, the oldest first.
    lasting.sort(key=lambda strand: strand.is_open)
    over.update(map(id, lasting[: max(0, len(lasting) + 1 - STRAND_LIMIT)]))
    score += sum(close_value(page, strand) for strand in strands if id(strand) in over)
    return tuple(strand for strand in strands if id(strand) not in over), score


def _is_over(strand: Strand) -> bool:
    finished = strand.signed is Signed.CLOSING or strand.formula or strand.kind is Kind.ADVERTISEMENT
    return finished and not strand.is_open

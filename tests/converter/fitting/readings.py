"""Readings of a page: the best one, and the best one that keeps to the gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.converter.assembly.assembly import advance, apply_move
from plugins.converter.assembly.constraints import FREE
from plugins.converter.assembly.cues import name_end
from plugins.converter.assembly.growth import Growth
from plugins.converter.assembly.margins import Forks
from plugins.converter.assembly.moves import NEW, Move, close_value, open_book
from plugins.converter.assembly.strand_cues import list_end_cues
from plugins.converter.pages.items import Kind
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import State, Strand, Trace, collect_groups
from tests.converter.fitting.lessons import Lesson, Target

START = State(0.0, (), -1, None)
# So many gold readings are followed at once: paragraphs may begin in more ways than one.
GUIDED_WIDTH = 4


@dataclass(frozen=True, slots=True)
class Walk:
    """A reading fragment by fragment: the score after each, and what its moves showed so far."""

    scores: tuple[float, ...]
    cues: tuple[Counter[str], ...]
    end_score: float
    end_cues: Counter[str]


def read_freely(page: ScoredPage) -> tuple[list[State], State]:
    """The best state after each fragment, and the best reading of the whole page."""
    states, tops = [START], []
    for index in range(len(page.fragments)):
        states = advance(page, states, index, FREE, Forks())
        tops.append(max(states, key=lambda state: state.score))
    return tops, max(states, key=lambda state: _final_score(page, state))


def read_gold(lesson: Lesson) -> State:
    """The best reading that makes the gold, as far as the moves can make it."""
    states: list[tuple[State, dict[int, int]]] = [(START, {})]
    for index, target in enumerate(lesson.targets):
        book, growth = open_book(lesson.page, index), Growth(lesson.page, index)
        found = [
            (state.score + move.value, state, firsts, move)
            for state, firsts in states
            for move in book.propose(state)
            if _keeps(move, target, state, firsts)
        ]
        if not found:
            break
        found.sort(key=lambda entry: -entry[0])
        states = [
            (apply_move(growth, state, move, score), {target.item: index} | firsts)
            for score, state, firsts, move in found[:GUIDED_WIDTH]
        ]
    return max((state for state, _ in states), key=lambda state: _final_score(lesson.page, state))


def _keeps(move: Move, target: Target, state: State, firsts: dict[int, int]) -> bool:
    if move.part not in target.parts or move.kind is not target.kind:
        return False
    if move.kind in (Kind.FURNITURE, Kind.CAPTION):
        return move.target < 0
    if move.target == NEW:
        return target.item not in firsts
    return firsts.get(target.item) == state.strands[move.target].first


def _final_score(page: ScoredPage, state: State) -> float:
    return state.score + sum(close_value(page, strand) for strand in state.strands)


def list_groups(state: State) -> set[frozenset[int]]:
    """The fragments of each article and notice of a reading."""
    groups = collect_groups(state.trace)
    return {group.fragments for group in groups if group.kind in (Kind.ARTICLE, Kind.NOTICE)}


def list_steps(state: State) -> list[Trace]:
    """The steps of a reading in page order."""
    steps: list[Trace] = []
    trace = state.trace
    while trace is not None:
        steps.append(trace)
        trace = trace.previous
    return steps[::-1]


def walk(page: ScoredPage, steps: Sequence[Trace]) -> Walk:
    """Go a reading's way again and note its scores and cues."""
    state, shown = START, Counter[str]()
    scores, cues = [], []
    for index, step in enumerate(steps):
        book, growth = open_book(page, index), Growth(page, index)
        move = next(move for move in book.propose(state) if _is_step(move, step, state))
        shown = shown + Counter(book.cues.list_cues(state, move.part, move.kind, move.target))
        after = apply_move(growth, state, move, state.score + move.value)
        for strand in _list_ended(state, after, growth, move):
            shown.update(_name_end_cues(page, strand))
        state = after
        scores.append(state.score)
        cues.append(shown)
    ends = Counter[str](name for strand in state.strands for name in _name_end_cues(page, strand))
    return Walk(tuple(scores), tuple(cues), _final_score(page, state), shown + ends)


def _is_step(move: Move, step: Trace, state: State) -> bool:
    if move.part is not step.part or move.kind is not step.kind:
        return False
    if move.kind in (Kind.FURNITURE, Kind.CAPTION):
        return True
    first = step.fragment if move.target == NEW else state.strands[move.target].first
    return first == step.strand


def _list_ended(before: State, after: State, growth: Growth, move: Move) -> list[Strand]:
    kept = {strand.first for strand in after.strands}
    grown = before.strands[move.target].first if move.target >= 0 else -1
    return [
        growth.extend(strand, move.part) if strand.first == grown else strand
        for strand in before.strands
        if strand.first not in kept
    ]


def _name_end_cues(page: ScoredPage, strand: Strand) -> list[str]:
    name = name_end(strand)
    return [f"{name} {cue}" for cue in list_end_cues(page, strand)]

"""Learned cues: the table, the sums that the search takes, and the lessons they are learned from."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.authorities import Places, default_folder, load_authorities
from plugins.converter.assembly.assembly import apply_move
from plugins.converter.assembly.cues import weigh_cues
from plugins.converter.assembly.growth import Growth
from plugins.converter.assembly.moves import Move, open_book
from plugins.converter.assembly.rhythm import rank_strand, tell_rhythm
from plugins.converter.language.weight_table import read_table
from plugins.converter.scoring.cue_table import CUES, HEADS, STARTS, make_cue_table
from plugins.converter.scoring.line_cues import bucket, coarse_bucket, length_bucket
from plugins.converter.scoring.scored_page import MOST_FLOW, ScoredPage
from plugins.converter.scoring.strands import State, Trace
from plugins.converter.scoring.weights import Weights
from tests.converter.evaluation.page_sets import read_composed_pages, read_first_pages
from tests.converter.fitting.lessons import Lesson, prepare_lesson
from tests.converter.fitting.perceptron import Learner, average, flatten, nest, study
from tests.converter.fitting.readings import START, list_steps, read_freely, read_gold, walk
from tests.converter.fitting.tables import write_table

TUNING = read_composed_pages("tuning").pages[:6]


@pytest.fixture(scope="module")
def places() -> Places:
    return load_authorities(default_folder()).places


@pytest.fixture(scope="module", params=range(len(TUNING)))
def lesson(request: pytest.FixtureRequest, places: Places) -> Lesson:
    gold, text = TUNING[request.param]
    found = prepare_lesson(text, gold.items, places, Weights())
    assert found is not None
    return found


@pytest.mark.parametrize("path", [CUES, HEADS, STARTS], ids=lambda path: path.name)
def test_tables_are_read_and_written_alike(path: Path, tmp_path: Path) -> None:
    table = read_table(path)
    assert table
    write_table(tmp_path / path.name, table)
    assert (tmp_path / path.name).read_bytes() == path.read_bytes()


def test_a_spoilt_row_is_named(tmp_path: Path) -> None:
    path = tmp_path / "cue_weights.tsv"
    path.write_text(">joinarticle\nj1\t0.5\nj2\tmuch\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"cue_weights\.tsv:3: .*fitting"):
        read_table(path)


@given(st.lists(st.sampled_from(["a", "b", "c", "unknown"]), max_size=6, unique=True))
def test_sums_of_all_moves_are_those_of_each(cues: list[str]) -> None:
    moves = {"join": {"a": 0.5, "b": -2.0}, "paragraph": {"a": 1.0, "c": 0.25}, "subhead": {}}
    sums = make_cue_table(moves).sum_all(cues)
    assert sums == {move: weigh_cues(moves, move, cues) for move in moves}


@settings(max_examples=60)
@given(st.integers(0, 10_000))
def test_buckets_grow_with_length(length: int) -> None:
    assert length_bucket(length) <= length_bucket(length + 1)
    assert coarse_bucket(length) <= coarse_bucket(length + 1)


@settings(max_examples=60)
@given(st.floats(-50, 50), st.floats(0.25, 4))
def test_buckets_are_bounded(value: float, step: float) -> None:
    assert -5 <= int(bucket(value, step)) <= 5


def test_sums_are_the_sums_of_the_cues(lesson: Lesson) -> None:
    """The search adds up cues in parts that it keeps; learning lists them one by one."""
    page = lesson.page
    bare = replace(page, weights=replace(page.weights, cues=make_cue_table({})))
    state = START
    for index, step in enumerate(list_steps(read_freely(page)[1])):
        book, priors = open_book(page, index), open_book(bare, index)
        prior = {move[1:]: move.value for move in priors.propose(state)}
        for move in book.propose(state):
            names = book.cues.list_cues(state, move.part, move.kind, move.target)
            learned = sum(weigh(page, name) for name in names)
            assert move.value == pytest.approx(prior[move[1:]] + learned)
        move = next(move for move in book.propose(state) if is_step(move, step, state))
        state = apply_move(Growth(page, index), state, move, state.score + move.value)


def is_step(move: Move, step: Trace, state: State) -> bool:
    strand = step.fragment if move.target < 0 else state.strands[move.target].first
    return (move.part, move.kind, strand) == (step.part, step.kind, step.strand)


def weigh(page: ScoredPage, name: str) -> float:
    move, cue = name.split(" ", 1)
    return page.weights.cues.moves.get(move, {}).get(cue, 0.0)


def test_a_walk_has_the_score_of_its_reading(lesson: Lesson) -> None:
    _, best = read_freely(lesson.page)
    again = walk(lesson.page, list_steps(best))
    assert again.scores[-1] == pytest.approx(best.score)


def test_the_search_seldom_misses_a_reading_as_good_as_the_gold(places: Places) -> None:
    lessons = [prepare_lesson(text, gold.items, places, Weights()) for gold, text in TUNING]
    missed = [lead for lesson in lessons if lesson and (lead := measure_lead(lesson)) > 1.0]
    assert len(missed) <= 1


def measure_lead(lesson: Lesson) -> float:
    """How many nats the gold leads what the search found; 0 where the moves cannot make the gold."""
    steps = list_steps(read_gold(lesson))
    if len(steps) < len(lesson.targets):
        return 0.0
    truth = walk(lesson.page, steps)
    return truth.end_score - walk(lesson.page, list_steps(read_freely(lesson.page)[1])).end_score


@pytest.mark.parametrize("number", range(5))
def test_the_moves_can_make_the_first_pages(number: int, places: Places) -> None:
    gold, text = read_first_pages().pages[number]
    lesson = prepare_lesson(text, gold.items, places, Weights())
    assert lesson is not None
    assert len(list_steps(read_gold(lesson))) == len(lesson.targets)


def test_a_page_teaches_up_to_where_no_move_makes_its_gold(lesson: Lesson) -> None:
    """The last fragment is said to be what no move makes of it; what stands before it is read and taught as ever."""
    *targets, last = lesson.targets
    spoilt = replace(lesson, targets=(*targets, replace(last, parts=frozenset())))
    steps = list_steps(read_gold(spoilt))
    assert len(steps) == len(targets)
    blank = replace(spoilt, page=replace(spoilt.page, weights=Weights(cues=make_cue_table({}))))
    lection = study(blank)
    assert not lection.reachable
    behind = [
        top.score - score
        for top, score in zip(
            read_freely(blank.page)[0],
            walk(blank.page, list_steps(read_gold(blank))).scores,
            strict=False,
        )
    ]
    assert bool(lection.difference) == (max(behind) > 0.0)


def test_a_page_is_learned(places: Places) -> None:
    """From the priors alone some page is read wrongly; what its lessons teach reads it rightly."""
    priors = Weights(cues=make_cue_table({}))
    lessons = [prepare_lesson(text, gold.items, places, priors) for gold, text in TUNING]
    wrong = next(one for one in lessons if one is not None and can_teach(one))
    learner = Learner(0.3, flatten({}))
    for _ in range(40):
        taught = study(
            replace(
                wrong, page=replace(wrong.page, weights=Weights(cues=make_cue_table(nest(learner.weights))))
            )
        )
        if taught.right == taught.articles:
            break
        learner.learn([taught.difference])
    assert taught.right == taught.articles


def can_teach(lesson: Lesson) -> bool:
    lection = study(lesson)
    return lection.reachable and lection.right < lection.articles


def test_the_mean_of_learners_counts_what_one_does_not_know_as_nothing() -> None:
    learners = [
        {"join*article a": 1.0, "join*article b": 0.3},
        {"join*article a": 2.0, "end*article c": -4.0},
    ]
    mean = average(learners, 0.2)
    assert mean == {"join*article": {"a": 1.5}, "end*article": {"c": -2.0}}
    assert average([learners[0]]) == nest(learners[0])


def test_whose_turn_it_is_is_a_cue(lesson: Lesson) -> None:
    page, state = lesson.page, START
    for index, step in enumerate(list_steps(read_freely(page)[1])):
        book = open_book(page, index)
        for move in book.propose(state):
            names = [name.split(" ", 1)[1] for name in book.cues.list_cues(state, *move[1:])]
            rank = "" if move.target < 0 else rank_strand(state.turns, state.strands[move.target].first)
            assert "Tl" + rank + tell_rhythm(state.turns) in names
        move = next(move for move in book.propose(state) if is_step(move, step, state))
        state = apply_move(Growth(page, index), state, move, state.score + move.value)


def test_a_seam_counts_how_prose_goes_on(lesson: Lesson) -> None:
    page = lesson.page
    mute = replace(page, weights=replace(page.weights, seam=replace(page.weights.seam, prose=0.0)), _seams={})
    weight = page.weights.seam.prose
    pairs = [(tail, head) for tail in range(6) for head in range(tail + 1, 6)]
    gained = [page.seam(*pair) - mute.seam(*pair) for pair in pairs]
    flows = [max(-MOST_FLOW, min(MOST_FLOW, page.flow(*pair))) for pair in pairs]
    assert gained == pytest.approx([weight * flow for flow in flows])
    assert any(flows)

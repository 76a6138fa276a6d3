"""Rhythm: whose turn it was, how far back, how long."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from plugins.converter.assembly.rhythm import (
    MEMORY,
    MOST_HEADS,
    UNKNOWN,
    rank_strand,
    take_turn,
    tell_queue,
    tell_rhythm,
)
from plugins.converter.pages.items import Kind
from plugins.converter.scoring.strands import Signed, Strand, Turn


def take_turns(strands: str) -> tuple[Turn, ...]:
    turns: tuple[Turn, ...] = ()
    for strand in strands:
        turns = take_turn(turns, ord(strand))
    return turns


def test_two_columns_take_turns() -> None:
    turns = take_turns("aabbaab")
    assert turns == (Turn(97, 2), Turn(98, 2), Turn(97, 2), Turn(98, 1))
    assert rank_strand(turns, ord("b")) == "0"
    assert rank_strand(turns, ord("a")) == "1"
    assert rank_strand(turns, ord("z")) == UNKNOWN
    assert tell_rhythm(turns) == "112"


def test_of_three_columns_the_next_one_lies_two_back() -> None:
    turns = take_turns("abcabc")
    assert rank_strand(turns, ord("a")) == "2"
    assert tell_rhythm(turns) == "211"


def test_a_page_begins_without_rhythm() -> None:
    assert tell_rhythm(()) == ""
    assert tell_rhythm(take_turns("a")) == UNKNOWN + "10"


@given(st.text(alphabet="abcd", max_size=40))
def test_turns_remember_the_latest_fragments(strands: str) -> None:
    turns = take_turns(strands)
    assert len(turns) <= MEMORY
    assert strands.endswith("".join(chr(turn.strand) * turn.lines for turn in turns))
    assert all(one.strand != other.strand for one, other in pairwise(turns))


def wait(first: int, signed: Signed = Signed.NO, texts: int = 0, kind: Kind = Kind.ARTICLE) -> Strand:
    """A strand of one headline, and perhaps more."""
    return Strand(kind, first, 1, first, texts, -1, False, 0, signed, -1, 0, 8, 0, -1, False, False, (first,))


def test_heads_wait_for_bylines_and_texts_in_their_order() -> None:
    strands = (wait(0, Signed.LEADING), wait(1), wait(2))
    assert [tell_queue(strands, position) for position in (0, 1, 2)] == ["3s0", "310", "321"]
    assert tell_queue(strands, -1) == "3"


def test_what_has_text_or_is_no_article_waits_for_nothing() -> None:
    strands = (wait(0, texts=2), wait(1, kind=Kind.NOTICE))
    assert tell_queue(strands, 0) == tell_queue(strands, -1) == ""
    assert tell_queue((*strands, wait(2)), 0) == "1"
    assert tell_queue((*strands, wait(2)), 2) == "100"


@given(st.lists(st.tuples(st.sampled_from(Signed), st.integers(0, 1)), max_size=6))
def test_each_head_that_waits_counts_those_before_it(heads: list[tuple[Signed, int]]) -> None:
    strands = [wait(first, signed, texts) for first, (signed, texts) in enumerate(heads)]
    queues = [tell_queue(strands, at) for at, (_, texts) in enumerate(heads) if not texts]
    assert all(queue[0] == str(min(MOST_HEADS, len(queues))) for queue in queues)
    earlier = [queue.replace("s", "")[1] for queue in queues]
    assert earlier == [str(min(MOST_HEADS, count)) for count in range(len(queues))]

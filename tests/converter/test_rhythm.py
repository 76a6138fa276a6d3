"""Rhythm: whose turn it was, how far back, how long."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from plugins.converter.assembly.rhythm import MEMORY, UNKNOWN, rank_strand, take_turn, tell_rhythm
from plugins.converter.scoring.strands import Turn


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

"""Marks of the points of a list: cases in a file, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.converter.parsers.enumerations import ALONE, NEXT, OTHER, Mark, read_mark, relate_marks
from tests.converter.case_tables import Row, read_table, text_of


@pytest.mark.parametrize("row", read_table("enumerations", "enumerations"), ids=text_of)
def test_a_point_has_a_mark_and_follows_another(row: Row) -> None:
    mark = read_mark(row["text"])
    assert mark == (Mark(row["form"], int(row["number"])) if row["form"] else None)
    if mark is not None:
        assert relate_marks(read_mark(row["before"]), mark) == row["relation"]


BEFORE = {
    "①": "②",
    "1.": "2.",
    "（1）": "（2）",
    "9、": "10、",
    "一、": "二、",
    "十、": "十一、",
    "■": "■",
    "●": "●",
}


@given(st.sampled_from(sorted(BEFORE)), st.text("天地玄黄宇宙洪荒，。", max_size=8), st.text(max_size=8))
def test_a_point_follows_the_one_before_it_whatever_they_say(first: str, said: str, before: str) -> None:
    mark = read_mark(BEFORE[first] + said)
    assert mark is not None
    assert relate_marks(read_mark(first + said), mark) == NEXT
    assert relate_marks(None, mark) == ALONE
    other = read_mark("★" + before)
    assert relate_marks(other, mark) == OTHER

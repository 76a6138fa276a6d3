"""Marks of the points of a list: cases in a file, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.converter.parsers.enumerations import ALONE, FIRST, NEXT, OTHER, Mark, read_mark, relate_marks
from tests.converter.case_tables import Row, read_table, text_of


@pytest.mark.parametrize("row", read_table("enumerations", "enumerations"), ids=text_of)
def test_a_point_has_a_mark_and_follows_another(row: Row) -> None:
    mark = read_mark(row["text"])
    assert mark == (Mark(row["form"], int(row["number"])) if row["form"] else None)
    if mark is not None:
        assert relate_marks(read_mark(row["before"]), mark) == row["relation"]


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_two_lines_are_points_or_not(before: str, text: str) -> None:
    mark = read_mark(text)
    assert mark is None or relate_marks(read_mark(before), mark) in (NEXT, FIRST, OTHER, ALONE)

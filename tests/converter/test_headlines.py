import pytest

from plugins.converter.parsers.headline_cues import CUES, Cue
from plugins.converter.parsers.headlines import (
    find_headline_mark,
    headline_shape,
    is_run_in,
    joins_across_space,
    split_headline_from_body,
    split_kicker,
    split_subhead_from_body,
    subhead_columns,
    subhead_shape,
)
from tests.converter.case_tables import Row, read_table, text_of


@pytest.mark.parametrize("row", read_table("headlines", "shapes"), ids=text_of)
def test_a_headline_has_its_shape(row: Row) -> None:
    assert (headline_shape(row["text"]) > 0.5) == (row["high"] == "yes")


@pytest.mark.parametrize("row", read_table("headlines", "spaces"), ids=text_of)
def test_a_space_parts_or_joins(row: Row) -> None:
    text = row["text"]
    column = text.index(" ")
    assert split_kicker(text) == (column if row["kicker"] == "yes" else None)
    assert joins_across_space(text, column) == (row["joined"] == "yes")


@pytest.mark.parametrize("row", read_table("headlines", "splits"), ids=text_of)
def test_a_line_with_headline_or_subhead_and_text(row: Row) -> None:
    text = row["text"]
    headline, subhead = split_headline_from_body(text), split_subhead_from_body(text)
    assert ("" if headline is None else text[:headline]) == row["headline"]
    if headline is None:
        assert ("" if subhead is None else text[:subhead]) == row["subhead"]


@pytest.mark.parametrize("row", read_table("headlines", "run-ins"), ids=text_of)
def test_a_run_in_lead_is_a_short_first_sentence(row: Row) -> None:
    assert is_run_in(row["text"]) == (row["run_in"] == "yes")


@pytest.mark.parametrize("row", read_table("headlines", "marks"), ids=text_of)
def test_a_printed_mark_tells_the_role(row: Row) -> None:
    mark = find_headline_mark(row["text"])
    assert (mark.role if mark else "") == row["role"]


def test_every_space_before_a_text_is_a_candidate() -> None:
    assert subhead_columns("启后 满意度成“试金石” 树牢观念。聚焦") == (12, 2)


def test_a_numbered_line_is_a_subhead_before_it_is_a_headline() -> None:
    assert subhead_shape("一、强化组织领导") > 0.7 > headline_shape("一、强化组织领导")


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.example)
def test_every_cue_holds_for_its_example(cue: Cue) -> None:
    assert cue.pattern.search(cue.example)

"""Marks of the points of a list: cases in a file, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.authorities import default_folder, load_authorities
from plugins.converter.assembly.cues import Stand, list_way_cues, tell_way
from plugins.converter.assembly.strand_cues import list_text_cues
from plugins.converter.pages.page import parse_page
from plugins.converter.parsers.enumerations import ALONE, NEXT, OTHER, Mark, read_mark, relate_marks
from plugins.converter.scoring.displays import judge_displays
from plugins.converter.scoring.fragments import cut_fragments
from plugins.converter.scoring.scored_page import score_page
from tests.converter.case_tables import Row, read_table, text_of
from tests.converter.fitting.readings import START


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


def test_points_answers_and_waiting_heads_are_cues() -> None:
    lines = ("■看：有没有标志；", "■掂：过轻的多半偷了料；", "●市区一处路口改灯。")
    raw = parse_page("p", "\n\n".join(lines) + "\n")
    page = judge_displays(score_page(cut_fragments(raw), load_authorities(default_folder()).places))
    assert {"I+", "I+b"} <= set(list_text_cues(page, 0, 1))
    assert "Ix" in list_text_cues(page, 1, 2)
    way = tell_way(START)
    assert "J21" in list_way_cues(page, 1, way, Stand("", "", "21"))
    assert not any(cue.startswith("J") for cue in list_way_cues(page, 1, way, Stand("", "", "")))

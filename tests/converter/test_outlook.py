"""Outlook, narrow columns and quantities: what lies ahead of a cut and around it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.authorities import default_folder, load_authorities
from plugins.converter.assembly.assembly import STRAND_LIMIT, apply_move
from plugins.converter.assembly.growth import Growth
from plugins.converter.assembly.moves import NEW, Move
from plugins.converter.assembly.outlook import look_ahead
from plugins.converter.language.quantities import name_quantity
from plugins.converter.pages.items import Kind
from plugins.converter.pages.page import read_page
from plugins.converter.scoring.columns import list_column_cues, list_pair_cues
from plugins.converter.scoring.displays import judge_displays
from plugins.converter.scoring.fragments import cut_fragments
from plugins.converter.scoring.scored_page import MOST_HOPE, ScoredPage, score_page
from plugins.converter.scoring.strands import Part, State

INTERLEAVED = """村里的老牛病了，村医检查后的结论与镇上兽医说的一

民警当场收缴了尚未来得及张贴的小广告二百多

张。

样。
"""
NARROW = """39岁的齐师傅是冠县人，每年

夏天都开着三轮车到开发区黄

河路边卖西瓜。7月19日

下午，气温接近37℃，他从

车上挑出六个又大又圆的西瓜

送人。
"""


def score(text: str, folder: Path) -> ScoredPage:
    path = folder / "page.txt"
    path.write_text(text, encoding="utf-8")
    return score_page(cut_fragments(read_page(path)), load_authorities(default_folder()).places)


def test_an_open_end_hopes_for_its_word(tmp_path: Path) -> None:
    page = score(INTERLEAVED, tmp_path)
    assert (
        page.hope(0, 2) == min(MOST_HOPE, page.seam(0, 3)) > 0.0
    )  # 一 | 样 is still to come when 张 is read
    assert page.hope(0, 3) == 0.0  # nothing comes behind the last line


def test_the_reading_that_keeps_a_better_end_open_leads(tmp_path: Path) -> None:
    page = score(INTERLEAVED, tmp_path)
    strands = tuple(Growth(page, index).open(Kind.ARTICLE, Part.PARAGRAPH) for index in (0, 1))
    state = State(0.0, strands, 1, None)
    joins = [(0.0, 0, Move(0.0, Part.JOIN, Kind.ARTICLE, target)) for target in (0, 1)]
    spent, kept = look_ahead(page, [state], 2, joins)
    assert kept[0] > spent[0]  # 张 to 二百多: 一 waits for 样
    assert (spent[1], kept[1]) == (0, -1)


def test_cut_texts_stay_where_whole_ones_are_dropped(tmp_path: Path) -> None:
    whole = [f"第{number}个村的路修好了。\n\n" for number in "一二三四五"]
    page = judge_displays(score("镇上兽医说的一\n\n" + "".join(whole) + "明天有雨。\n", tmp_path))
    strands = tuple(Growth(page, index).open(Kind.ARTICLE, Part.PARAGRAPH) for index in range(STRAND_LIMIT))
    state = State(0.0, strands, STRAND_LIMIT - 1, None)
    after = apply_move(Growth(page, 5), state, Move(0.0, Part.PARAGRAPH, Kind.ARTICLE, NEW), 0.0)
    assert [strand.first for strand in after.strands] == [0, 2, 3, 4, 5]  # the oldest whole one went


@settings(max_examples=30, deadline=None)
@given(lines=st.lists(st.text("天气晴好，一样张车站。", min_size=1, max_size=12), min_size=2, max_size=8))
def test_hope_never_grows(lines: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    page = score("\n\n".join(lines), tmp_path_factory.mktemp("hope"))
    hopes = [page.hope(0, index) for index in range(len(page.fragments))]
    assert hopes == sorted(hopes, reverse=True)
    assert all(hope >= 0.0 for hope in hopes)


def test_lines_of_a_narrow_column_are_told(tmp_path: Path) -> None:
    page = score(NARROW, tmp_path)
    assert list_column_cues(page.scores, 2)[0] == "C22"
    assert list_column_cues(page.scores, 5) == ("C00.", "Ce4.")  # the short last line behind a run
    assert list(list_pair_cues(page.scores, 1, 2)) == ["Cp-11"]


@pytest.mark.parametrize(
    ("tail", "head", "name"),
    [
        ("小广告二百多", "张。", "ac"),
        ("镇上兽医说的一", "张。", "一c"),
        ("还有一群人", "张望", "nc"),
        ("增加了1.6", "倍。", "dc"),
        ("全长三千", "米", "pm"),
        ("气温很高", "下午", "nn"),
    ],
)
def test_quantities_across_a_cut(tail: str, head: str, name: str) -> None:
    assert name_quantity(tail, head) == name

"""Heads of boxes: cases in a file, what holds for any text, and what a page makes of one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.authorities import default_folder, load_authorities
from plugins.converter.assembly.moves import open_book
from plugins.converter.pages.items import Role
from plugins.converter.pages.page import RawPage, parse_page
from plugins.converter.pages.spans import Span
from plugins.converter.parsers.box_heads import is_box_head
from plugins.converter.pipeline import convert_page
from plugins.converter.scoring.displays import judge_displays
from plugins.converter.scoring.fragments import Fragment, cut_fragments
from plugins.converter.scoring.roles import BOX_HEAD, score_roles
from plugins.converter.scoring.scored_page import score_page
from plugins.converter.scoring.strands import Part
from tests.converter.case_tables import Row, read_table, text_of
from tests.converter.fitting.readings import START


@pytest.mark.parametrize("row", read_table("boxes", "heads"), ids=text_of)
def test_heads_of_boxes(row: Row) -> None:
    assert is_box_head(row["text"]) == (row["head"] == "yes")


@given(st.text())
def test_a_box_head_is_a_short_line(text: str) -> None:
    assert not is_box_head(text) or len(text.strip()) < 40


def test_a_box_goes_with_the_story_above_it() -> None:
    lines = [
        "预付卡退费难 三成投诉没有合同",
        "",
        "“卡里还有一千八，店门却锁了。”3月12日，市民牛女士向记者反映，她在城区一家健身馆办的年卡只用了两个月，店家就关了门。",
        "",
        "市消费者协会统计，去年全市受理预付卡投诉412件，三成消费者拿不出书面合同，退费时店家不认账。",
        "",
        "相关链接",
        "",
        "办预付卡之前，消费者应当看清店家的营业执照，签订书面合同，写明退费的办法，并留好付款的凭证。",
    ]
    items, _ = convert_page(RawPage("box", tuple(lines)), load_authorities(default_folder()))
    (article,) = items.items
    assert list(article.texts(Role.SUBHEAD)) == ["相关链接"]
    assert article.paragraphs[-1].startswith("办预付卡之前")


def test_a_box_head_looks_like_a_subhead() -> None:
    lines = ("延伸阅读", "延伸服务")
    fragments = [Fragment(Span(number, 0, len(text)), text, 1) for number, text in enumerate(lines, 1)]
    box, other = score_roles(fragments, load_authorities(default_folder()).places)
    assert box.subhead >= BOX_HEAD > other.subhead


def test_lines_beside_the_head_of_a_box_know_it() -> None:
    lines = (
        "两个人把账对完，天已经黑了。",
        "记者手记",
        "量一量，比吵一吵管用",
        "采访中，老袁领我看他家的窗台。",
    )
    raw = parse_page("p", "\n\n".join(lines) + "\n")
    page = judge_displays(score_page(cut_fragments(raw), load_authorities(default_folder()).places))
    shown = [{cue for cue in cues if cue.startswith("b")} for cues in page.line_cues]
    assert shown[0] and all(cue.startswith("b-01") for cue in shown[0])
    assert any(cue.startswith("b010s") for cue in shown[1])
    assert any(cue.startswith("b100") for cue in shown[2])
    assert shown[3] == set()


def test_a_head_of_a_box_is_no_text_where_nothing_stands_before_it() -> None:
    raw = parse_page("p", "相关链接\n\n办卡之前，应当看清营业执照，签订书面合同，并留好付款的凭证。\n")
    page = judge_displays(score_page(cut_fragments(raw), load_authorities(default_folder()).places))
    parts = {move.part for move in open_book(page, 0).propose(START)}
    assert Part.DISPLAY in parts
    assert Part.PARAGRAPH not in parts

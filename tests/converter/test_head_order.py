"""Out of order: heads that take turns, stand amid an article, or must not; points of a list that stand apart."""

from pathlib import Path

import pytest

from plugins.authorities import default_folder, load_authorities
from plugins.converter.assembly.assembly import LAG, MOST_WAITING, PATIENCE, tell_lag
from plugins.converter.assembly.growth import Growth
from plugins.converter.assembly.moves import open_book
from plugins.converter.pages.items import Kind, Role
from plugins.converter.pages.page import parse_page
from plugins.converter.pipeline import convert_page
from plugins.converter.scoring.displays import judge_displays
from plugins.converter.scoring.fragments import cut_fragments
from plugins.converter.scoring.scored_page import score_page
from plugins.converter.scoring.strands import Part, State, Trace
from plugins.converter.scoring.weights import Weights
from tests.converter.fitting.lessons import prepare_lesson
from tests.converter.fitting.readings import START, list_groups, read_gold
from tests.converter.page_maker.marked import read_marked

HEADER = "newspaper: 聊城日报\ndate: 2014-05-03\ncity: 聊城\n\na: article\nb: article\n\n"
ALTERNATING = """a.kicker:一座老粮仓，空了十一年之后

b.kicker:三百亩荒滩上的新行当

a.headline:粮仓里开起了戏园子

b.headline:瓦匠老郭改行养蜂

a.paragraph:锣鼓一响，老粮仓的木门就开了。戏园子每周六唱一场，来听戏的多是附近的老人。

b.paragraph:老郭的蜂箱摆在荒滩的槐树林边。他说，盖房子看天，养蜂也看天。
"""
BEHIND_TEXT = """a.paragraph:锣鼓一响，老粮仓的木门就开了。戏园子每周六唱一场，来听戏的多是附近的老人。

a.kicker:一座老粮仓，空了十一年之后

a.headline:粮仓里开起了戏园子

a.paragraph:管事的老周原先是粮站的会计，如今他记的是谁点了哪一出戏。

b.headline:瓦匠老郭改行养蜂

b.paragraph:老郭的蜂箱摆在荒滩的槐树林边。他说，盖房子看天，养蜂也看天。
"""
POINTS_APART = """a.headline:取暖器怎么挑

a.paragraph:市工商局提醒，买电暖气别只看价签，有三样东西要看清楚，售货员说不明白的不要买。

a.paragraph:■看：有没有认证标志，底座有没有断电开关；

b.headline:瓦匠老郭改行养蜂

b.paragraph:老郭的蜂箱摆在荒滩的槐树林边。他说，盖房子看天，养蜂也看天。

a.paragraph:■掂：同样的功率，过轻的多半偷了料。
"""


@pytest.mark.parametrize(
    "lines", [ALTERNATING, BEHIND_TEXT, POINTS_APART], ids=["alternating", "behind text", "points apart"]
)
def test_the_search_can_read_what_is_out_of_order(lines: str, tmp_path: Path) -> None:
    """Not every such page is read right, but what no move offers could never be."""
    path = tmp_path / "xx-01.txt"
    path.write_text(HEADER + lines, encoding="utf-8")
    page, text = read_marked(path)
    lesson = prepare_lesson(text, page.items, load_authorities(default_folder()).places, Weights())
    assert lesson is not None
    assert list_groups(read_gold(lesson)) == lesson.articles


def test_a_signed_article_takes_no_headline_behind_its_text() -> None:
    text = (
        "去年秋天，村里的老人把这台织布机搬进了文化大院，来看的人一天比一天多，孩子们也跟着学起了织布。（李军）\n\n"
        "织布机的故事还在继续\n\n"
        "如今，文化大院每周六开放，三个老人轮流值守，织出来的土布还卖到了城里，很受欢迎。\n"
    )
    items = convert_page(parse_page("p", text), load_authorities(default_folder()))[0].items
    assert [item.text(Role.HEADLINE) for item in items if item.kind is Kind.ARTICLE] == [
        None,
        "织布机的故事还在继续",
    ]


def test_readings_may_lag_further_where_articles_wait_for_text() -> None:
    raw = parse_page(
        "p", "\n\n".join(("一座老粮仓的新生", "瓦匠老郭改行养蜂", "桥头的灯亮了", "村里开了书屋")) + "\n"
    )
    page = score_page(cut_fragments(raw), load_authorities(default_folder()).places)
    heads = [Growth(page, index).open(Kind.ARTICLE, Part.DISPLAY) for index in range(len(page.fragments))]
    lags = [tell_lag([State(0.0, tuple(heads[:count]), 0, None)]) for count in range(len(heads) + 1)]
    assert lags == [LAG + PATIENCE * min(MOST_WAITING, max(0, count - 1)) for count in range(len(heads) + 1)]
    with_text = tuple(head._replace(texts=1) for head in heads)
    assert tell_lag([State(0.0, with_text, 0, None)]) == LAG


@pytest.mark.parametrize(
    ("line", "may_open"),
    [("本报记者 李军 通讯员 张玉兰", False), ("本报评论员", True), ("老戏台又热闹起来", True)],
)
def test_who_signs_is_no_headline(line: str, may_open: bool) -> None:
    text = f"{line}\n\n腊月里，村里的戏台又搭了起来，锣鼓一响，四邻八乡的人都往这里赶。\n"
    page = judge_displays(
        score_page(cut_fragments(parse_page("p", text)), load_authorities(default_folder()).places)
    )
    moves = {(move.part, move.kind) for move in open_book(page, 0).propose(START)}
    assert ((Part.DISPLAY, Kind.ARTICLE) in moves) == may_open


@pytest.mark.parametrize(
    ("line", "may_follow"), [("本报记者 李军 通讯员 张玉兰", False), ("锣鼓一响满村都是人", True)]
)
def test_who_signs_is_no_deck(line: str, may_follow: bool) -> None:
    text = f"老戏台又热闹起来\n\n{line}\n\n腊月里，村里的戏台又搭了起来，锣鼓一响，四邻八乡的人都往这里赶。\n"
    page = judge_displays(
        score_page(cut_fragments(parse_page("p", text)), load_authorities(default_folder()).places)
    )
    head = Growth(page, 0).open(Kind.ARTICLE, Part.DISPLAY)
    moves = open_book(page, 1).propose(State(0.0, (head,), 0, Trace(None, 0, Part.DISPLAY, Kind.ARTICLE, 0)))
    assert any(move.part is Part.DISPLAY and move.target == 0 for move in moves) == may_follow

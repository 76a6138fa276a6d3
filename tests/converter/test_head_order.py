"""Heads out of order: two that take turns, and one that stands amid its article."""

from pathlib import Path

import pytest

from plugins.authorities import default_folder, load_authorities
from plugins.converter.scoring.weights import Weights
from tests.converter.fitting.lessons import prepare_lesson
from tests.converter.fitting.readings import list_groups, read_gold
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


@pytest.mark.parametrize("lines", [ALTERNATING, BEHIND_TEXT], ids=["alternating", "behind text"])
def test_the_search_can_read_heads_out_of_order(lines: str, tmp_path: Path) -> None:
    """Not every such page is read right, but what no move offers could never be."""
    path = tmp_path / "xx-01.txt"
    path.write_text(HEADER + lines, encoding="utf-8")
    page, text = read_marked(path)
    lesson = prepare_lesson(text, page.items, load_authorities(default_folder()).places, Weights())
    assert lesson is not None
    gold = read_gold(lesson)
    assert gold is not None
    assert list_groups(gold) == lesson.articles

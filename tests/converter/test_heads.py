"""Heads: which display line is kicker, headline or deck."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.converter.description.head_cues import SERIES, Opening, list_head_cues, list_head_readings
from plugins.converter.description.heads import read_head
from plugins.converter.language.characters import fold
from plugins.converter.pages.items import Role
from plugins.converter.pages.spans import Span
from plugins.converter.scoring.fragments import Fragment
from tests.converter.case_tables import Row, read_table
from tests.converter.fitting.heads import fit_heads, list_article_heads, list_page_heads, measure_heads
from tests.converter.page_maker.article import Article
from tests.converter.page_maker.marked import read_marked

LINES = st.lists(
    st.text("春风吹绿聊城，“三问”——？2023 年", min_size=1).filter(str.strip), min_size=1, max_size=4
)


def set_lines(texts: list[str]) -> list[Fragment]:
    return [Fragment(Span(number, 0, len(text)), text, 1) for number, text in enumerate(texts, 1)]


@pytest.mark.parametrize("row", read_table("heads", "heads"), ids=lambda row: row["first"])
def test_roles_of_display_lines(row: Row) -> None:
    lines = [line for line in (row["first"], row["second"], row["third"]) if line]
    found = read_head(set_lines(lines), Opening("", has_dateline=False)).elements
    assert "".join(element.role.value[0] for element in found) == row["roles"]


@settings(max_examples=60, deadline=None)
@given(texts=LINES, lead=st.text("春风吹绿聊城，三问", max_size=20), has_dateline=st.booleans())
def test_every_head_has_a_headline_and_keeps_its_order(
    texts: list[str], lead: str, has_dateline: bool
) -> None:
    texts = [text.strip() for text in texts]
    elements, likelihood = read_head(set_lines(texts), Opening(lead, has_dateline))
    assert likelihood <= 0.0
    order = "".join(element.role.value[0] for element in elements)
    assert order == "k" * order.count("k") + "h" * order.count("h") + "d" * order.count("d")
    assert Role.HEADLINE in [element.role for element in elements]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_readings_are_all_different(count: int) -> None:
    readings = list(list_head_readings(count))
    assert len(set(readings)) == len(readings)
    assert all(roles.count(Role.HEADLINE) in (1, 2) for roles in readings)


def test_cues_tell_the_readings_of_a_head_apart() -> None:
    lines = ("泉水复涌了", "停喷十一年后日出水三百立方米")
    shown = {
        tuple(list_head_cues(lines, (1, 1), Opening("", False), roles)) for roles in list_head_readings(2)
    }
    assert len(shown) == 3


def test_heads_are_learned() -> None:
    """Unlearned, the first line is the headline; lessons where it never is put it above the headline."""
    names = ("桥头", "井边", "渡口", "麦场", "校园", "书屋", "车站", "灯会")
    articles = [
        Article(name, kicker=f"记者在{name}走访三天，听人们讲了二十件事", headline=f"{name}的故事")
        for name in names
    ]
    heads = list(list_article_heads(articles, seed=1, count=1))
    assert measure_heads({}, heads[6:]) == 0.0
    assert measure_heads(fit_heads(heads[:6]), heads[6:]) == 1.0


def test_heads_of_a_page_are_learned_as_they_are_printed(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        "city: 聊城\n\na: article | headline_accept=搬进大院\nb: article\n\n"
        "a.kicker:不用再捉迷藏\na.headline:马路早市\n\n\n\nb.headline:只有一行\n\na.headline:搬进大院\n\n"
        "a.dateline:本报讯‖a.paragraph:菜农冯玉霞把电动三\n\na.paragraph+:轮车停稳。\n",
        encoding="utf-8",
    )
    head, *copies = list_page_heads(*read_marked(path))
    assert head.texts == ("不用再捉迷藏", "马路早市", "搬进大院")
    assert [role.value for role in head.roles] == ["kicker", "headline", "headline"]
    assert head.gaps == (0, 0, 1)
    assert head.text == Opening("菜农冯玉霞把电动三轮车停稳。", True)
    assert head.accepted == {"马路早市搬进大院", "搬进大院"}
    assert all(copy == head for copy in copies)


def test_the_line_that_the_text_says_again_is_the_headline() -> None:
    """Two lines of one shape, the headline now above and now below: nothing but the text tells them apart."""
    phrases = ("麦浪翻金", "荷塘飘香", "书声琅琅", "灯火通明", "泉水叮咚", "果树挂彩", "锣鼓喧天", "炊烟袅袅")
    pairs = [(one, other) for one in phrases for other in phrases if one != other]
    articles = [
        Article("x", headline=one, **{role: other}, body=(f"昨天一早，{one}的消息传遍了全县。",))
        for role in ("kicker", "deck")
        for one, other in pairs
    ]
    heads = list(list_article_heads(articles, seed=1, count=1))
    untold = [replace(head, text=Opening("", False)) for head in heads]
    assert measure_heads(fit_heads(heads), heads) == 1.0
    assert measure_heads(fit_heads(untold), untold) < 0.9


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("竹竿巷里的手艺人（之四）", True),
        ("脱贫攻坚一线蹲点报告之七", True),
        ("（系列报道之三）", True),
        ("水城往事（下篇）", True),
        ("民生系列报道", True),
        ("淄博入选全国百强城市之一", False),
        ("完成投资超三分之二", False),
        ("好品山东系列", False),
    ],
)
def test_one_of_a_series(line: str, is_one: bool) -> None:
    assert (SERIES.search(fold(line)) is not None) == is_one


def test_a_line_that_ends_in_a_colon_and_one_of_a_series_are_cues() -> None:
    texts = ("聊城市医保局：", "竹竿巷里的手艺人（之四）")
    cues = set(list_head_cues(texts, (0, 1), Opening("", False), (Role.KICKER, Role.HEADLINE)))
    assert {"k:$1", "k#0", "h:$0", "h#1"} <= cues

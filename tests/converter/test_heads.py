"""Heads: which display line is kicker, headline or deck."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.converter.description.head_cues import list_head_cues, list_head_readings
from plugins.converter.description.heads import read_head
from plugins.converter.pages.items import Role
from plugins.converter.pages.spans import Span
from plugins.converter.scoring.fragments import Fragment
from tests.converter.case_tables import Row, read_table
from tests.converter.fitting.heads import fit_heads, measure_heads
from tests.converter.page_maker.article import Article

LINES = st.lists(
    st.text("春风吹绿聊城，“三问”——？2023 年", min_size=1).filter(str.strip), min_size=1, max_size=4
)


def set_lines(texts: list[str]) -> list[Fragment]:
    return [Fragment(Span(number, 0, len(text)), text, 1) for number, text in enumerate(texts, 1)]


@pytest.mark.parametrize("row", read_table("heads", "heads"), ids=lambda row: row["first"])
def test_roles_of_display_lines(row: Row) -> None:
    lines = [line for line in (row["first"], row["second"], row["third"]) if line]
    found = read_head(set_lines(lines), has_dateline=False).elements
    assert "".join(element.role.value[0] for element in found) == row["roles"]


@settings(max_examples=60, deadline=None)
@given(texts=LINES, has_dateline=st.booleans())
def test_every_head_has_a_headline_and_keeps_its_order(texts: list[str], has_dateline: bool) -> None:
    texts = [text.strip() for text in texts]
    elements, likelihood = read_head(set_lines(texts), has_dateline)
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
    shown = {tuple(list_head_cues(lines, (1, 1), False, roles)) for roles in list_head_readings(2)}
    assert len(shown) == 3


def test_heads_are_learned() -> None:
    """Unlearned, the first line is the headline; lessons where it never is put it above the headline."""
    names = ("桥头", "井边", "渡口", "麦场", "校园", "书屋", "车站", "灯会")
    articles = [
        Article(name, kicker=f"记者在{name}走访三天，听人们讲了二十件事", headline=f"{name}的故事")
        for name in names
    ]
    assert measure_heads({}, articles[6:]) == 0.0
    assert measure_heads(fit_heads(articles[:6]), articles[6:]) == 1.0

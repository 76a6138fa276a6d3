"""Rows of tables and lists: cases in a file, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.authorities import default_folder, load_authorities
from plugins.converter.pages.page import RawPage
from plugins.converter.parsers.list_rows import begins_row, is_table_row
from plugins.converter.pipeline import convert_page
from tests.converter.case_tables import Row, read_table


@pytest.mark.parametrize("row", read_table("rows", "rows"), ids=lambda row: row["text"][:12])
def test_rows(row: Row) -> None:
    assert begins_row(row["before"], row["text"], row["alone"] == "yes") == (row["row"] == "yes")


@given(st.text(), st.text(), st.booleans())
def test_any_lines_are_rows_or_not(before: str, text: str, is_alone: bool) -> None:
    assert begins_row(before, text, is_alone) in (True, False)
    assert not is_table_row(text.replace(" ", "").replace("\u3000", "") + "。")


def test_rows_of_a_table_are_paragraphs_of_their_article() -> None:
    lines = [
        "油菜涨到三块五 市民转头买冬瓜",
        "",
        "“前天还两块多，今天就涨了。”昨天上午，记者在城区一家菜市场看到，叶菜的价格普遍上涨。记者从市物价局了解到的主要蔬菜价格(元/斤)如下:",
        "菠菜 4.50 涨58%",
        "油菜 3.50 涨46%",
        "冬瓜 0.60 持平",
        "“叶菜怕涝，一泡就烂，所以嫌贵的人都去买冬瓜。”在这家市场卖了十年菜的摊主说。",
    ]
    page = RawPage("table", tuple(lines))
    items, _ = convert_page(page, load_authorities(default_folder()))
    (article,) = items.items
    assert [paragraph[:6] for paragraph in article.paragraphs[1:4]] == ["菠菜 4.5", "油菜 3.5", "冬瓜 0.6"]

"""Losses: where a text begins amid a sentence, and what is learned of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.converter.description.start_cues import is_torn, list_start_cues
from tests.converter.case_tables import Row, read_table
from tests.converter.fitting.starts import fit_starts
from tests.converter.page_maker.article import Article


@pytest.mark.parametrize("row", read_table("losses", "starts"), ids=lambda row: row["text"][:12])
def test_starts(row: Row) -> None:
    assert is_torn(row["text"]) == (row["torn"] == "yes")


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_any_text_has_cues(text: str) -> None:
    assert "1" in list(list_start_cues(text))
    assert is_torn(text) in (True, False)


def test_torn_starts_are_learned() -> None:
    body = "近日，村里的书屋添了三百册新书，放学以后孩子们都往这里跑，管理员说最抢手的是连环画和科普书。"
    articles = [Article(f"a{number}", body=(f"{number}月{body}",)) for number in range(1, 9)]
    weights = fit_starts(articles)

    def weigh(text: str) -> float:
        return sum(weights.get(f"lost {cue}", 0.0) for cue in list_start_cues(text))

    assert weigh("9月" + body) < 0.0 < weigh(body[13:])

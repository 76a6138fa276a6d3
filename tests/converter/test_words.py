"""The words of a text: nothing lost, jieba and rjieba alike, keywords that tell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.converter.language import words

SENTENCES = [
    "聊城市卫生健康委召开创建全国文明城市工作推进会。",
    "读者热线:0635-8451234,2023.3.1 星期三",
    "花园南路皋东街2号市内235公交直达",
]


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_cut_words_loses_nothing(text: str) -> None:
    assert "".join(words.cut_words(text)) == text


@pytest.mark.parametrize("sentence", SENTENCES)
def test_jieba_and_rjieba_cut_alike(sentence: str) -> None:
    pytest.importorskip("rjieba")
    assert list(words._load_jieba_cutter()(sentence)) == words.cut_words(sentence)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["卫生", "健康", "聊城", "2023", "年", "、", "A4", " ", "的", "演练", "犇"])))
def test_jieba_and_rjieba_cut_any_mixture_alike(parts: list[str]) -> None:
    pytest.importorskip("rjieba")
    text = "".join(parts)
    assert list(words._load_jieba_cutter()(text)) == words.cut_words(text)


def test_jieba_says_nothing_and_leaves_no_cache(tmp_path, monkeypatch, capfd) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    words._load_jieba_cutter.__wrapped__()("聊城")
    assert list(tmp_path.iterdir()) == []
    assert capfd.readouterr() == ("", "")


def test_frequency_knows_words_from_strings_that_are_none() -> None:
    assert words.word_frequency("医院") > words.word_frequency("韭菜") > 0
    assert words.word_frequency("院面") == 0


def test_weight_is_higher_for_rare_words() -> None:
    assert words.word_weight("我们") < words.word_weight("韭菜")


def test_keywords_are_the_telling_words_best_first() -> None:
    text = "韭菜种植带动增收。村民种植韭菜,韭菜长势良好。2020年的事,他们的合作社。"
    found = words.keywords(text, 3)
    assert found[0] == "韭菜"
    assert len(found) == 3
    assert words.keywords(text, 0) == []

"""The words behind the cues: names of columns, the classes of words at a text's ends."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.converter.language.word_edges import GRAMMAR, coarse, first_class, last_class
from plugins.converter.scoring.label_words import count_label_words


@pytest.mark.parametrize(
    ("line", "count"),
    [("新春走基层", 1), ("民生直通车", 2), ("市委召开会议", 0), ("", 0)],
)
def test_words_of_column_names(line: str, count: int) -> None:
    assert count_label_words(line) == count


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("的时候，一集", "的", "m"),
        ("3月1日，全市召开会议", "0", "n"),
        ("“好！”他说", '"', "说"),
        ("有关部门负责人介绍，", "v", ","),
    ],
)
def test_classes_of_the_words_at_the_ends(text: str, first: str, last: str) -> None:
    assert (first_class(text), last_class(text)) == (first, last)


@settings(max_examples=80)
@given(st.text(min_size=1, max_size=30))
def test_every_text_has_ends(text: str) -> None:
    for name in (first_class(text), last_class(text)):
        assert name in GRAMMAR or len(name) <= 1
        assert coarse(name) == ("g" if name in GRAMMAR else name)

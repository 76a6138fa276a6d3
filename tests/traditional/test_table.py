from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from plugins.traditional.table import learn_table

convert = OpenCC("s2t").convert

TEXTS = [
    "关系到系统，联系群众，系上围巾。",
    "皇后在后面，理发店头发，发布会发展。",
    "干部干活，树干干燥，若干年。",
    "里程三公里，邻里之间，里面。",
    "范围模范，姓范的先生。",
]


def test_words_decide_between_characters() -> None:
    make = learn_table(lambda: TEXTS, convert).make_converter()
    assert [make(text) for text in TEXTS] == [convert(text) for text in TEXTS]
    assert make("皇后在后面") == "皇后在後面"


def test_what_was_never_seen_stays() -> None:
    assert learn_table(lambda: ["电话"], convert).make_converter()("电脑 0635") == "電脑 0635"


@given(st.lists(st.sampled_from("".join(TEXTS)), min_size=1, max_size=20).map("".join))
@settings(max_examples=80, deadline=None)
def test_length_stays_so_that_marks_stay_in_place(text: str) -> None:
    assert len(learn_table(lambda: [text], convert).make_converter()(text)) == len(text)

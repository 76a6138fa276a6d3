import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.converter.language.characters import fold, is_final, is_han, open_marks, orphan_closers
from tests.converter.case_tables import Row, read_table, text_of


@pytest.mark.parametrize("row", read_table("characters", "marks"), ids=text_of)
def test_marks_at_the_edges(row: Row) -> None:
    assert is_final(row["text"]) == (row["final"] == "yes")
    assert list(open_marks(row["text"])) == row["open"].split()
    assert list(orphan_closers(row["text"])) == row["orphans"].split()


@given(st.text(alphabet=st.characters(), max_size=60))
@settings(deadline=None, max_examples=100)
def test_folding_keeps_every_column(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="“”‘’()（）《》【】\"'a1一。 ", max_size=24))
@settings(deadline=None, max_examples=100)
def test_a_balanced_frame_hides_nothing_and_adds_nothing(text: str) -> None:
    assert open_marks(f"「{text}" if not orphan_closers(text) else "「")[0] == "「"
    if not open_marks(text) and not orphan_closers(text) and '"' not in text:
        assert open_marks(f"({text}一)") == ()


def test_ideographs_are_told_from_punctuation() -> None:
    assert all(map(is_han, "汉々〇㐀"))
    assert not any(map(is_han, ["，", "a", "１", "", "汉字", " "]))

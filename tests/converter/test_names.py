import pytest

from plugins.converter.language.names import split_names
from tests.converter.case_tables import Row, read_table, text_of


@pytest.mark.parametrize("row", read_table("names", "names"), ids=text_of)
def test_names_are_cut_out_of_a_run(row: Row) -> None:
    names = split_names(row["text"])
    assert "/".join(names or ()) == row["names"]


def test_only_a_role_word_allows_an_unknown_surname() -> None:
    assert split_names("兮雨桐") is None
    assert split_names("兮雨桐", lenient=True) == ("兮雨桐",)
    assert split_names("了解到", lenient=True) is None

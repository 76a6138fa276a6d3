import pytest

from plugins.converter.parsers.furniture import classify_furniture, extract_credit_names, page_number
from tests.converter.case_tables import Row, read_table, text_of


@pytest.mark.parametrize("row", read_table("furniture", "lines"), ids=text_of)
def test_furniture_is_told_by_its_form(row: Row) -> None:
    furniture = classify_furniture(row["text"])
    strength = furniture.strength if furniture else 0.0
    if row["type"]:
        assert furniture is not None
        assert furniture.type == row["type"]
    assert float(row["low"]) <= strength <= float(row["high"])


@pytest.mark.parametrize("row", read_table("furniture", "page-numbers"), ids=text_of)
def test_a_folio_tells_the_page_number(row: Row) -> None:
    assert (page_number(row["text"]) or "") == row["number"]


@pytest.mark.parametrize("row", read_table("furniture", "credits"), ids=text_of)
def test_the_names_of_a_credit(row: Row) -> None:
    assert "/".join(extract_credit_names(row["text"])) == row["names"]

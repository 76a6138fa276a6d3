import pytest

from plugins.converter.parsers.notices import (
    is_closing_formula,
    notice_body_score,
    notice_title,
    signature_line,
)
from tests.converter.case_tables import Row, read_table, text_of


def _within(row: Row, score: float) -> bool:
    return float(row["low"]) <= score <= float(row["high"])


@pytest.mark.parametrize("row", read_table("notices", "titles"), ids=text_of)
def test_a_title_is_a_formula(row: Row) -> None:
    assert _within(row, notice_title(row["text"]))


@pytest.mark.parametrize("row", read_table("notices", "closings"), ids=text_of)
def test_a_closing_formula_ends_a_notice(row: Row) -> None:
    assert is_closing_formula(row["text"]) == (row["closing"] == "yes")


@pytest.mark.parametrize("row", read_table("notices", "signatures"), ids=text_of)
def test_an_organisation_or_a_date_signs(row: Row) -> None:
    assert _within(row, signature_line(row["text"]))


@pytest.mark.parametrize("row", read_table("notices", "bodies"), ids=text_of)
def test_a_body_reads_like_a_notice(row: Row) -> None:
    assert _within(row, notice_body_score(row["text"]))

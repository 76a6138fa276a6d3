import pytest

from plugins.converter.parsers.datelines import find_dateline
from tests.converter.case_tables import Row, read_table, text_of


@pytest.mark.parametrize("row", read_table("datelines", "datelines"), ids=text_of)
def test_a_dateline_tells_newspaper_place_and_day(row: Row) -> None:
    found = find_dateline(row["text"])
    if not row["dateline"]:
        assert found is None
        return
    assert found is not None
    assert row["text"][found.start : found.end] == found.text == row["dateline"]
    told = (found.newspaper or "", found.place or "", str(found.month or ""), str(found.day or ""))
    assert told == (row["newspaper"], row["place"], row["month"], row["day"])

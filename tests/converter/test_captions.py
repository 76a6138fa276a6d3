import pytest

from plugins.converter.parsers.captions import caption_score
from tests.converter.case_tables import Row, read_table, text_of


@pytest.mark.parametrize("row", read_table("captions", "lines"), ids=text_of)
def test_a_caption_names_what_is_seen(row: Row) -> None:
    assert float(row["low"]) <= caption_score(row["text"]) <= float(row["high"])

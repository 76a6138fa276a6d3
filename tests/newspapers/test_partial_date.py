import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newspapers.partial_date import (
    PartialDate,
    cut_date,
    date_path,
    parse_date,
    sort_key,
    write_date,
    write_iso,
)


@pytest.mark.parametrize(
    ("written", "shown", "path"),
    [
        ("2023-03-01", "2023年3月1日", "2023/03/01/"),
        ("2023-03", "约2023年3月", "2023/03/"),
        ("2023", "约2023年", "2023/"),
    ],
)
def test_date_is_shown_as_exact_as_it_is_known(written: str, shown: str, path: str) -> None:
    date = parse_date(written)
    assert date is not None
    assert (write_date(date), date_path(date), write_iso(date)) == (shown, path, written)


@pytest.mark.parametrize("text", [None, "", "23-3-1", "2023-3", "2023-03-01T00:00", "２０２３"])
def test_anything_else_is_no_date(text: str | None) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("precision", "expected"),
    [
        ("day", PartialDate(2023, 3, 1)),
        ("month", PartialDate(2023, 3)),
        ("year", PartialDate(2023)),
        ("unknown", None),
    ],
)
def test_precision_cuts_what_is_not_known(precision: str, expected: PartialDate | None) -> None:
    assert cut_date("2023-03-01", precision) == expected


def test_unknown_date_comes_first_and_is_said() -> None:
    assert (
        sort_key(None)
        < sort_key(PartialDate(1))
        < sort_key(PartialDate(1, 1))
        < sort_key(PartialDate(1, 1, 1))
    )
    assert write_date(None) == "日期不详"
    assert write_iso(None) is None


@given(st.dates())
@settings(max_examples=50, deadline=None)
def test_order_of_days_is_order_of_time(day: object) -> None:
    date = parse_date(str(day))
    assert date is not None
    assert write_iso(date) == str(day)

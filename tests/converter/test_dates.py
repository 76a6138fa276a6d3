"""The date of a page: cases in files, and what holds for any text."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.converter.facts.date_forms import NamedDate, find_dates
from plugins.converter.facts.page_dates import PageDate, date_page
from tests.converter.case_files import Case, name_case, read_cases

PIECES = [
    *(
        "2023",
        "年",
        "3月1日",
        "二〇二三年三月一日",
        "2023.3.1",
        "星期三",
        "讯",
        "前",
        "将于",
        "去年",
        "\n",
        " ",
        "5月",
        "度",
    ),
    *(
        "本报聊城",
        "2月29日",
        "13月40日",
        "十二月三十一日",
        "廿",
        "十",
        "〇",
        "12月31日",
        "周日",
        "聊城日报",
        "A03",
        "9999年9月9日",
    ),
]


@pytest.mark.parametrize("case", read_cases("dates"), ids=name_case)
def test_date_of(case: Case) -> None:
    found = date_page(case["page"].split("\n"))
    assert found.date == case.get("date")
    assert (found.evidence.rule if found.evidence else None) == case.get("rule")
    assert (found.evidence.text if found.evidence else None) == case.get("evidence")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=5), st.sampled_from(PIECES)), max_size=30))
def test_any_text_gives_a_day_of_the_calendar_with_words_from_its_line(pieces: list[str]) -> None:
    lines = "".join(pieces).split("\n")
    found = date_page(lines)
    if found.date is None:
        assert found == PageDate()
        return
    precisions = {10: "day", 7: "month", 4: "year"}
    assert found.precision == precisions[len(found.date)]
    date.fromisoformat(found.date + "-01-01"[len(found.date) - 4 :] if len(found.date) < 10 else found.date)
    assert found.evidence is not None and found.evidence.text
    assert found.evidence.text in lines[found.evidence.line - 1]


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1949, 10, 1), date(2049, 12, 31)))
def test_every_masthead_is_read_and_a_wrong_weekday_refused(day: date) -> None:
    weekdays = "一二三四五六日"
    right = f"聊城日报 {day.year}年{day.month}月{day.day}日 星期{weekdays[day.weekday()]}"
    wrong = right[:-1] + weekdays[(day.weekday() + 1) % 7]
    assert date_page([right]).date == day.isoformat()
    assert date_page([wrong]).precision != "day"


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1949, 10, 1), date(2049, 12, 31)))
def test_every_dateline_is_printed_next_day(day: date) -> None:
    found = date_page([f"本报聊城{day.year}年{day.month}月{day.day}日讯(记者 甲某) 会议召开。"])
    assert found.date is not None
    assert (date.fromisoformat(found.date) - day).days == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二〇二三年十二月二十三日", (2023, 12, 23)),
        ("二○二三年十月十日", (2023, 10, 10)),
        ("一九九八年八月三十一日", (1998, 8, 31)),
        ("2020年闰四月廿九", (2020, None, None)),
        ("2022年12月", (2022, 12, None)),
        ("6月24日中午", (None, 6, 24)),
        ("2023.3.1", (2023, 3, 1)),
    ],
)
def test_forms_of_dates(text: str, expected: tuple[int | None, int | None, int | None]) -> None:
    (found,) = find_dates(text)
    assert (found.year, found.month, found.day) == expected


@pytest.mark.parametrize(
    "text", ["2020.1.2.3", "0635-8290000", "3·15", "2021.5公里", "13月1日", "12345678", "4月报"]
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_a_named_date_takes_the_year_it_is_given() -> None:
    assert NamedDate(0, 5, month=2, day=29).in_year(2024) == date(2024, 2, 29)
    assert NamedDate(0, 5, month=2, day=29).in_year(2023) is None
    assert NamedDate(0, 9, 2020, 5, 19).in_year(2023) == date(2020, 5, 19)

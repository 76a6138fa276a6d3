"""Dates as a page prints them: 2023年3月1日, 2023.3.1, 二〇二三年三月一日, 3月1日, 2023年度; where each stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.converter.language.characters import fold

_NUMERALS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "O": 0,
}
_YEAR = r"(?<![\d.\-/])(?P<year>(?:19|20)\d{2})"
_CHINESE_YEAR = r"(?P<chinese_year>[一二][〇○零O一二三四五六七八九]{3})"
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})"
_FULL = (
    # 2023年3月1日, 2023 年 3 月 1 日, 二〇二三年三月一日
    rf"(?:{_YEAR}|{_CHINESE_YEAR})\s?年\s?(?P<month>{_NUMBER})\s?月\s?(?P<day>{_NUMBER})\s?[日号]",
    # 2023-03-01, 2023.3.1, 2023/3/1: both marks alike, no further number behind (versions, amounts)
    rf"{_YEAR}\s?(?P<mark>[-./])\s?(?P<month>\d{{1,2}})\s?(?P=mark)\s?(?P<day>\d{{1,2}})(?![\d]|[-./]\d)",
)
_PARTIAL = (
    # 2022年12月, but not a range's end (5-6月)
    rf"(?:{_YEAR}|{_CHINESE_YEAR})\s?年\s?(?P<month>{_NUMBER})\s?月(?!\s?{_NUMBER}\s?[日号])",
    # 3月21日
    rf"(?<![\d年.])(?P<month>{_NUMBER})\s?月\s?(?P<day>{_NUMBER})\s?[日号](?!报|刊|起义)",
    # 2023年, 2023年度, 2020年上半年
    rf"(?:{_YEAR}|{_CHINESE_YEAR})\s?年(?!\s?{_NUMBER}\s?月)",
)
_FORMS = tuple(re.compile(form) for form in (*_FULL, *_PARTIAL))
_WEEKDAY = re.compile(r"(?:星\s?期|周|礼拜)\s?(?P<weekday>[一二三四五六日天])")
_WEEKDAYS = {character: value for value, character in enumerate("一二三四五六日")} | {"天": 6}


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A date in a text: columns start to end (exclusive); parts that are not printed are None."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None

    def in_year(self, year: int | None) -> date | None:
        """The day in its own year, else in the one given; None when it is no day of the calendar."""
        own = self.year or year
        if own is None or self.month is None or self.day is None:
            return None
        return make_date(own, self.month, self.day)


def make_date(year: int, month: int, day: int) -> date | None:
    """The day, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find_dates(text: str) -> list[NamedDate]:
    """Find the dates of a text in their order; the fullest reading at each place, impossible ones left out."""
    folded = fold(text)
    taken = bytearray(len(folded))
    found = []
    for form in _FORMS:
        for match in form.finditer(folded):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            found += [named for named in (_read(match),) if named is not None]
    return sorted(found, key=lambda named: named.start)


def find_weekdays(text: str) -> Iterator[tuple[int, int, int]]:
    """Give each weekday of a text: columns and its number, Monday 0."""
    for match in _WEEKDAY.finditer(fold(text)):
        yield match.start(), match.end(), _WEEKDAYS[match["weekday"]]


def _read(match: re.Match[str]) -> NamedDate | None:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else _read_year(groups.get("chinese_year"))
    month, day = _read_number(groups.get("month")), _read_number(groups.get("day"))
    # 29 February is a day of some year; a missing part cannot be wrong.
    if make_date(year or 2000, month or 1, day or 1) is None:
        return None
    return NamedDate(match.start(), match.end(), year, month, day)


def _read_year(text: str | None) -> int | None:
    """Read 二〇二三."""
    return int("".join(str(_NUMERALS[character]) for character in text)) if text else None


def _read_number(text: str | None) -> int | None:
    """Read 3, 三, 十, 十五, 二十三, 三十, 廿一."""
    if text is None:
        return None
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.replace("廿", "二十").rpartition("十")
    return (10 * (_NUMERALS.get(tens, 1) if ten else 0)) + (_NUMERALS.get(ones, 0) if ones else 0)

"""The date that a page prints in its masthead or folio: 齐鲁晚报 2023.3.1 星期三."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from plugins.converter.facts.date_forms import NamedDate, find_dates, find_weekdays
from plugins.converter.language.characters import is_final
from plugins.converter.parsers.furniture import classify_furniture


@dataclass(frozen=True, slots=True)
class MastheadDate:
    """A printed date, its line and its words; `weekday` (Monday 0) is None when none is printed with it."""

    line: int
    text: str
    named: NamedDate
    weekday: int | None

    def in_year(self, year: int | None) -> date | None:
        """The day, when the calendar gives it the printed weekday."""
        day = self.named.in_year(year)
        return day if day is None or self.weekday in (None, day.weekday()) else None


# A masthead is short; `2023年3月1日 星期三 农历二月初十 第12345期 今日8版 责任编辑…` is as long as they get.
_LONGEST = 70
# How far the weekday stands from its date: `2023年3月1日 农历癸卯年二月初十 星期三`.
_NEAR = 24
# Furniture of this strength that holds a date is a masthead or folio though no weekday is printed.
_SURE_FURNITURE = 0.9


def find_masthead_dates(lines: Sequence[str]) -> list[MastheadDate]:
    """Find the dates printed as masthead or folio, those with a weekday first.

    The weekday may stand on the next line or the one before, as extraction often parts them.
    """
    short = [(number, line) for number, line in enumerate(lines, 1) if _is_short(line)]
    found = [masthead for position in range(len(short)) for masthead in _read_line(short, position)]
    return sorted(found, key=lambda masthead: masthead.weekday is None)


def _is_short(line: str) -> bool:
    return 0 < len(line.strip()) <= _LONGEST and not is_final(line.rstrip()) and "。" not in line


def _read_line(short: Sequence[tuple[int, str]], position: int) -> Iterator[MastheadDate]:
    number, line = short[position]
    for named in find_dates(line):
        if named.day is None:
            continue
        weekday = _find_weekday(line, named)
        if weekday is None and _is_alone(line, named):
            beside = [
                text
                for near, text in short[max(0, position - 1) : position + 2]
                if 0 < abs(near - number) <= 4
            ]
            weekday = next((day for text in beside for day in _read_weekday_line(text)), None)
        if weekday is None and (named.year is None or not _is_furniture(line)):
            continue
        yield MastheadDate(number, line[named.start : named.end], named, weekday)


def _find_weekday(line: str, named: NamedDate) -> int | None:
    """Give the weekday beside the date in its own line."""
    for start, end, weekday in find_weekdays(line):
        if 0 <= start - named.end <= _NEAR or 0 <= named.start - end <= _NEAR:
            return weekday
    return None


def _read_weekday_line(text: str) -> Iterator[int]:
    """Give the weekday of a line that is little else: 星期三 农历二月初十."""
    for start, end, weekday in find_weekdays(text):
        if len(text.strip()) - (end - start) <= _NEAR and not find_dates(text):
            yield weekday


def _is_alone(line: str, named: NamedDate) -> bool:
    """Whether the line is the date and little else: a newspaper's name, a page number."""
    return len(line.strip()) - (named.end - named.start) <= _NEAR


def _is_furniture(line: str) -> bool:
    furniture = classify_furniture(line)
    return (
        furniture is not None
        and furniture.type in ("masthead", "folio")
        and furniture.strength >= _SURE_FURNITURE
    )

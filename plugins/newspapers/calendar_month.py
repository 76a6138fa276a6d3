"""A month laid out in weeks from Monday, with links on the days that have something."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands behind a day or a month: the page to open and how much is there."""

    url: str
    count: int


@dataclass(frozen=True, slots=True)
class Day:
    """One cell; `number` is None before the first and after the last day."""

    number: int | None
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class CalendarMonth:
    """The weeks of a month, and what is only known to be of this month."""

    year: int
    number: int
    weeks: tuple[tuple[Day, ...], ...]
    undated: Entry | None

    @property
    def count(self) -> int:
        """How much the month holds in all."""
        days = sum(day.entry.count for week in self.weeks for day in week if day.entry)
        return days + (self.undated.count if self.undated else 0)


def lay_out_month(
    year: int, month: int, days: Mapping[int, Entry], undated: Entry | None = None
) -> CalendarMonth:
    """Return the month with each day's entry in its cell."""
    weeks = calendar.Calendar().monthdayscalendar(year, month)
    cells = tuple(tuple(Day(day or None, days.get(day)) for day in week) for week in weeks)
    return CalendarMonth(year, month, cells, undated)

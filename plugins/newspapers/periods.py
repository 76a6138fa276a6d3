"""Years, months and days: of the whole archive by article, of a newspaper by issue."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plugins.newspapers.archive import Newspaper
from plugins.newspapers.calendar_month import CalendarMonth, Entry, lay_out_month
from plugins.newspapers.grouping import group_by
from plugins.newspapers.partial_date import PartialDate, date_path
from plugins.newspapers.story import Story


@dataclass(frozen=True, slots=True)
class Period:
    """A day, month or year (or, without a date, the unknown) with exactly its own stories."""

    date: PartialDate | None
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year's months that hold anything, and what is only known to be of this year."""

    number: int
    url: str
    months: tuple[CalendarMonth, ...]
    undated: Entry | None

    @property
    def count(self) -> int:
        """How much the year holds in all."""
        return sum(month.count for month in self.months) + (self.undated.count if self.undated else 0)


def collect_periods(stories: Iterable[Story]) -> dict[PartialDate | None, Period]:
    """Return the stories of each date as exact as it is known: a month's period has no story of its days."""
    groups = group_by(stories, lambda story: story.date)
    return {date: Period(date, tuple(own)) for date, own in groups.items()}


def lay_out_archive(periods: Iterable[Period]) -> tuple[Year, ...]:
    """Return the calendar of the whole archive, newest year first; entries lead to pages of their date."""
    entries = {
        period.date: Entry(date_path(period.date), len(period.stories)) for period in periods if period.date
    }
    return _lay_out_years(entries, lambda year: f"{year:04d}/")


def lay_out_newspaper(newspaper: Newspaper) -> tuple[Year, ...]:
    """Return the calendar of one newspaper, newest year first; entries lead to issues."""
    entries = {issue.date: Entry(issue.url, issue.story_count) for issue in newspaper.issues if issue.date}
    return _lay_out_years(entries, lambda year: f"{newspaper.url}{year:04d}/")


def _lay_out_years(entries: dict[PartialDate, Entry], find_url: Callable[[int], str]) -> tuple[Year, ...]:
    by_year = group_by(entries.items(), lambda entry: entry[0].year)
    return tuple(
        _lay_out_year(number, find_url(number), dict(by_year[number]))
        for number in sorted(by_year, reverse=True)
    )


def _lay_out_year(number: int, url: str, entries: dict[PartialDate, Entry]) -> Year:
    by_month = group_by(entries.items(), lambda entry: entry[0].month)
    months = [
        lay_out_month(
            number,
            month,
            {date.day: entry for date, entry in own if date.day},
            entries.get(PartialDate(number, month)),
        )
        for month, own in sorted((month, own) for month, own in by_month.items() if month)
    ]
    return Year(number, url, tuple(months), entries.get(PartialDate(number)))

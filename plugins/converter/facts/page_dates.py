"""The date of a page, as far as its text tells, and the words that tell it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from plugins.converter.facts.date_forms import find_weekdays
from plugins.converter.facts.date_signs import YearSign
from plugins.converter.facts.mastheads import MastheadDate, find_masthead_dates
from plugins.converter.facts.page_days import TextDate, find_text_dates
from plugins.converter.language.characters import fold
from plugins.converter.pages.items import Evidence

Precision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class PageDate:
    """A page's date: YYYY-MM-DD, YYYY-MM or YYYY by its precision; all None when the page tells nothing.

    The evidence's rule is `masthead` (printed), `dateline` (the day after the latest one), `latest` (the latest
    date that the page looks back on, so not before it), `year` (only a year is named) or `correction` (a person
    states the date: no line of the page tells it, so the line is 0).
    """

    date: str | None = None
    precision: Precision | None = None
    evidence: Evidence | None = None


# `5月19日讯`, `3月1日电`, `4月12日综合消息`: what makes a day a dateline's.
_DATELINE_AFTER = re.compile(
    r"\s?(?:综合消息|综合报道|综合|专|快|特)?\s?(?:讯(?!息)|电(?![话视子商动])|消息)"
)
# A newspaper prints next day what it reports today.
_NEXT_DAY = timedelta(days=1)
# From this day of a month on, the next month's first issues are as likely as this month's last.
_LATE_IN_MONTH = 26
# `1月3日讯` on a page that also names 2022年12月30日 is of 2023.
_TURN_OF_YEAR = timedelta(days=180)


def date_page(lines: Sequence[str]) -> PageDate:
    """Find a page's date: printed, else by its latest dateline, else by the latest day it looks back on."""
    dates = find_text_dates(lines)
    year = _find_year(dates)
    for masthead in find_masthead_dates(lines):
        dated = _date_by_masthead(masthead, year or _find_newest(dates))
        if dated is not None:
            return dated
    return _date_by_dateline(dates, year) or _date_by_latest(dates, year) or _date_by_year(dates, year)


def state_date(stated: str | None) -> PageDate:
    """The date that a person states, as exact as it is written; None says that it is unknown."""
    if stated is None:
        return PageDate()
    precision: Precision = (
        "day" if len(stated) > len("YYYY-MM") else "month" if len(stated) > len("YYYY") else "year"
    )
    return PageDate(stated, precision, Evidence(0, "", "correction"))


def _date_by_masthead(masthead: MastheadDate, year: int | None) -> PageDate | None:
    """Take the printed day; without a printed year the one that the page tells, or a neighbour by the weekday."""
    years = [year] if masthead.weekday is None or year is None else [year, year + 1, year - 1]
    days = [day for candidate in years for day in (masthead.in_year(candidate),) if day is not None]
    if not days:
        return None
    return PageDate(days[0].isoformat(), "day", Evidence(masthead.line, masthead.text, "masthead"))


def _date_by_dateline(dates: Sequence[TextDate], year: int | None) -> PageDate | None:
    lines = [entry for entry in dates if _DATELINE_AFTER.match(fold(entry.after))]
    latest = _find_latest(lines, dates, year)
    if latest is None:
        return None
    day, entry = latest
    return PageDate((day + _NEXT_DAY).isoformat(), "day", entry.as_evidence("dateline"))


def _date_by_latest(dates: Sequence[TextDate], year: int | None) -> PageDate | None:
    """Take the month of the latest past day; late in a month only its year is sure."""
    latest = _find_latest([entry for entry in dates if not entry.is_ahead], dates, year)
    if latest is None:
        return None
    day, entry = latest
    if day.day >= _LATE_IN_MONTH:
        return PageDate(f"{day.year:04d}", "year", entry.as_evidence("latest"))
    return PageDate(f"{day.year:04d}-{day.month:02d}", "month", entry.as_evidence("latest"))


def _date_by_year(dates: Sequence[TextDate], year: int | None) -> PageDate:
    """Take the page's year from the words that tell it, when no day does."""
    for entry in dates:
        if entry.year and entry.year[0] == year and entry.year[1] >= YearSign.STRONG and not entry.is_ahead:
            return PageDate(f"{year:04d}", "year", entry.as_evidence("year"))
    return PageDate()


def _find_latest(
    entries: Sequence[TextDate], dates: Sequence[TextDate], year: int | None
) -> tuple[date, TextDate] | None:
    """Give the latest day of the entries; days without a year take the page's. Without that all are history."""
    if year is None:
        return None
    full = [day for entry in dates if not entry.is_ahead for day in (entry.named.in_year(None),) if day]
    newest = max(full, default=None)
    days = []
    for entry in entries:
        day = entry.named.in_year(year)
        if day is None or entry.named.day is None:
            continue
        if entry.named.year is None and newest is not None and newest - day > _TURN_OF_YEAR:
            day = entry.named.in_year(day.year + 1) or day
        days.append((day, entry))
    return max(days, key=lambda found: found[0], default=None)


def _find_year(dates: Sequence[TextDate]) -> int | None:
    """Find the page's year: the latest of its full dates and of years it treats as its own (2023年度, 今年).

    A year that is only named (2001年建村) tells nothing, but that the page is not older: full dates before
    it are history. A weekday printed with a day (3月5日(周日)) may prove the year after it instead.
    """
    years = [entry.year for entry in dates if entry.year and not entry.is_ahead]
    newest = _find_newest(dates) or 0
    own = [year for year, sign in years if sign >= YearSign.STRONG and year >= newest - 1]
    if not own:
        return None
    year = max(own)
    return year + 1 if _agree(dates, year + 1) > _agree(dates, year) else year


def _find_newest(dates: Sequence[TextDate]) -> int | None:
    """Find the latest year that is named at all: enough where a printed weekday must fit it."""
    return max((entry.year[0] for entry in dates if entry.year and not entry.is_ahead), default=None)


def _agree(dates: Sequence[TextDate], year: int) -> int:
    """Count the days of a year that bear the weekday printed after them, less those that do not."""
    score = 0
    for entry in dates:
        day = entry.named.in_year(year)
        if day is None or entry.named.year is not None:
            continue
        for start, _, weekday in find_weekdays(entry.after):
            if start <= 1:
                score += 1 if weekday == day.weekday() else -1
    return score

"""The browse pages: which file is written from which template with what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from plugins.newspapers.archive import Newspaper
from plugins.newspapers.catalogue import Catalogue
from plugins.newspapers.neighbours import pair_issues, pair_neighbours
from plugins.newspapers.paging import cut_parts
from plugins.newspapers.partial_date import PartialDate, date_path, sort_key, write_date
from plugins.newspapers.periods import Period, Year, lay_out_newspaper
from plugins.newspapers.wording import Crumbs

# Calendars that a newspaper's own page shows; earlier years have pages of their own.
SHOWN_YEARS = 3
# How much a page of a list holds: 50 articles, or pages with five to ten articles each, are about 15 KB.
MOST_STORIES, MOST_PAGES = 50, 20
DATES_CRUMB = ("dates/", "日期")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of the site: its URL below the root, its template and the values the template shows."""

    url: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)


def list_sheets(catalogue: Catalogue, feed_pattern: str) -> Iterator[Sheet]:
    """Yield every browse page but the page views; `feed_pattern` is Pelican's CATEGORY_FEED_ATOM."""
    yield from (Sheet(f"{name}/", name) for name in ("newspapers", "dates", "places", "topics", "sections"))
    for section in catalogue.sections:
        for part in cut_parts(section.stories, section.url, MOST_STORIES):
            yield Sheet(part.url, "section", {"section": section, "part": part})
    for newspaper in catalogue.newspapers:
        yield from _list_newspaper(newspaper, feed_pattern.format(slug=newspaper.slug))
    yield from _list_periods(catalogue)


def _list_newspaper(newspaper: Newspaper, feed: str) -> Iterator[Sheet]:
    years = lay_out_newspaper(newspaper)
    shared = {"newspaper": newspaper, "years": years, "feed": feed}
    yield Sheet(newspaper.url, "newspaper", {**shared, "shown": years[:SHOWN_YEARS], "only_year": None})
    for year in years:
        yield Sheet(year.url, "newspaper", {**shared, "shown": (year,), "only_year": year})
    for issue, beside in pair_issues(newspaper):
        values = {"newspaper": newspaper, "issue": issue, "issues": beside}
        for part in cut_parts(issue.pages, issue.url, MOST_PAGES):
            yield Sheet(part.url, "issue", {**values, "part": part})


def _list_periods(catalogue: Catalogue) -> Iterator[Sheet]:
    years = {year.number: year for year in catalogue.years}
    dates = _complete_dates(date for date in catalogue.periods if date)
    for size in (1, 2, 3):
        same_size = sorted((date for date in dates if _size(date) == size), key=sort_key)
        for date, beside in pair_neighbours(same_size):
            values = {**_describe_period(date, years[date.year]), "beside": beside}
            yield from _list_period(date_path(date), values, catalogue.periods.get(date))
    if catalogue.undated:
        values = {"heading": write_date(None), "above": [DATES_CRUMB]}
        yield from _list_period("undated/", values, catalogue.undated)


def _list_period(url: str, values: Mapping[str, object], period: Period | None) -> Iterator[Sheet]:
    for part in cut_parts(period.stories if period else (), url, MOST_STORIES):
        yield Sheet(part.url, "period", {**values, "period": period, "part": part})


def _complete_dates(dates: Iterable[PartialDate]) -> set[PartialDate]:
    """The dates with their months and years: a year's page stands even when all its stories have a day."""
    complete: set[PartialDate] = set()
    for date in dates:
        complete.update((date, PartialDate(date.year)))
        if date.month:
            complete.add(PartialDate(date.year, date.month))
    return complete


def _size(date: PartialDate) -> int:
    return 1 if date.month is None else 2 if date.day is None else 3


def _describe_period(date: PartialDate, year: Year) -> dict[str, object]:
    year_crumb = (year.url, f"{year.number}年")
    if date.month is None:
        return {"heading": f"{date.year}年", "above": [DATES_CRUMB], "year": year}
    above: Crumbs = [DATES_CRUMB, year_crumb]
    if date.day is None:
        month = next(month for month in year.months if month.number == date.month)
        return {"heading": f"{date.year}年{date.month}月", "above": above, "month": month}
    above.append((date_path(PartialDate(date.year, date.month)), f"{date.month}月"))
    return {"heading": write_date(date), "above": above}

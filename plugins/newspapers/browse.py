"""The browse pages: which file is written from which template with what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from plugins.newspapers.archive import Newspaper
from plugins.newspapers.catalogue import Catalogue
from plugins.newspapers.neighbours import pair_issues, pair_neighbours
from plugins.newspapers.partial_date import PartialDate, date_path, sort_key, write_date
from plugins.newspapers.periods import Year, lay_out_newspaper
from plugins.newspapers.wording import Crumbs

# Calendars that a newspaper's own page shows; earlier years have pages of their own.
SHOWN_YEARS = 3
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
    yield from (Sheet(section.url, "section", {"section": section}) for section in catalogue.sections)
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
        yield Sheet(issue.url, "issue", {"newspaper": newspaper, "issue": issue, "issues": beside})


def _list_periods(catalogue: Catalogue) -> Iterator[Sheet]:
    years = {year.number: year for year in catalogue.years}
    dates = _complete_dates(date for date in catalogue.periods if date)
    for size in (1, 2, 3):
        same_size = sorted((date for date in dates if _size(date) == size), key=sort_key)
        for date, beside in pair_neighbours(same_size):
            values = {**_describe_period(date, years[date.year]), "period": catalogue.periods.get(date)}
            yield Sheet(date_path(date), "period", {**values, "beside": beside})
    if catalogue.undated:
        yield Sheet(
            "undated/",
            "period",
            {"heading": write_date(None), "above": [DATES_CRUMB], "period": catalogue.undated},
        )


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

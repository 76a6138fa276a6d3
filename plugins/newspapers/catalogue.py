"""Everything the browse pages show, worked out once from ledgers, posts and tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plugins.newspapers.archive import ArchivePage, Newspaper, build_archive
from plugins.newspapers.labels import CityCount, Label, count_places, count_topics, find_newspaper_slug
from plugins.newspapers.ledger import PageLedger
from plugins.newspapers.partial_date import PartialDate, sort_key
from plugins.newspapers.periods import Period, Year, collect_periods, lay_out_archive
from plugins.newspapers.sections import Section, collect_sections
from plugins.newspapers.story import Story

# The newest alone, the others in two columns below it.
LATEST_PAGES = 7


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The archive as home page, lists and calendars show it."""

    newspapers: tuple[Newspaper, ...]
    periods: Mapping[PartialDate | None, Period]
    years: tuple[Year, ...]
    places: tuple[CityCount, ...]
    topics: tuple[tuple[Label, int], ...]
    sections: tuple[Section, ...]
    latest: tuple[ArchivePage, ...]
    story_count: int
    page_count: int
    masked_count: int

    @property
    def undated(self) -> Period | None:
        """The stories of no known date."""
        return self.periods.get(None)


def build_catalogue(
    ledgers: Sequence[PageLedger], stories: Sequence[Story], labels: Mapping[str, Label], masked_count: int
) -> Catalogue:
    """Return the catalogue; linear in the number of stories but for sorting."""
    newspapers = build_archive(ledgers, stories, lambda name: find_newspaper_slug(labels, name))
    periods = collect_periods(stories)
    return Catalogue(
        newspapers=newspapers,
        periods=periods,
        years=lay_out_archive(periods.values()),
        places=count_places(labels, stories),
        topics=count_topics(labels, stories),
        sections=collect_sections(stories),
        latest=_find_latest(newspapers),
        story_count=len(stories),
        page_count=len(ledgers),
        masked_count=masked_count,
    )


def _find_latest(newspapers: Iterable[Newspaper]) -> tuple[ArchivePage, ...]:
    pages = [page for newspaper in newspapers for issue in newspaper.issues for page in issue.pages]
    pages.sort(key=lambda page: (sort_key(page.ledger.date), page.ledger.id), reverse=True)
    return tuple(pages[:LATEST_PAGES])

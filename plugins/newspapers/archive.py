"""The archive in the papers' own order: newspaper, issue, page, article."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plugins.newspapers.grouping import group_by
from plugins.newspapers.ledger import PageLedger
from plugins.newspapers.partial_date import PartialDate, date_path, sort_key
from plugins.newspapers.story import UNKNOWN_NEWSPAPER, Story


@dataclass(frozen=True, slots=True)
class ArchivePage:
    """A page with its articles and notices in page order."""

    ledger: PageLedger
    stories: tuple[Story, ...]

    @property
    def url(self) -> str:
        """The page view, below the site's root."""
        return f"pages/{self.ledger.id}/"

    @property
    def lead(self) -> str:
        """The first paragraph of the page's first story, empty for a page without stories."""
        leads = {item.number: item.lead for item in self.ledger.items}
        return leads.get(int(self.stories[0].number), "") if self.stories else ""


@dataclass(frozen=True, slots=True)
class Issue:
    """One newspaper on one day, or its pages of a month, a year or no known date."""

    newspaper: str
    date: PartialDate | None
    url: str
    pages: tuple[ArchivePage, ...]

    @property
    def is_exact(self) -> bool:
        """Whether newspaper and day are known: else the pages only share what is known of them."""
        return self.newspaper != UNKNOWN_NEWSPAPER and self.date is not None and self.date.day is not None

    @property
    def story_count(self) -> int:
        """How many articles and notices the issue has."""
        return sum(len(page.stories) for page in self.pages)


@dataclass(frozen=True, slots=True)
class Newspaper:
    """A newspaper with its issues, oldest first."""

    name: str
    slug: str
    issues: tuple[Issue, ...]

    @property
    def url(self) -> str:
        """The newspaper's own page, below the site's root."""
        return f"newspapers/{self.slug}/"

    @property
    def dated(self) -> tuple[Issue, ...]:
        """The issues that have a place in time."""
        return tuple(issue for issue in self.issues if issue.date)

    @property
    def undated(self) -> Issue | None:
        """The pages of no known date."""
        return next((issue for issue in self.issues if issue.date is None), None)

    @property
    def page_count(self) -> int:
        """How many pages the archive has of it."""
        return sum(len(issue.pages) for issue in self.issues)

    @property
    def story_count(self) -> int:
        """How many articles and notices the archive has of it."""
        return sum(issue.story_count for issue in self.issues)


def build_archive(
    ledgers: Iterable[PageLedger], stories: Iterable[Story], find_slug: Callable[[str], str]
) -> tuple[Newspaper, ...]:
    """Return the newspapers with all their pages, those with most articles first, the unknown last."""
    by_page = group_by(stories, lambda story: story.page_id)
    pages = [ArchivePage(ledger, _in_page_order(by_page.get(ledger.id, ()))) for ledger in ledgers]
    by_newspaper = group_by(pages, lambda page: page.ledger.newspaper or UNKNOWN_NEWSPAPER)
    newspapers = [_collect_newspaper(name, find_slug(name), own) for name, own in by_newspaper.items()]
    return tuple(sorted(newspapers, key=_newspaper_key))


def _in_page_order(stories: Iterable[Story]) -> tuple[Story, ...]:
    return tuple(sorted(stories, key=lambda story: int(story.number)))


def _newspaper_key(newspaper: Newspaper) -> tuple[bool, int, str]:
    return (newspaper.name == UNKNOWN_NEWSPAPER, -newspaper.story_count, newspaper.slug)


def _collect_newspaper(name: str, slug: str, pages: Iterable[ArchivePage]) -> Newspaper:
    by_date = group_by(pages, lambda page: page.ledger.date)
    issues = [
        Issue(name, date, f"newspapers/{slug}/{_issue_path(date)}", _in_issue_order(own))
        for date, own in sorted(by_date.items(), key=lambda entry: sort_key(entry[0]))
    ]
    return Newspaper(name, slug, tuple(issues))


def _issue_path(date: PartialDate | None) -> str:
    """A year alone is the year's calendar, so pages known by year only stand one level below it."""
    if date is None:
        return "undated/"
    return date_path(date) + ("undated/" if date.month is None else "")


def _in_issue_order(pages: Iterable[ArchivePage]) -> tuple[ArchivePage, ...]:
    return tuple(sorted(pages, key=_page_key))


def _page_key(page: ArchivePage) -> tuple[bool, str, int, str]:
    """A01 before A02 before B01, 4 before 10, pages without a number last."""
    number = page.ledger.page_number or ""
    digits = "".join(character for character in number if character.isdecimal())
    letters = "".join(character for character in number if not character.isdecimal())
    return (not number, letters, int(digits or 0), page.ledger.id)

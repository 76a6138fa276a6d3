"""What stands before and after an article, a page and an issue."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from plugins.newspapers.archive import ArchivePage, Issue, Newspaper
from plugins.newspapers.story import Story

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Neighbours(Generic[Kind]):
    """The one before and the one after, None at the ends."""

    previous: Kind | None
    following: Kind | None


@dataclass(frozen=True, slots=True)
class PagePlace:
    """Where a page stands: its newspaper and issue, and what lies beside both."""

    newspaper: Newspaper
    issue: Issue
    page: ArchivePage
    issues: Neighbours[Issue]
    pages: Neighbours[ArchivePage]


@dataclass(frozen=True, slots=True)
class StoryPlace:
    """Where an article stands on its page."""

    page: PagePlace
    stories: Neighbours[Story]


def pair_neighbours(values: Sequence[Kind]) -> Iterator[tuple[Kind, Neighbours[Kind]]]:
    """Yield each value with the one before and the one after it."""
    for position, value in enumerate(values):
        previous = values[position - 1] if position else None
        following = values[position + 1] if position + 1 < len(values) else None
        yield value, Neighbours(previous, following)


def pair_issues(newspaper: Newspaper) -> Iterator[tuple[Issue, Neighbours[Issue]]]:
    """Yield each issue with the one before and after it; what has no date has neither."""
    yield from pair_neighbours(newspaper.dated)
    if newspaper.undated:
        yield newspaper.undated, Neighbours(None, None)


def place_pages(newspapers: Iterable[Newspaper]) -> Iterator[PagePlace]:
    """Yield every page of the archive with its place, in the papers' order."""
    for newspaper in newspapers:
        for issue, issues in pair_issues(newspaper):
            for page, pages in pair_neighbours(issue.pages):
                yield PagePlace(newspaper, issue, page, issues, pages)


def place_stories(place: PagePlace) -> Iterator[tuple[Story, StoryPlace]]:
    """Yield every article of a page with its place."""
    for story, stories in pair_neighbours(place.page.stories):
        yield story, StoryPlace(place, stories)

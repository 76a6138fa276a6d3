"""Steps: what stands before and after an article, a page, an issue or a date, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from plugins.newspapers.archive import ArchivePage, Issue
from plugins.newspapers.neighbours import Neighbours, PagePlace, StoryPlace
from plugins.newspapers.partial_date import PartialDate, date_path, write_date

Kind = TypeVar("Kind")

BEFORE, AFTER = "prev", "next"


@dataclass(frozen=True, slots=True)
class Step:
    """One way on. `rel` is prev, next or empty, `word` says what is meant by it, `title` where it leads."""

    rel: str
    word: str
    title: str
    url: str


def step_from_story(place: StoryPlace) -> Sequence[Step]:
    """Return the steps to the articles before and after on the same page."""
    return [
        Step(rel, word, Markup(story.title), story.url)
        for rel, word, story in _pair(place.stories, "上一篇", "下一篇")
    ]


def step_from_page(place: PagePlace) -> Sequence[Step]:
    """Return the steps to the pages before and after, then to the issues before and after."""
    words = ("上一版", "下一版") if place.issue.is_exact else ("前一个版面", "后一个版面")
    pages = [Step(rel, word, label_page(page), page.url) for rel, word, page in _pair(place.pages, *words)]
    issues = step_from_issue(place.issue, place.issues)
    return [*pages, *(Step("", step.word, step.title, step.url) for step in issues)]


def step_from_issue(issue: Issue, beside: Neighbours[Issue]) -> Sequence[Step]:
    """Return the steps to the issues before and after."""
    return [
        Step(rel, name_issue_step(issue, other, word), write_date(other.date), other.url)
        for rel, word, other in _pair(beside, "上", "下")
    ]


def step_from_date(beside: Neighbours[PartialDate]) -> Sequence[Step]:
    """Return the steps to the dates before and after that have articles."""
    return [
        Step(rel, word, write_date(date), date_path(date))
        for rel, word, date in _pair(beside, "之前", "之后")
    ]


def name_issue_step(issue: Issue, other: Issue, word: str) -> str:
    """Return 上一期 or 下一期, as `word` begins; only 之前 or 之后 where either is not known to be one issue."""
    if issue.is_exact and other.is_exact:
        return f"{word}一期"
    return "之前" if word == "上" else "之后"


def label_page(page: ArchivePage) -> str:
    """Return what tells a page from others of its issue: its number, else its first title."""
    if page.ledger.page_number:
        return f"第{page.ledger.page_number}版"
    return Markup(page.stories[0].title) if page.stories else "版次未详"


def _pair(beside: Neighbours[Kind], before: str, after: str) -> Iterator[tuple[str, str, Kind]]:
    if beside.previous is not None:
        yield BEFORE, before, beside.previous
    if beside.following is not None:
        yield AFTER, after, beside.following

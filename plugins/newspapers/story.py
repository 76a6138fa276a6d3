"""A post as lists, calendars and neighbours see it."""

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.newspapers.partial_date import PartialDate, cut_date

UNKNOWN_NEWSPAPER = "未详"
# The review list's first step: a maintainer looks at what is below it first.
LEAST_CERTAIN = 0.6


@dataclass(frozen=True, slots=True)
class Story:
    """An article or notice. `title` and the names are HTML-escaped, as the posts have them."""

    page_id: str
    number: str
    title: str
    url: str
    kind: str
    date: PartialDate | None
    newspaper: str
    page_number: str | None
    section: str | None
    city: str | None
    counties: tuple[str, ...]
    topics: tuple[str, ...]
    confidence: float
    is_incomplete: bool

    @property
    def is_doubtful(self) -> bool:
        """Whether a reader should look at the page's text before trusting where the article begins and ends."""
        return self.is_incomplete or self.confidence < LEAST_CERTAIN


def read_story(metadata: Mapping[str, object], url: str) -> Story:
    """Return the story a post's metadata tells (keys as Pelican gives them, lower case)."""

    def text(key: str) -> str | None:
        value = metadata.get(key)
        return str(value) if value else None

    return Story(
        page_id=text("page_id") or "",
        number=text("item_number") or "",
        title=text("title") or "",
        url=url,
        kind=text("kind") or "article",
        date=cut_date(str(metadata.get("date", ""))[:10], text("date_precision") or "day"),
        newspaper=text("category") or UNKNOWN_NEWSPAPER,
        page_number=text("page_number"),
        section=text("section"),
        city=text("city"),
        counties=split_names(text("counties")),
        topics=split_names(text("topics")),
        confidence=float(text("confidence") or 1.0),
        is_incomplete=text("incomplete") == "true",
    )


def split_names(text: str | None) -> tuple[str, ...]:
    """Return the names of a list value: 莘县, 冠县."""
    return tuple(name for name in (text or "").split(", ") if name)


def describe_certainty(confidence: float, *, is_incomplete: bool) -> str:
    """Return in words how sure the converter was of where the article begins and ends.

    The steps are those of the review list.
    """
    if is_incomplete:
        return "原文有缺失"
    if confidence >= 0.85:
        return "切分把握大"
    return "切分较有把握" if confidence >= LEAST_CERTAIN else "切分把握小，请对照原文"

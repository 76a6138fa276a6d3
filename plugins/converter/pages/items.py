"""Items: what the converter makes of a page."""

from dataclasses import dataclass, field
from enum import StrEnum

from plugins.converter.pages.spans import Span


class Kind(StrEnum):
    """What an item is."""

    ARTICLE = "article"
    NOTICE = "notice"
    ADVERTISEMENT = "advertisement"
    FURNITURE = "furniture"
    CAPTION = "caption"


class Role(StrEnum):
    """What an element is within its item."""

    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    SUBHEAD = "subhead"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Element:
    """A part of an item with one role; `text` is the text of its spans, joined."""

    role: Role
    spans: tuple[Span, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Credit:
    """Who signed an item; `text` is byline and signature as printed, None when there is none."""

    reporters: tuple[str, ...] = ()
    correspondents: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    text: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All persons, each once, reporters first."""
        return tuple(dict.fromkeys(self.reporters + self.correspondents + self.authors))


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of the page that decide a date: line (from 1), the words, and the rule's name."""

    line: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known of a page as a whole; None where the page does not tell."""

    id: str
    newspaper: str | None = None
    date: str | None = None
    date_precision: str | None = None
    date_evidence: Evidence | None = None
    page_number: str | None = None
    city: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a page, its text (in elements, in reading order) and what is known about it.

    `confidence` is 0 to 1. `topic_words` are the words that decided its topics, the heaviest first.
    `belongs_to` is the number of a caption's article. `runner_up` tells the second-best reading in words, for review.
    `corrected` names the fields that a person set.
    """

    kind: Kind
    elements: tuple[Element, ...]
    number: int = 0
    section: str | None = None
    credit: Credit = field(default_factory=Credit)
    date: str | None = None
    city: str | None = None
    counties: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    topic_words: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    incomplete: bool = False
    confidence: float = 1.0
    problems: tuple[str, ...] = ()
    belongs_to: int | None = None
    runner_up: str | None = None
    corrected: tuple[str, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """All spans in reading order."""
        return tuple(span for element in self.elements for span in element.spans)

    def texts(self, role: Role) -> tuple[str, ...]:
        """The texts of all elements of one role, in reading order."""
        return tuple(element.text for element in self.elements if element.role is role)

    def text(self, role: Role) -> str | None:
        """The text of one role, several elements parted by a space; None when there is none."""
        return " ".join(self.texts(role)) or None

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the body, without subheads."""
        return self.texts(Role.PARAGRAPH)


@dataclass(frozen=True, slots=True)
class PageItems:
    """A page cut into items, in page order. `misfits` are corrections that no longer fit, in words."""

    facts: PageFacts
    items: tuple[Item, ...]
    misfits: tuple[str, ...] = ()

"""The ledger of a page, as far as the site shows it (the seam is described in DESIGN.md)."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.newspapers.partial_date import PartialDate, parse_date

# Who signed an item is one text, whether it stands in a byline or below a notice.
_SIGNED = "byline"


class LedgerError(ValueError):
    """A ledger that cannot be read; the message names file, key and what to do."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of one line; line from 1, columns in code points, end exclusive."""

    line: int
    start: int
    end: int
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """A part of an item as the archive shows it: its text without the page's line breaks, and where it stands."""

    role: str
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PageItem:
    """Anything on a page, with the spans it owns in reading order."""

    number: int
    kind: str
    headline: str | None
    section: str | None
    lead: str
    spans: tuple[Span, ...]
    is_incomplete: bool
    confidence: float
    problems: tuple[str, ...]
    belongs_to: int | None
    elements: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """The line that tells the date, and the rule that read it."""

    line: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class PageLedger:
    """A newspaper page and its items in page order."""

    id: str
    newspaper: str | None
    date: PartialDate | None
    evidence: DateEvidence | None
    page_number: str | None
    city: str | None
    items: tuple[PageItem, ...]


def parse_ledger(text: str, name: str) -> PageLedger:
    """Return the ledger written in `text`; raise LedgerError naming the file `name` and what is wrong."""
    try:
        data = json.loads(text)
        page = data["page"]
        return PageLedger(
            id=page["id"],
            newspaper=page["newspaper"],
            date=parse_date(page["date"]),
            evidence=_read_evidence(page.get("date_evidence")),
            page_number=page["page_number"],
            city=page["city"],
            items=tuple(_read_item(item) for item in data["items"]),
        )
    except json.JSONDecodeError as error:
        raise LedgerError(
            f"newspapers: {name}:{error.lineno}: not JSON ({error.msg}); convert again"
        ) from error
    except (KeyError, TypeError, ValueError) as error:
        raise LedgerError(
            f"newspapers: {name}: key {error} is missing or of a wrong form; convert again"
        ) from error


def _read_evidence(data: Mapping[str, Any] | None) -> DateEvidence | None:
    return None if data is None else DateEvidence(data["line"], data["text"], data["rule"])


def _read_item(data: Mapping[str, Any]) -> PageItem:
    paragraphs = data["paragraphs"]
    return PageItem(
        number=data["number"],
        kind=data["kind"],
        headline=data["headline"],
        section=data.get("section"),
        lead=paragraphs[0] if paragraphs else "",
        spans=_read_spans(data),
        is_incomplete=bool(data["incomplete"]),
        confidence=float(data["confidence"]),
        problems=tuple(data["problems"]),
        belongs_to=data.get("belongs_to"),
        elements=tuple(_read_elements(data)),
    )


def _read_elements(data: Mapping[str, Any]) -> Iterator[Element]:
    """Yield the elements with the item's own texts; two elements that share one text come as one."""
    texts = _list_texts(data)
    open_role, open_text, spans = "", "", list[Span]()
    for element in data.get("elements", ()):
        role = _SIGNED if element["role"] == "signature" else element["role"]
        own = [Span(line, start, end, role) for line, start, end in element["spans"]]
        if not texts.get(role):
            spans += own
            continue
        if spans:
            yield Element(open_role, open_text, tuple(spans))
        open_role, open_text, spans = role, texts[role].pop(0), own
    if spans:
        yield Element(open_role, open_text, tuple(spans))


def _list_texts(data: Mapping[str, Any]) -> dict[str, list[str]]:
    """The texts of an item by role, in reading order."""
    single = {role: data.get(role) for role in ("kicker", "headline", "deck", "dateline")}
    single[_SIGNED] = data.get("byline", {}).get("text")
    texts = {role: [text] for role, text in single.items() if text}
    return texts | {"subhead": list(data.get("subheads", ())), "paragraph": list(data["paragraphs"])}


def _read_spans(data: Mapping[str, Any]) -> tuple[Span, ...]:
    """Spans with the role their element gives them; a ledger without elements has spans without roles."""
    elements = data.get("elements")
    if not elements:
        return tuple(Span(*span) for span in data["spans"])
    return tuple(
        Span(line, start, end, element["role"])
        for element in elements
        for line, start, end in element["spans"]
    )

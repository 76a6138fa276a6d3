"""The ledger: the account of a page, as JSON (the format is in DESIGN.md, and fixed)."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from plugins.converter.pages.items import Item, PageFacts, PageItems, Role
from plugins.converter.pages.spans import Span


class LedgerError(Exception):
    """A ledger that cannot be read back: the message names the reason and the way out."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """Old items' spans by number, and the lowest number that was never given."""

    spans: Mapping[int, tuple[Span, ...]]
    next: int


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a ledger was made from: a digest of all inputs, and one of each post (by file name).

    `kept` are posts edited by hand, with a digest of the text that they were kept from.
    """

    inputs: str = ""
    posts: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)


def dump_ledger(page: PageItems, numbering: Numbering, stamp: Stamp) -> str:
    """Write a ledger as JSON text: sorted keys, stable bytes, final newline."""
    record: dict[str, Any] = {
        "page": _page_record(page.facts),
        "items": [_item_record(item) for item in page.items],
        "numbering": {"next": numbering.next},
        "stamp": {"inputs": stamp.inputs, "posts": dict(stamp.posts)},
    }
    if stamp.kept:
        record["stamp"]["kept"] = dict(stamp.kept)
    if page.misfits:
        record["misfits"] = list(page.misfits)
    return json.dumps(record, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def load_numbering(text: str) -> Numbering:
    """Read item numbers and their spans from a ledger's text. Raises LedgerError."""
    record = _load(text)
    try:
        spans = {item["number"]: tuple(Span(*span) for span in item["spans"]) for item in record["items"]}
        given = max(spans, default=0) + 1
        return Numbering(spans, max(given, record.get("numbering", {}).get("next", given)))
    except (KeyError, TypeError, AttributeError) as error:
        raise LedgerError(f"no item numbers in it ({error!r}); restore it from version control") from error


def load_stamp(text: str) -> Stamp:
    """Read from a ledger's text what it was made from; empty for a ledger that does not tell. Raises LedgerError."""
    try:
        return Stamp(**_load(text).get("stamp", {}))
    except TypeError as error:
        raise LedgerError(f"its stamp is none ({error}); restore it from version control") from error


def _load(text: str) -> dict[str, Any]:
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        raise LedgerError(
            f"not JSON (line {error.lineno}: {error.msg}); restore it from version control"
        ) from error
    if not isinstance(record, dict):
        raise LedgerError("not a ledger; restore it from version control")
    return record


def _page_record(facts: PageFacts) -> dict[str, Any]:
    return asdict(facts)


def _item_record(item: Item) -> dict[str, Any]:
    credit = item.credit
    corrected = {"corrected": list(item.corrected)} if item.corrected else {}
    return corrected | {
        "number": item.number,
        "kind": item.kind.value,
        "kicker": item.text(Role.KICKER),
        "headline": item.text(Role.HEADLINE),
        "deck": item.text(Role.DECK),
        "section": item.section,
        "subheads": list(item.texts(Role.SUBHEAD)),
        "byline": {
            "reporters": list(credit.reporters),
            "correspondents": list(credit.correspondents),
            "authors": list(credit.authors),
            "text": credit.text,
        },
        "dateline": item.text(Role.DATELINE),
        "date": item.date,
        "city": item.city,
        "counties": list(item.counties),
        "topics": list(item.topics),
        "topic_words": list(item.topic_words),
        "keywords": list(item.keywords),
        "paragraphs": list(item.paragraphs),
        "spans": [list(span) for span in item.spans],
        "elements": [
            {"role": element.role.value, "spans": [list(span) for span in element.spans]}
            for element in item.elements
        ],
        "incomplete": item.incomplete,
        "confidence": round(item.confidence, 3),
        "problems": list(item.problems),
        "belongs_to": item.belongs_to,
        "runner_up": item.runner_up,
    }

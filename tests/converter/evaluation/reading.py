"""A reading of a page: the items that a ledger (or the naive baseline) makes of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.converter.page_maker.gold import Byline, Span


@dataclass(frozen=True, slots=True)
class ReadItem:
    kind: str
    headline: str | None
    kicker: str | None
    deck: str | None
    section: str | None
    subheads: tuple[str, ...]
    byline: Byline
    dateline: str | None
    city: str | None
    counties: tuple[str, ...]
    topics: tuple[str, ...]
    paragraphs: tuple[str, ...]
    spans: tuple[Span, ...]
    incomplete: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    items: tuple[ReadItem, ...]
    date: str | None = None


def read_ledger(path: Path) -> Reading:
    """Read a ledger; a key it lacks counts as empty, so that half-built converters can be measured."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Reading(tuple(_item(row) for row in data["items"]), data["page"].get("date"))


def _item(row: dict[str, Any]) -> ReadItem:
    byline = row.get("byline") or {}
    return ReadItem(
        kind=row["kind"],
        headline=row.get("headline"),
        kicker=row.get("kicker"),
        deck=row.get("deck"),
        section=row.get("section"),
        subheads=tuple(row.get("subheads") or ()),
        byline=Byline(
            reporters=tuple(byline.get("reporters") or ()),
            correspondents=tuple(byline.get("correspondents") or ()),
            authors=tuple(byline.get("authors") or ()),
            text=byline.get("text"),
        ),
        dateline=row.get("dateline"),
        city=row.get("city"),
        counties=tuple(row.get("counties") or ()),
        topics=tuple(row.get("topics") or ()),
        paragraphs=tuple(row.get("paragraphs") or ()),
        spans=tuple((line, start, end) for line, start, end in row["spans"]),
        incomplete=bool(row.get("incomplete")),
        confidence=float(row.get("confidence", 1.0)),
    )

"""The gold of a page: what a careful reader makes of its text.

Fields are named as in the ledger (DESIGN.md). Beside them a gold item tells what else counts as right
(`headline_accept`, `city_accept`, `county_accept` with `-` for no main county, `topics_accept`), its main county
(`county`, null when the item has none), and `duplicate_of`: the number (from 0) of the item whose block was printed a
second time. Whoever owns the second print is right, so its characters are not scored.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

NO_COUNTY = "-"
OWN_TOPICS = {"notice": "便民公告", "advertisement": "广告"}
Span = tuple[int, int, int]  # line from 1, first column, end column


@dataclass(frozen=True, slots=True)
class Byline:
    reporters: tuple[str, ...] = ()
    correspondents: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Element:
    role: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldItem:
    kind: str
    headline: str | None = None
    headline_accept: tuple[str, ...] = ()
    kicker: str | None = None
    deck: str | None = None
    section: str | None = None
    subheads: tuple[str, ...] = ()
    byline: Byline = field(default_factory=Byline)
    dateline: str | None = None
    city: str | None = None
    city_accept: tuple[str, ...] = ()
    county: str | None = None
    county_accept: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    topics_accept: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()
    elements: tuple[Element, ...] = ()
    incomplete: bool = False
    belongs_to: int | None = None
    duplicate_of: int | None = None


@dataclass(frozen=True, slots=True)
class GoldPage:
    id: str
    items: tuple[GoldItem, ...]
    newspaper: str | None = None
    newspaper_accept: tuple[str, ...] = ()
    date: str | None = None
    date_precision: str | None = None
    date_accept: tuple[str, ...] = ()  # what an accepted date begins with
    city: str | None = None
    interleaved: bool = False
    profile: str | None = None  # the noise of a made page


def read_gold(path: Path) -> GoldPage:
    """Read a gold file; a key that is missing or unknown is a TypeError naming it."""
    data = json.loads(path.read_text(encoding="utf-8"))
    items = tuple(_item(row) for row in data["items"])
    return GoldPage(items=items, **{key: _frozen(value) for key, value in data["page"].items()})


def write_gold(page: GoldPage, path: Path) -> None:
    """Write a gold file: sorted keys, each short list on one line, stable bytes."""
    head = {key: value for key, value in asdict(page).items() if key != "items"}
    data = {"page": head, "items": [asdict(item) for item in page.items]}
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(_flatten_lists(text) + "\n", encoding="utf-8")


def is_interleaved(items: tuple[GoldItem, ...]) -> bool:
    """Whether the lines of two articles or notices alternate on the page, as in A B A."""
    owner = {
        line: number
        for number, item in enumerate(items)
        if item.kind in ("article", "notice") and item.duplicate_of is None
        for line in item.lines
    }
    order = [owner[line] for line in sorted(owner)]
    runs = [number for at, number in enumerate(order) if at == 0 or order[at - 1] != number]
    return len(runs) != len(set(runs))


def accept_page_city(item: GoldItem, city: str | None) -> GoldItem:
    """An item that names no place is nobody's, or the city's whose page it stands on."""
    return replace(item, city_accept=(city,)) if item.city is None and city else item


def join_texts(role: str, texts: Iterable[str]) -> str:
    """Pieces of a paragraph join without a space, those of display lines and bylines with one."""
    return ("" if role == "paragraph" else " ").join(texts)


def find_county(counties: tuple[str, ...]) -> str | None:
    """The main county of a list as people write it: `-` first when the story has none and only names some."""
    return counties[0] if counties and counties[0] != NO_COUNTY else None


def list_topics(kind: str, topics: tuple[str, ...]) -> tuple[str, ...]:
    """The topics of an item; notices and advertisements carry the topic of their kind."""
    own = OWN_TOPICS.get(kind)
    return (*topics, own) if own and own not in topics else topics


def _item(row: dict[str, Any]) -> GoldItem:
    plain = {key: _frozen(value) for key, value in row.items() if key not in ("byline", "elements")}
    byline = Byline(**{key: _frozen(value) for key, value in row["byline"].items()})
    elements = tuple(Element(one["role"], _frozen(one["spans"])) for one in row["elements"])
    return GoldItem(byline=byline, elements=elements, **plain)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(one) for one in value) if isinstance(value, list) else value


def _flatten_lists(text: str) -> str:
    # `[\n 5,\n 0,\n 10\n]` takes five lines a span; JSON text holds no bare newline, so no text is touched.
    return re.sub(r"\[\s+(\d[\d,\s]*?)\s+\]", _one_line, text)


def _one_line(numbers: re.Match[str]) -> str:
    return "[" + ", ".join(re.split(r"[,\s]+", numbers[1])) + "]"

"""Correcting: which item each correction is of, and what it says of date, place and topics."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from plugins.authorities import Authorities
from plugins.converter.corrections.corrections import Corrections, ItemCorrection, Start
from plugins.converter.description.restating import restate
from plugins.converter.pages.items import Item, Kind
from plugins.converter.pages.page import RawPage

# What the converter finds out about an item's text, so that a correction must come after it.
KNOWN = ("date", "city", "counties", "topics", "keywords")


@dataclass(frozen=True, slots=True)
class Assigned:
    """The corrected fields of each item by its number, and the corrections that no longer fit, in words."""

    fields: Mapping[int, Mapping[str, Any]]
    misfits: tuple[str, ...]


def assign_corrections(items: Sequence[Item], corrections: Corrections) -> Assigned:
    """Find the items that the corrections are of; of two values for one field the later one stands."""
    fields: dict[int, dict[str, Any]] = {}
    misfits = []
    for correction in corrections.items:
        item = _find_item(items, correction)
        if item is None:
            misfits.append(
                f"{correction.block}: there is no such item; take the correction away or choose another"
            )
        else:
            fields.setdefault(item.number, {}).update(correction.fields)
    return Assigned(fields, tuple(misfits))


def restate_items(
    page: RawPage, items: Sequence[Item], assigned: Assigned
) -> tuple[tuple[Item, ...], Assigned]:
    """Correct what the items' texts say, before anything is found out about them."""
    restated, misfits = [], list(assigned.misfits)
    for item in items:
        fields = assigned.fields.get(item.number)
        if fields:
            item, reasons = restate(item, fields, page.lines)
            item = replace(item, corrected=tuple(sorted(fields.keys() - reasons.keys())))
            misfits += [f"{_name(item)}: {key}: {reason}" for key, reason in reasons.items()]
        restated.append(item)
    return tuple(restated), replace(assigned, misfits=tuple(misfits))


def settle_items(items: Sequence[Item], assigned: Assigned, authorities: Authorities) -> tuple[Item, ...]:
    """Correct what was found out about the items."""
    return tuple(_settle(item, assigned.fields.get(item.number, {}), authorities) for item in items)


def _settle(item: Item, fields: Mapping[str, Any], authorities: Authorities) -> Item:
    settled = replace(item, **{key: fields[key] for key in KNOWN if key in fields})
    if "topics" in fields:
        settled = replace(settled, topic_words=())
    if "counties" in fields and "city" not in fields and settled.counties:
        county = authorities.places.find(settled.counties[0])
        settled = replace(settled, city=county.city if county else settled.city)
    elif "city" in fields and "counties" not in fields:
        names = {county.name for county in authorities.places.counties if county.city == settled.city}
        settled = replace(settled, counties=tuple(name for name in settled.counties if name in names))
    return settled


def own_captions(items: Sequence[Item], assigned: Assigned) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """Correct which article a caption belongs to; also what does not fit, in words."""
    articles = {item.number for item in items if item.kind is Kind.ARTICLE}
    owned, misfits = [], []
    for item in items:
        owner = assigned.fields.get(item.number, {}).get("belongs_to")
        if owner is not None and item.kind is Kind.CAPTION and owner in articles:
            item = replace(item, belongs_to=owner)
        elif owner is not None:
            reason = f"only a caption belongs to an article; this is no caption, or {owner} is no article"
            misfits.append(f"{_name(item)}: belongs_to: {reason}")
        owned.append(item)
    return tuple(owned), tuple(misfits)


def list_unkept(page: RawPage, items: Sequence[Item], corrections: Corrections) -> Iterator[str]:
    """Say which corrections of the page's cutting do not hold in its items."""
    for start in corrections.starts:
        yield from _check_start(page, items, start)
    for name, pairs, wanted in (("join", corrections.joins, True), ("part", corrections.parts, False)):
        for first, second in pairs:
            owners = _find_owner(items, first, last=True), _find_owner(items, second)
            empty = [str(line) for line, owner in zip((first, second), owners, strict=True) if owner is None]
            if empty:
                yield f"[[{name}]] lines {first}, {second}: line {', '.join(empty)} holds no text; name other lines"
            elif (owners[0] is owners[1]) is not wanted:
                yield f"[[{name}]] lines {first}, {second}: cannot be followed beside the other corrections"


def _check_start(page: RawPage, items: Sequence[Item], start: Start) -> Iterator[str]:
    owner = _find_owner(items, start.line)
    if owner is None:
        yield f"[[start]] line {start.line}: the line holds no text; name another line"
    elif min(owner.spans).line != start.line or (
        owner.kind is not start.kind and "kind" not in owner.corrected
    ):
        yield f"[[start]] line {start.line}: cannot be followed beside the other corrections"


def _name(item: Item) -> str:
    return f"item {item.number} (line {min(item.spans).line})"


def _find_item(items: Sequence[Item], correction: ItemCorrection) -> Item | None:
    if correction.line is None:
        return next((item for item in items if item.number == correction.number), None)
    shares = [
        (sum(span.end - span.start for span in item.spans if span.line == correction.line), item)
        for item in items
    ]
    share, owner = max(shares, key=lambda found: found[0], default=(0, None))
    return owner if share else None


def _find_owner(items: Sequence[Item], line: int, last: bool = False) -> Item | None:
    """The item that owns the first characters of a line, or the last ones."""
    owners = [(span.start, item) for item in items for span in item.spans if span.line == line]
    if not owners:
        return None
    return (max if last else min)(owners, key=lambda found: found[0])[1]

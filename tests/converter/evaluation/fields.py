"""Whether a field of a reading is right, accepted alternatives included."""

from __future__ import annotations

from tests.converter.evaluation.reading import ReadItem
from tests.converter.page_maker.gold import NO_COUNTY, Byline, GoldItem


def is_headline_right(gold: GoldItem, found: ReadItem) -> bool:
    """Whether the headline reads as the gold's or as one of the accepted ones, white space apart."""
    accepted = {squeeze(one) for one in (gold.headline, *gold.headline_accept)}
    return squeeze(found.headline) in accepted


def squeeze(text: str | None) -> str:
    """The text without any white space; none is empty."""
    return "".join((text or "").split())


def is_city_right(gold: GoldItem, found: ReadItem) -> bool:
    """Whether the city is the gold's; an item without a place may take its page's."""
    return found.city in (gold.city, *gold.city_accept)


def is_county_right(gold: GoldItem, found: ReadItem) -> bool:
    """Whether the main county is right; where it need have none, any that it names as an example, or none, is."""
    right = {gold.county or NO_COUNTY, *gold.county_accept}
    return not right.isdisjoint(found.counties[:1]) or (
        NO_COUNTY in right and set(found.counties) <= set(gold.counties)
    )


def is_topic_right(gold: GoldItem, found: ReadItem) -> bool:
    """Whether the main topic is the gold's or an accepted one."""
    return bool(found.topics) and found.topics[0] in (*gold.topics[:1], *gold.topics_accept)


def list_names(byline: Byline) -> list[tuple[str, str]]:
    """The persons of a byline with their roles."""
    roles = ("reporters", "correspondents", "authors")
    return [(role, name) for role in roles for name in getattr(byline, role)]

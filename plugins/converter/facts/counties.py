"""The counties and zones of a city that an item names, and which of them it is mainly about."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.authorities import PlaceKind, Town
from plugins.converter.facts.place_parts import Part
from plugins.converter.language.gazetteer import Mention, Sign


@dataclass(frozen=True, slots=True)
class NamedCounty:
    """A county (or zone) named once: what the mention counts, and where it stands.

    `is_full_address`: its city stands right before it (德州市德城区).
    """

    name: str
    weight: float
    is_headline: bool
    is_lead: bool
    is_full_address: bool


_SIGN_WEIGHTS = {Sign.FULL: 1.0, Sign.SHORT: 0.8, Sign.GENERIC: 0.8, Sign.TOWN: 0.6, Sign.LANDMARK: 0.6}
# `国家级经济开发区`, `各开发区`, `省级高新区`, `一个高新区`, `某开发区`: a kind of zone, not one of them.
_KINDS_BEFORE = tuple("级各个类型某家座省")
# `各县(市、区)、开发区`, `县(市区)、高新区`: the usual roll call, found in these many characters before.
_ROLL_CALL, _ROLL_CALL_WIDTH = ("各县", "县(市", "县（市", "县市区"), 16
# `东昌府区、茌平区、莘县三地`: of so many counties side by side none is the main one.
_TOO_MANY = 3
# Of two counties in one lead, the main one is named clearly more often in the whole item.
_CLEARLY = 1.5


def find_counties(parts: Sequence[Part], city: str) -> list[NamedCounty]:
    """Find each mention of a county or zone of the city, in reading order.

    A generic name (高新区) means the city's zone; a town means the county or zone that the item names, else its
    county.
    """
    named = {name for part in parts for name in _name_places(part, city)}
    return [
        NamedCounty(
            name,
            part.weight * _SIGN_WEIGHTS[mention.meaning.sign],
            part.is_headline,
            part.is_lead,
            _find_before(part, position) is not None,
        )
        for part in parts
        for position, mention in enumerate(part.mentions)
        for name in _mean_county(part, position, city, named)
    ]


def _name_places(part: Part, city: str) -> Iterator[str]:
    for position, mention in enumerate(part.mentions):
        if mention.meaning.sign is not Sign.TOWN:
            yield from _mean_county(part, position, city, set())


def _mean_county(part: Part, position: int, city: str, named: set[str]) -> list[str]:
    """Give the county that the mention at this position means: one name or none."""
    mention = part.mentions[position]
    before = (
        part.mentions[position - 1] if position and part.mentions[position - 1].end == mention.start else None
    )
    if mention.meaning.sign is Sign.TOWN:
        return _mean_towns_county(
            [town for town in mention.meaning.towns if town.city == city], before, named
        )
    places = [
        place for place in mention.meaning.places if place.city == city and place.kind is not PlaceKind.CITY
    ]
    if mention.meaning.sign is Sign.GENERIC and not _is_one_zone(part.text, mention, before, city):
        return []
    return [places[0].name] if len(places) == 1 else []


def _find_before(part: Part, position: int) -> Mention | None:
    """Give the mention that ends where this one starts."""
    if position and part.mentions[position - 1].end == part.mentions[position].start:
        return part.mentions[position - 1]
    return None


def _mean_towns_county(towns: Sequence[Town], before: Mention | None, named: set[str]) -> list[str]:
    """Give a town's county: what stands right before it (东昌府区广平镇), what the item names, else its own."""
    if before is not None and any(place.kind is not PlaceKind.CITY for place in before.meaning.places):
        return []  # the county itself was counted
    if len(towns) > 1:
        towns = [town for town in towns if town.county in named or town.zone in named]
    if len(towns) != 1:
        return []
    town = towns[0]
    return [
        town.zone
        if town.zone is not None and town.zone in named and town.county not in named
        else town.county
    ]


def _is_one_zone(text: str, mention: Mention, before: Mention | None, city: str) -> bool:
    """Tell the city's own zone from zones in general, a county's (东阿县经济开发区) and another city's."""
    if before is not None and before.meaning.places:
        return all(place.kind is PlaceKind.CITY and place.city == city for place in before.meaning.places)
    head = text[max(0, mention.start - _ROLL_CALL_WIDTH) : mention.start]
    return not head.endswith(_KINDS_BEFORE) and not any(word in head for word in _ROLL_CALL)


def choose_main(
    found: Sequence[NamedCounty], parts: Sequence[Part], city: str, own: str | None = None
) -> str | None:
    """Choose the county that the item is mainly about: named in the headline, else in the lead, else alone.

    `own` is the county whose paper the page is: an item is about it unless it opens with another county or the city.
    None when the item is about the city as a whole, or about several counties alike.
    """
    if own is not None:
        opening = {county.name for county in found if county.is_headline or county.is_lead}
        if own in opening or not (opening or _names_city(parts, city, only_headline=False, by_name=True)):
            return own
    headline = list(dict.fromkeys(county.name for county in found if county.is_headline))
    if headline:
        return headline[0] if len(headline) < _TOO_MANY else None
    counts = Counter(county.name for county in found)
    lead = list(dict.fromkeys(county.name for county in found if county.is_lead))
    if len(lead) == 1 and (counts[lead[0]] > 1 or not _names_city(parts, city, only_headline=True)):
        return lead[0]
    if len(lead) == 1 and any(county.is_full_address for county in found if county.is_lead):
        return lead[0]
    if len(lead) == 2:
        first, second = sorted(lead, key=lambda name: -counts[name])
        return first if counts[first] >= _CLEARLY * counts[second] else None
    if lead or len(counts) != 1 or _names_city(parts, city, only_headline=False):
        return None
    return next(iter(counts))


def _names_city(parts: Sequence[Part], city: str, only_headline: bool, by_name: bool = False) -> bool:
    """Whether headline (or lead) speak of the city as such: 聊城市, or 我市 unless it must be `by_name`."""
    return any(
        (mention.meaning.sign is Sign.CITY_WORD and not by_name)
        or any(place.kind is PlaceKind.CITY and place.city == city for place in mention.meaning.places)
        for part in parts
        if part.is_headline or (part.is_lead and not only_headline)
        for mention in part.mentions
    )

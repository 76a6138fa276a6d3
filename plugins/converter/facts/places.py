"""Where an item happens: its city, its counties and the county it is mainly about; and a page's city."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from plugins.authorities import Authorities
from plugins.converter.facts.counties import choose_main, find_counties
from plugins.converter.facts.place_parts import Part, read_parts
from plugins.converter.language.gazetteer import Mention, Sign, find_mentions
from plugins.converter.parsers.datelines import find_dateline


@dataclass(frozen=True, slots=True)
class Location:
    """Where an item happens.

    `city` is None for what concerns the whole province or none of its cities. `counties` are all counties and
    zones of that city that the item names, the main one first; `main_county` is None when the item is about
    the city as a whole.
    """

    city: str | None = None
    counties: tuple[str, ...] = ()
    main_county: str | None = None


# A page's own city needs no naming; another one must be named at least in the lead to outweigh it.
_OWN_CITY = 1.5
# 阳谷 may stand in a school's or firm's name, so it counts less than 阳谷县; 我市, 沙镇 and 高新区 are only
# hints, and hints at the page's city. 趵突泉 may be a trip's aim.
_SIGN_WEIGHTS = {
    Sign.FULL: 1.0,
    Sign.SHORT: 0.8,
    Sign.CITY_WORD: 0.5,
    Sign.LANDMARK: 0.4,
    Sign.GENERIC: 0.3,
    Sign.TOWN: 0.3,
}
# 市民 and 全市 behind 滨州市 are Binzhou's; 我市 is always the page's own.
_OWN_WORDS = ("我市", "本市")
# A city named ten times in a paragraph is not five times as much the scene as one named twice.
_MOST_IN_A_PART = 2.0
# Evidence from the second and third paragraph alone; `全省…` in the headline outweighs it.
_LATE = 1.5
# `济南、青岛、淄博、聊城等市`: with so many cities in the lead of a story from the province it is no one's own.
_MANY_CITIES = 4
# A lead opens with what stands in so many of its first characters: `本报讯 记者从省教育厅…`.
_OPENING = 16
# A special page: so many articles are about its county, of those with a county, and of all.
_LEAST_SHARING, _SHARE_OF_PLACED, _SHARE_OF_ALL = 3, 0.75, 0.4


def locate(
    headline_parts: Sequence[str],
    paragraphs: Sequence[str],
    page: Location,
    authorities: Authorities,
    byline: str | None = None,
) -> Location:
    """Find the city and counties of an item from its headline (kicker, headline, deck) and paragraphs.

    `page` is where the page is at home: its city, and its county when it is a county's paper; these need no naming.
    `byline` counts little: (阳谷南街小学四年级 …) under a pupil's story tells where nothing else does.
    """
    parts = read_parts(headline_parts, paragraphs, byline, authorities.places)
    city = _choose_city(parts, page)
    if city is None:
        return Location()
    found = find_counties(parts, city)
    own = page.main_county if city == page.city else None
    main = choose_main(found, parts, city, own)
    scores: dict[str, float] = defaultdict(float)
    for county in found:
        scores[county.name] += county.weight
    if main is not None:
        scores[main] += 0.0  # a paper's own county may stand nowhere in the item
    ranked = sorted(scores, key=lambda name: (name != main, -scores[name]))
    return Location(city, tuple(ranked), main)


def locate_page(
    texts: Sequence[str], newspaper: str | None, datelines: Sequence[str], authorities: Authorities
) -> str | None:
    """Find a page's city: its newspaper's, else the one that most of its lines name.

    `newspaper` is the newspaper's name; `texts` are the page's lines or paragraphs, and its datelines (本报聊城讯),
    given again, count twice. None when two cities are named alike, or none is.
    """
    paper = authorities.newspapers.find(newspaper) if newspaper else None
    if paper is not None and paper.city is not None:
        return paper.city
    counts: Counter[str] = Counter()
    for text in (*texts, *datelines):
        mentions = find_mentions(text, authorities.places)
        if not _is_agencys(mentions):
            counts.update(_name_cities(mentions))
    leaders = counts.most_common(2)
    if len(leaders) == 2 and leaders[0][1] == leaders[1][1]:
        return None
    return leaders[0][0] if leaders else None


def share_county(home: Location, places: Sequence[Location]) -> Location:
    """The page's home once its articles have their `places`: that of a special page is the county they are about.

    `home` itself where the page has a county already, or where too few of the articles are about one.
    """
    counts = Counter(place.main_county for place in places if place.main_county and place.city == home.city)
    if home.main_county is not None or not counts:
        return home
    county, count = counts.most_common(1)[0]
    least = max(_LEAST_SHARING, _SHARE_OF_PLACED * counts.total(), _SHARE_OF_ALL * len(places))
    return replace(home, main_county=county) if count >= least else home


def _is_agencys(mentions: Sequence[Mention]) -> bool:
    """Tell a text from outside: 据新华社济南5月9日电 on a page of Zibo."""
    return any(mention.meaning.sign is Sign.NATION_WORD for mention in mentions)


def _name_cities(mentions: Sequence[Mention]) -> set[str]:
    """Give the cities that a text names, each once however often it stands there."""
    return {place.city for mention in mentions if mention.is_certain for place in mention.meaning.places}


def _choose_city(parts: Sequence[Part], page: Location) -> str | None:
    scores = _score_cities(parts, page.city)
    if _is_from_outside(parts, page) and _is_no_citys(parts, scores):
        return None
    if page.city is not None:
        scores[page.city] += _OWN_CITY
    # On a tie the page's city, then the one named first.
    return max(scores, key=lambda city: (scores[city], city == page.city), default=None)


def _is_from_outside(parts: Sequence[Part], page: Location) -> bool:
    """Tell an item whose headline or lead names the province or the country (全省, 国务院).

    A county's paper, or special page, names its own places by half (新城镇), so there the lead must open with it.
    """
    signs = {
        mention.meaning.sign
        for part in parts
        if part.is_headline or part.is_lead
        for mention in part.mentions
        if part.is_headline or page.main_county is None or _is_opening(part.text, mention)
    }
    return not signs.isdisjoint((Sign.PROVINCE_WORD, Sign.NATION_WORD))


def _is_opening(lead: str, mention: Mention) -> bool:
    dateline = find_dateline(lead)
    return mention.start < (dateline.end if dateline is not None else 0) + _OPENING


def _is_no_citys(parts: Sequence[Part], scores: Mapping[str, float]) -> bool:
    lead = {city for part in parts if part.is_lead for city in _name_cities(part.mentions)}
    headline = {city for part in parts if part.is_headline for city in _name_cities(part.mentions)}
    return max(scores.values(), default=0.0) < _LATE or (not headline and len(lead) >= _MANY_CITIES)


def _score_cities(parts: Sequence[Part], page_city: str | None) -> defaultdict[str, float]:
    scores: defaultdict[str, float] = defaultdict(float)
    for part in parts:
        here: dict[str, float] = defaultdict(float)
        before: Mention | None = None
        city_told_of = page_city
        for mention in part.mentions:
            joined = before if before is not None and before.end == mention.start else None
            told = page_city if part.text.startswith(_OWN_WORDS, mention.start) else city_told_of
            for city in _cities_meant(mention, told) - _cities_hidden(joined, told):
                here[city] += _SIGN_WEIGHTS[mention.meaning.sign]
            before = mention
            if mention.meaning.sign is Sign.FULL and len(named := _cities_meant(mention, None)) == 1:
                (city_told_of,) = named
        for city, score in here.items():
            scores[city] += part.weight * min(score, _MOST_IN_A_PART)
    return scores


def _cities_hidden(before: Mention | None, page_city: str | None) -> set[str]:
    """Give the cities that a mention right behind another does not name again: 临沂市兰山区 names 临沂 once."""
    return _cities_meant(before, page_city) if before is not None else set()


def _cities_meant(mention: Mention, page_city: str | None) -> set[str]:
    """Give the cities that a mention speaks for: a hint only for the page's own."""
    if mention.is_certain or mention.meaning.sign is Sign.LANDMARK:
        return {place.city for place in mention.meaning.places}
    if page_city is None or mention.meaning.sign not in _SIGN_WEIGHTS:
        return set()
    owners = {place.city for place in mention.meaning.places} | {town.city for town in mention.meaning.towns}
    return {page_city} if page_city in owners or mention.meaning.sign is Sign.CITY_WORD else set()

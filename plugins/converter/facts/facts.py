"""Facts: newspaper, date and city of a page, and place, topics and keywords of its items."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from plugins.authorities import Authorities
from plugins.converter.facts.county_papers import find_papers_county
from plugins.converter.facts.page_dates import date_page, state_date
from plugins.converter.facts.places import Location, locate, locate_page, share_county
from plugins.converter.facts.topics import choose_topics
from plugins.converter.language.words import keywords
from plugins.converter.pages.items import Item, Kind, PageFacts, PageItems, Role
from plugins.converter.pages.page import RawPage
from plugins.converter.parsers.datelines import find_dateline
from plugins.converter.parsers.furniture import classify_furniture, page_number

KEYWORDS = 8
# The ledger tells so many of the words that decided an item's topics.
TOPIC_WORDS = 5
# Furniture that names the newspaper it stands in.
NAMING = ("masthead", "folio", "hotline", "credit")
UNSTATED: Mapping[str, str | None] = MappingProxyType({})


def establish_facts(
    page: RawPage,
    items: Sequence[Item],
    authorities: Authorities,
    stated: Mapping[str, str | None] = UNSTATED,
) -> PageItems:
    """Establish what the page tells about itself and its items; nothing is invented.

    `stated` holds those facts of the page that a person states (newspaper, date, page_number, city).
    """
    newspaper = stated.get("newspaper", _find_newspaper(items, authorities))
    datelines = [text for item in items for text in item.texts(Role.DATELINE)]
    date = date_page(page.lines)
    if "date" in stated:
        date = state_date(stated["date"])
    county = find_papers_county([newspaper or "", *_title_texts(items)], authorities.places)
    own_city = county.city if county is not None else None
    facts = PageFacts(
        id=page.id,
        newspaper=newspaper,
        date=date.date,
        date_precision=date.precision,
        date_evidence=date.evidence,
        page_number=stated.get("page_number", _find_page_number(items)),
        city=stated.get("city", own_city or locate_page(page.lines, newspaper, datelines, authorities)),
    )
    home = Location(facts.city, main_county=county.name if county and county.city == facts.city else None)
    places = _locate_all(items, home, authorities)
    return PageItems(
        facts,
        tuple(_describe(item, facts, place, authorities) for item, place in zip(items, places, strict=True)),
    )


def _locate_all(items: Sequence[Item], home: Location, authorities: Authorities) -> list[Location]:
    """The place of each item; what names no county is of the one that the page's articles share."""
    places = [_locate(item, home, authorities) for item in items]
    shared = share_county(
        home, [place for item, place in zip(items, places, strict=True) if item.kind is Kind.ARTICLE]
    )
    if shared == home:
        return places
    return [
        _locate(item, shared, authorities)
        if item.kind is Kind.ARTICLE and place.main_county is None
        else place
        for item, place in zip(items, places, strict=True)
    ]


def _locate(item: Item, home: Location, authorities: Authorities) -> Location:
    """Where an item happens; furniture belongs to its page and has no place of its own."""
    if item.kind is Kind.FURNITURE:
        return Location()
    return locate(_list_display(item), _list_body(item), home, authorities, item.credit.text)


def _find_newspaper(items: Sequence[Item], authorities: Authorities) -> str | None:
    """The newspaper named by masthead or folio, else by datelines and bylines; the most frequent one wins."""
    for texts in (_furniture_texts(items), _signed_texts(items)):
        counts = Counter(
            mention.newspaper.name for text in texts for mention in authorities.newspapers.find_in(text)[:1]
        )
        if counts:
            return counts.most_common(1)[0][0]
    return None


def _furniture_texts(items: Sequence[Item]) -> Iterator[str]:
    for text in _all_furniture(items):
        furniture = classify_furniture(text)
        if furniture is not None and furniture.type in NAMING:
            yield text


def _title_texts(items: Sequence[Item]) -> Iterator[str]:
    """What may name a county's paper: 今日沂源 alone on a line looks like a column label."""
    yield from _furniture_texts(items)
    yield from (text for text in _all_furniture(items) if text.startswith("今日"))


def _all_furniture(items: Sequence[Item]) -> Iterator[str]:
    return (text for item in items if item.kind is Kind.FURNITURE for text in item.paragraphs)


def _signed_texts(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        yield from item.texts(Role.BYLINE)
        for text in item.texts(Role.DATELINE):
            dateline = find_dateline(text)
            yield dateline.newspaper or "" if dateline else ""


def _find_page_number(items: Sequence[Item]) -> str | None:
    texts = [text for item in items if item.kind is Kind.FURNITURE for text in item.paragraphs]
    return next((number for number in map(page_number, texts) if number), None)


def _describe(item: Item, facts: PageFacts, place: Location, authorities: Authorities) -> Item:
    """Add date, place, topics and keywords to an item. Furniture belongs to its page and has none of them."""
    dated = replace(item, date=facts.date)
    if item.kind is Kind.FURNITURE:
        return dated
    headline, *others = _list_display(item)
    named = [*others, *([item.section] if item.section else [])]
    topics = choose_topics(headline, named, item.paragraphs, item.kind.value, authorities)
    return replace(
        dated,
        city=place.city,
        counties=place.counties,
        topics=topics.topics,
        topic_words=tuple(dict.fromkeys(entry.word for entry in topics.evidence if len(entry.word) > 1))[
            :TOPIC_WORDS
        ],
        keywords=tuple(keywords("\n".join([headline, *others, *_list_body(item)]), KEYWORDS))
        if _is_posted(item)
        else (),
    )


def _list_display(item: Item) -> list[str]:
    """The headline, empty where there is none, then kicker and deck."""
    others = (text for text in (item.text(Role.KICKER), item.text(Role.DECK)) if text)
    return [item.text(Role.HEADLINE) or "", *others]


def _list_body(item: Item) -> list[str]:
    """The lead with its dateline, then subheads and the other paragraphs."""
    lead = " ".join([*item.texts(Role.DATELINE), *item.paragraphs[:1]])
    return [lead, *item.texts(Role.SUBHEAD), *item.paragraphs[1:]]


def _is_posted(item: Item) -> bool:
    return item.kind in (Kind.ARTICLE, Kind.NOTICE)

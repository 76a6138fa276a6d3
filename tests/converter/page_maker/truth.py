"""The gold of a printed page, told from where its fragments stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from tests.converter.page_maker.draft import Draft
from tests.converter.page_maker.gold import (
    NO_COUNTY,
    Byline,
    Element,
    GoldItem,
    GoldPage,
    accept_page_city,
    find_county,
    is_interleaved,
    join_texts,
    list_topics,
)
from tests.converter.page_maker.printing import Placed


def tell_truth(page_id: str, drafts: Sequence[Draft], placed: Placed) -> GoldPage:
    """Gold items in page order, numbered anew."""
    by_item: dict[int, Placed] = {}
    for fragment, span in placed:
        by_item.setdefault(fragment.item, []).append((fragment, span))
    order = {number: at for at, number in enumerate(by_item)}
    items = tuple(_tell_item(drafts[number], some, order) for number, some in by_item.items())
    city = _find_city(items)
    items = tuple(accept_page_city(item, city) for item in items)
    masthead = next((drafts[number].article for number in by_item if drafts[number].article.newspaper), None)
    return GoldPage(
        id=page_id,
        items=items,
        newspaper=masthead.newspaper if masthead else None,
        date=(masthead.date or None) if masthead else None,
        date_precision="day" if masthead and masthead.date else None,
        date_accept=(masthead.date,) if masthead and masthead.date else (),
        city=city,
        interleaved=is_interleaved(items),
    )


def _tell_item(draft: Draft, placed: Placed, order: dict[int, int]) -> GoldItem:
    article = draft.article
    elements = [
        (key[1], list(group)) for key, group in groupby(placed, key=lambda one: (one[0].element, one[0].role))
    ]
    texts = [(role, join_texts(role, (fragment.text for fragment, _ in some))) for role, some in elements]
    spans = tuple(span for _, some in elements for _, span in some)
    byline = next((text for role, text in texts if role == "byline"), None)
    headline = next((text for role, text in texts if role == "headline"), None)
    kicker = next((text for role, text in texts if role == "kicker"), None)
    return GoldItem(
        kind=article.kind,
        headline=headline,
        headline_accept=_list_accepted(article.headline_accept, kicker, headline, placed),
        kicker=kicker,
        deck=next((text for role, text in texts if role == "deck"), None),
        section=article.section or None,
        subheads=tuple(text for role, text in texts if role == "subhead"),
        byline=Byline(article.reporters, article.correspondents, article.authors, byline),
        dateline=next((text for role, text in texts if role == "dateline"), None),
        city=article.city or None,
        county=find_county(article.counties),
        counties=tuple(one for one in article.counties if one != NO_COUNTY),
        topics=list_topics(article.kind, article.topics),
        topics_accept=article.topics_accept,
        paragraphs=tuple(text for role, text in texts if role == "paragraph"),
        lines=tuple(dict.fromkeys(line for line, _, _ in spans)),
        spans=spans,
        elements=tuple(Element(role, tuple(span for _, span in some)) for role, some in elements),
        incomplete=draft.is_incomplete,
        belongs_to=None if draft.belongs_to is None else order[draft.belongs_to],
        duplicate_of=None if draft.duplicate_of is None else order[draft.duplicate_of],
    )


def _list_accepted(
    accepted: tuple[str, ...], kicker: str | None, headline: str | None, placed: Placed
) -> tuple[str, ...]:
    """The accepted headlines; a kicker on the headline's line may be read as part of it."""
    lines = [span[0] for fragment, span in placed if fragment.role in ("kicker", "headline")]
    shared = kicker is not None and len(set(lines)) < len(lines)
    return (*accepted, f"{kicker} {headline}") if shared else accepted


def _find_city(items: Sequence[GoldItem]) -> str | None:
    cities = [item.city for item in items if item.kind == "article" and item.city]
    return max(cities, key=lambda city: (cities.count(city), city)) if cities else None

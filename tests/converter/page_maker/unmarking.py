"""The items of a marked page as articles, so that the page maker can lay them out in other ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.converter.page_maker.article import SUBHEAD, Article, guess_place
from tests.converter.page_maker.gold import NO_COUNTY, Element, GoldItem, GoldPage, Span, join_texts

BODY = ("paragraph", "subhead")
PRINTED = ("kicker", "headline", "deck", "byline", "dateline", *BODY)


def list_articles(page: GoldPage, text: str) -> Iterator[Article]:
    """The page's items but notices, second prints and those with lost text or in an order no article has."""
    lines = text.split("\n")
    for number, item in enumerate(page.items):
        name = f"{page.id}-{number:02}"
        if item.incomplete or item.duplicate_of is not None or item.kind == "notice":
            continue
        if item.kind != "article":
            body = tuple(_read(element, lines) for element in item.elements)
            place = guess_place("\n".join(body)) if item.kind == "furniture" else "middle"
            yield Article(name=name, kind=item.kind, city=item.city or "", place=place, body=body)
        elif (place_of_byline := _find_byline(item)) is not None:
            yield _restore(name, item, lines, place_of_byline)


def _restore(name: str, item: GoldItem, lines: Sequence[str], byline_place: str) -> Article:
    body = tuple(
        (SUBHEAD if element.role == "subhead" else "") + _read(element, lines)
        for element in item.elements
        if element.role in BODY
    )
    counties = item.counties if item.county or not item.counties else (NO_COUNTY, *item.counties)
    return Article(
        name=name,
        headline=item.headline or "",
        headline_accept=item.headline_accept,
        kicker=item.kicker or "",
        deck=item.deck or "",
        section=item.section or "",
        byline=item.byline.text or "",
        byline_place=byline_place,
        reporters=item.byline.reporters,
        correspondents=item.byline.correspondents,
        authors=item.byline.authors,
        dateline=item.dateline or "",
        city=item.city or "",
        counties=counties,
        topics=item.topics,
        topics_accept=item.topics_accept,
        body=body,
    )


def _find_byline(item: GoldItem) -> str | None:
    """Where the byline stands; None for an article whose elements stand as in no composed one."""
    roles = [element.role for element in item.elements]
    if not item.headline or "paragraph" not in roles or set(roles) - set(PRINTED):
        return None
    if any(roles.count(role) > 1 for role in PRINTED if role not in BODY):
        return None
    if "byline" not in roles:
        return "none"
    at, first = roles.index("byline"), roles.index("paragraph")
    if at == len(roles) - 1:
        return "closing" if _stand_on_one_line(*item.elements[-2:]) else "closing_line"
    if at < first:
        return "dateline" if roles[at - 1] == "dateline" else "before_body"
    return "after_lead" if at == first + 1 else None


def _stand_on_one_line(first: Element, second: Element) -> bool:
    return first.spans[-1][0] == second.spans[0][0]


def _read(element: Element, lines: Sequence[str]) -> str:
    return join_texts(element.role, (_cut(span, lines) for span in element.spans))


def _cut(span: Span, lines: Sequence[str]) -> str:
    line, start, end = span
    return lines[line - 1][start:end]

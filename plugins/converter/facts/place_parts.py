"""The pieces of an item's text, with the names in them and how much a name counts there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.authorities import PlaceKind, Places
from plugins.converter.language.gazetteer import Mention, find_mentions
from plugins.converter.parsers.datelines import find_dateline

# A headline names the scene (`东昌府区沙镇五联小学开展消防演练活动`) and the lead repeats it; from the second
# paragraph on, names are mostly examples (莘县 in the eighth paragraph of a story about all of Liaocheng).
_HEADLINE, _LEAD, _SECOND, _LATER, _BYLINE = 6.0, 3.0, 1.0, 0.5, 0.3
# 本报阳谷4月8日讯 says where the story is from; 本报济南讯 may be an office, and counts with the lead that it opens.
_DATELINE = 6.0


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an item's text: what a mention in it counts, where it stands, and its mentions."""

    text: str
    weight: float
    mentions: tuple[Mention, ...]
    is_headline: bool = False
    is_lead: bool = False


def read_parts(
    headline_parts: Sequence[str], paragraphs: Sequence[str], byline: str | None, places: Places
) -> tuple[Part, ...]:
    """Cut an item into parts, headline first, and find the names in each.

    A dateline that the first paragraph opens with is a part of its own beside it, for the counties that it names.
    """
    parts = [
        Part(text, weight, tuple(find_mentions(text, places)), weight == _HEADLINE, weight == _LEAD)
        for text, weight in _weigh(headline_parts, paragraphs, byline)
    ]
    dateline = find_dateline(paragraphs[0]) if paragraphs else None
    return (*parts, *([_read_dateline(dateline.text, places)] if dateline is not None else ()))


def _read_dateline(text: str, places: Places) -> Part:
    mentions = tuple(mention for mention in find_mentions(text, places) if _names_county(mention))
    return Part(text, _DATELINE, mentions, is_lead=True)


def _names_county(mention: Mention) -> bool:
    return mention.is_certain and all(place.kind is not PlaceKind.CITY for place in mention.meaning.places)


def _weigh(
    headline_parts: Sequence[str], paragraphs: Sequence[str], byline: str | None
) -> Iterator[tuple[str, float]]:
    for text in headline_parts:
        yield text, _HEADLINE
    for position, text in enumerate(paragraphs):
        yield text, (_LEAD, _SECOND)[position] if position < 2 else _LATER
    if byline:
        yield byline, _BYLINE

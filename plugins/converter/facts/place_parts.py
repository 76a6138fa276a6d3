"""The pieces of an item's text, with the names in them and how much a name counts there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.authorities import Places
from plugins.converter.language.gazetteer import Mention, find_mentions

# A headline names the scene (`东昌府区沙镇五联小学开展消防演练活动`) and the lead repeats it; from the second
# paragraph on, names are mostly examples (莘县 in the eighth paragraph of a story about all of Liaocheng).
_HEADLINE, _LEAD, _SECOND, _LATER, _BYLINE = 6.0, 3.0, 1.0, 0.5, 0.3


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
    """Cut an item into parts, headline first, and find the names in each."""
    weighed = _weigh(headline_parts, paragraphs, byline)
    return tuple(
        Part(text, weight, tuple(find_mentions(text, places)), weight == _HEADLINE, weight == _LEAD)
        for text, weight in weighed
    )


def _weigh(
    headline_parts: Sequence[str], paragraphs: Sequence[str], byline: str | None
) -> Iterator[tuple[str, float]]:
    for text in headline_parts:
        yield text, _HEADLINE
    for position, text in enumerate(paragraphs):
        yield text, (_LEAD, _SECOND)[position] if position < 2 else _LATER
    if byline:
        yield byline, _BYLINE

"""Captions and their articles: a caption's words recur in the article whose picture it stands under."""

from collections.abc import Sequence
from dataclasses import replace

from plugins.converter.language.characters import is_han
from plugins.converter.language.words import cut_words, word_weight
from plugins.converter.pages.items import Item, Kind

# Summed weight of shared words below which a caption stays alone: one rare name or two ordinary nouns.
ENOUGH = 8.0


def join_captions(items: Sequence[Item]) -> tuple[Item, ...]:
    """Set `belongs_to` of each caption to the number of its article; the items have their numbers."""
    if all(item.kind is not Kind.CAPTION for item in items):
        return tuple(items)
    articles = [(item.number, _read_words(item)) for item in items if item.kind is Kind.ARTICLE]
    return tuple(
        replace(item, belongs_to=_find_owner(item, articles)) if item.kind is Kind.CAPTION else item
        for item in items
    )


def _find_owner(caption: Item, articles: Sequence[tuple[int, frozenset[str]]]) -> int | None:
    words = _read_words(caption)
    shared = [(sum(map(word_weight, words & others)), -number) for number, others in articles]
    weight, number = max(shared, default=(0.0, 0))
    return -number if weight >= ENOUGH else None


def _read_words(item: Item) -> frozenset[str]:
    text = "".join(element.text for element in item.elements)
    return frozenset(word for word in cut_words(text) if len(word) > 1 and all(map(is_han, word)))

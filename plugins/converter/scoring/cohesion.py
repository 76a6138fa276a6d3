"""Cohesion: which fragments of a page tell about the same thing.

A word that stands in several fragments, but not all over the page, ties them together (蔡霞主任, 消防演练). Names and
rare words tie most: words weigh by their inverse document frequency in jieba's table and on the page itself.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest

from plugins.converter.language.characters import has_han
from plugins.converter.language.words import word_weight
from plugins.converter.scoring.name_terms import list_names, list_surnames

# Weights of words by jieba's table: 的 and 工作 are below the first, names and terms of a trade near the second.
COMMON, RARE = 3.0, 10.0
# A page as printed shares some two hundred words; the masks of an endless one must not grow with it.
MOST_TERMS = 2000


@dataclass(frozen=True, slots=True)
class PageTerms:
    """The words that occur in two fragments or more: one bit each, with a weight each.

    `masks[i]` has the bits of fragment i's words. `names` has the bits of names, `surnames` those of surnames, which
    weigh nothing: two families may bear one.
    """

    masks: tuple[int, ...]
    weights: tuple[float, ...]
    names: int
    surnames: int
    _totals: dict[int, float] = field(default_factory=dict)

    def overlap(self, left: int, right: int) -> float:
        """Total weight of the words that two masks share; the same few are shared again and again."""
        shared = left & right
        if not shared:
            return 0.0
        total = self._totals.get(shared)
        if total is None:
            total = self._totals[shared] = self._add(shared)
        return total

    def _add(self, mask: int) -> float:
        total = 0.0
        while mask:
            lowest = mask & -mask
            total += self.weights[lowest.bit_length() - 1]
            mask ^= lowest
        return total


def tell_names(known: int, own: int, spoken: int) -> str:
    """Whether the names that a fragment speaks of, those known from before, stand in a strand: all, some or none."""
    spoken &= known
    if not spoken:
        return "-"
    shared = spoken & own
    return "0" if not shared else "+" if shared == spoken else "~"


def collect_terms(texts: Sequence[str], words: Sequence[Sequence[str]]) -> PageTerms:
    """Find the words and names that fragments share; `words` has each text cut into words."""
    names = [list_names(text, cut) for text, cut in zip(texts, words, strict=True)]
    surnames = list(map(list_surnames, words))
    terms = [list_terms(cut) | some for cut, some in zip(words, names, strict=True)]
    weights = {word: _weight(word, count, len(texts)) for word, count in _count_shared(terms)}
    weights |= {surname: 0.0 for surname, _ in _count_shared(surnames)}
    shared = sorted(nlargest(MOST_TERMS, weights, key=lambda word: (weights[word], word)))
    bits = {word: 1 << position for position, word in enumerate(shared)}
    together = (one | other for one, other in zip(terms, surnames, strict=True))
    return PageTerms(
        tuple(_mask(bits, own) for own in together),
        tuple(weights[word] for word in shared),
        _mask(bits, frozenset().union(*names)),
        _mask(bits, frozenset().union(*surnames)),
    )


def _count_shared(words: Sequence[frozenset[str]]) -> Iterator[tuple[str, int]]:
    counts = Counter(word for fragment in words for word in fragment)
    return ((word, count) for word, count in counts.items() if count > 1)


def _mask(bits: Mapping[str, int], words: frozenset[str]) -> int:
    return sum(bits[word] for word in words if word in bits)


def list_terms(words: Sequence[str]) -> frozenset[str]:
    """The words of a text that may tell what it is about."""
    return frozenset(word for word in set(words) if len(word) > 1 and has_han(word))


def _weight(word: str, count: int, fragments: int) -> float:
    # A word in every fragment of the page tells nothing about any two of them.
    return max(0.0, word_weight(word) - COMMON) / (RARE - COMMON) * math.log((fragments + 1) / count)

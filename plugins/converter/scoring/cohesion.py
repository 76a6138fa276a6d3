"""Cohesion: which fragments of a page tell about the same thing.

A word that stands in several fragments, but not all over the page, ties them together (蔡霞主任, 消防演练). Names and
rare words tie most: words weigh by their inverse document frequency in jieba's table and on the page itself.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from plugins.converter.language.characters import is_han
from plugins.converter.language.words import cut_words, word_weight
from plugins.converter.scoring.subject_fields import find_fields

# Weights of words by jieba's table: 的 and 工作 are below the first, names and terms of a trade near the second.
COMMON, RARE = 3.0, 10.0
# A page as printed shares some two hundred words; the masks of an endless one must not grow with it.
MOST_TERMS = 2000


@dataclass(frozen=True, slots=True)
class PageTerms:
    """The words that occur in two fragments or more: one bit each, with a weight each.

    `masks[i]` has the bits of fragment i's words.
    """

    masks: tuple[int, ...]
    weights: tuple[float, ...]

    def overlap(self, left: int, right: int) -> float:
        """Total weight of the words that two masks share."""
        shared = left & right
        total = 0.0
        while shared:
            lowest = shared & -shared
            total += self.weights[lowest.bit_length() - 1]
            shared ^= lowest
        return total


def collect_terms(words: Sequence[frozenset[str]]) -> PageTerms:
    """Find the words that fragments share; `words` has those of each fragment."""
    counts = Counter(word for fragment in words for word in fragment)
    weights = {word: _weight(word, count, len(words)) for word, count in counts.items() if count > 1}
    return _collect(words, weights)


def collect_fields(words: Sequence[frozenset[str]]) -> PageTerms:
    """Find the subjects that fragments share: words of one field (麦田, 灌浆) tie as the same word does, but less."""
    fields = [frozenset(field for word in fragment for field in find_fields(word)) for fragment in words]
    counts = Counter(field for fragment in fields for field in fragment)
    weights = {field: math.log((len(words) + 1) / count) for field, count in counts.items() if count > 1}
    return _collect(fields, weights)


def _collect(words: Sequence[frozenset[str]], weights: Mapping[str, float]) -> PageTerms:
    shared = sorted(nlargest(MOST_TERMS, weights, key=lambda word: (weights[word], word)))
    bits = {word: 1 << position for position, word in enumerate(shared)}
    masks = tuple(sum(bits[word] for word in fragment if word in bits) for fragment in words)
    return PageTerms(masks, tuple(weights[word] for word in shared))


def list_terms(text: str) -> frozenset[str]:
    """The words of a text that may tell what it is about."""
    return frozenset(word for word in cut_words(text) if len(word) > 1 and any(map(is_han, word)))


def _weight(word: str, count: int, fragments: int) -> float:
    # A word in every fragment of the page tells nothing about any two of them.
    return max(0.0, word_weight(word) - COMMON) / (RARE - COMMON) * math.log((fragments + 1) / count)

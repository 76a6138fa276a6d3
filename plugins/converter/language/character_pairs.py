"""What jieba's dictionary tells about characters: which pairs hold together, which begin or end words.

All figures are counts of jieba's dictionary frequencies (about 60 million words of running text), so they hold for
Chinese at large and for no archive in particular.
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from plugins.converter.language.dictionary import LONGEST_WORD, word_frequencies


@dataclass(frozen=True, slots=True)
class PairModel:
    """Log-odds of characters beginning and ending words, and association of neighbours within words."""

    begins: Mapping[str, float]
    ends: Mapping[str, float]
    pairs: Mapping[str, int]
    first: Mapping[str, int]
    second: Mapping[str, int]
    total: int

    def association(self, left: str, right: str) -> float:
        """Pointwise mutual information of two neighbouring characters, in nats; 0 for pairs in no word."""
        count = self.pairs.get(left + right, 0)
        if not count:
            return 0.0
        return max(0.0, math.log(count * self.total / (self.first[left] * self.second[right])))


@cache
def load_pair_model() -> PairModel:
    """Count the dictionary once; takes about half a second."""
    pairs: Counter[str] = Counter()
    begins: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    within: Counter[str] = Counter()
    for word, frequency in word_frequencies().items():
        if not frequency or len(word) > LONGEST_WORD:
            continue
        begins[word[0]] += frequency
        ends[word[-1]] += frequency
        for character in word:
            within[character] += frequency
        for left, right in pairwise(word):
            pairs[left + right] += frequency
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for pair, count in pairs.items():
        first[pair[0]] += count
        second[pair[1]] += count
    return PairModel(
        _log_odds(begins, within), _log_odds(ends, within), pairs, first, second, sum(pairs.values())
    )


def _log_odds(inside: Counter[str], all_counts: Counter[str]) -> dict[str, float]:
    # Add-five smoothing: a character seen a handful of times proves nothing.
    return {
        character: math.log((inside[character] + 5) / (count - inside[character] + 5))
        for character, count in all_counts.items()
    }

"""Related articles: those that share the rarest keywords."""

from collections import defaultdict
from collections.abc import Sequence
from heapq import nsmallest
from math import log

# A keyword of more articles than this says little about what they have in common, and following it would make
# the work quadratic: with the limit, each article is compared with at most `limit` others a keyword.
MOST_SHARED = 200


def find_related(
    keywords: Sequence[Sequence[str]], most: int = 5, limit: int = MOST_SHARED
) -> list[list[int]]:
    """Return for each article the positions of at most `most` related ones, the nearest first.

    `keywords` holds the keywords of every article. The weight of a shared keyword is its inverse document
    frequency; one that only two of a thousand articles have weighs more than one of a hundred. Of equally near
    articles the one that stands nearer in the archive comes first. An article that shares nothing is not related.
    """
    postings: dict[str, list[int]] = defaultdict(list)
    for position, words in enumerate(keywords):
        for word in dict.fromkeys(words):
            postings[word].append(position)
    weights = {word: log(1 + len(keywords) / len(found)) for word, found in postings.items()}
    shared = {word: found for word, found in postings.items() if 1 < len(found) <= limit}
    return [
        _find_nearest(
            position, [(weights[word], shared[word]) for word in dict.fromkeys(words) if word in shared], most
        )
        for position, words in enumerate(keywords)
    ]


def _find_nearest(position: int, postings: Sequence[tuple[float, Sequence[int]]], most: int) -> list[int]:
    scores: dict[int, float] = defaultdict(float)
    for weight, found in postings:
        for other in found:
            scores[other] += weight
    scores.pop(position, None)
    return nsmallest(most, scores, key=lambda other: (-round(scores[other], 6), abs(other - position), other))

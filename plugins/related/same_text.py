"""Articles with the same text: printed again on another day, or in another newspaper."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Marks = NDArray[np.uint64]

# Runs of eight letters: shorter ones are phrases that many articles have.
RUN = 8
# A text of fewer letters (a loss declared, a hotline) is often a form that is filled in, so it tells nothing.
LEAST_LETTERS = 40
# What of the shorter text must stand in the longer one: a text cut for another page keeps its sentences.
LEAST_SHARE = 0.8
# Runs that more articles have are a form or a slogan. The limit keeps the work linear, too.
MOST_SHARED = 20
# Candidates are found by one run of four, and by all of them where there are few.
_SAMPLED_BITS, FEW = np.uint64(62), 64
_FACTOR, _MIXER = np.uint64(0x100000001B3), np.uint64(0x9E3779B97F4A7C15)
_NO_LETTERS = re.compile(r"[\W_]+")
_TAG = re.compile(r"<[^>]*>")


def find_same_text(contents: Sequence[str]) -> list[list[int]]:
    """Return for each article the positions of those with the same text, in order; `contents` is their HTML.

    Texts are compared by their runs of eight letters; punctuation, spaces and width do not count. Linear but for
    one sort.
    """
    marks = [_list_runs(_list_letters(content)) for content in contents]
    same: list[list[int]] = [[] for _ in contents]
    for one, other in sorted(set(_pair_candidates(marks))):
        if _share(marks[one], marks[other]) >= LEAST_SHARE:
            same[one].append(other)
            same[other].append(one)
    return [sorted(found) for found in same]


def _list_letters(content: str) -> str:
    text = unicodedata.normalize("NFKC", unescape(_TAG.sub("", content))).lower()
    return _NO_LETTERS.sub("", text)


def _list_runs(letters: str) -> Marks:
    """Return a number for each run, each number once; none for a text that is too short."""
    if len(letters) < LEAST_LETTERS:
        return np.zeros(0, np.uint64)
    codes = np.frombuffer(letters.encode("utf-32-le"), np.uint32).astype(np.uint64)
    count = len(codes) - RUN + 1
    numbers = np.zeros(count, np.uint64)
    for offset in range(RUN):
        numbers = numbers * _FACTOR + codes[offset : offset + count]
    return np.unique(numbers * _MIXER)


def _pair_candidates(marks: Sequence[Marks]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share a sampled run."""
    sampled = [own if len(own) <= FEW else own[own >> _SAMPLED_BITS == 0] for own in marks]
    owners = np.repeat(np.arange(len(sampled)), [len(own) for own in sampled])
    numbers = np.concatenate([*sampled, np.zeros(0, np.uint64)])
    order = np.argsort(numbers, kind="stable")
    _, starts, counts = np.unique(numbers[order], return_index=True, return_counts=True)
    is_shared = (counts > 1) & (counts <= MOST_SHARED)
    for start, count in zip(starts[is_shared], counts[is_shared], strict=True):
        yield from combinations(owners[order[start : start + count]].tolist(), 2)


def _share(one: Marks, other: Marks) -> float:
    """The part of the shorter text's runs that the longer one has."""
    common = np.intersect1d(one, other, assume_unique=True)
    return len(common) / min(len(one), len(other))

"""Postings to shards: the files that hold the posting lists (FORMAT.md, "Shard").

Everything is written for some hundred thousand postings at once: each code word's length gives its place, and all
values are then set bit plane by bit plane.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from plugins.search_index.bits import (
    Numbers,
    Words,
    fixed_words,
    gamma_words,
    rice_shift,
    rice_words,
    write_words,
)
from plugins.search_index.postings import CODE_SHIFT, DOCUMENT_SHIFT, MAX_DOCUMENTS, TITLE_SHIFT, Keys

# Lists shorter than this carry no weights and no lengths of titles: a reader sees all their documents on a page or two.
WEIGHTED = 16


@dataclass(frozen=True, slots=True)
class Postings:
    """Posting lists of neighbouring terms: one row a posting, sorted by code, then document."""

    codes: Numbers
    documents: Numbers
    weights: Numbers
    titles: Numbers

    @classmethod
    def from_keys(cls, keys: Keys, first: int) -> Postings:
        """Take sorted keys apart; document numbers count from `first`."""
        return cls(
            (keys >> CODE_SHIFT).astype(np.int64),
            (keys >> DOCUMENT_SHIFT & np.uint64(MAX_DOCUMENTS - 1)).astype(np.int64) - first,
            (keys & np.uint64(3)).astype(np.int64),
            (keys >> TITLE_SHIFT & np.uint64(63)).astype(np.int64),
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """How a family's terms are written: documents of the segment, shards, the room of the codes.

    `weighted` families tell the lengths of titles and the weights; lists of single units would grow by a tenth.
    """

    documents: int
    shards: int
    room: int
    weighted: bool

    def start(self, shard: Numbers) -> Numbers:
        """Return the smallest code of each shard: codes are dealt out evenly, in order."""
        return -(-shard * self.room // self.shards)


@dataclass(frozen=True, slots=True)
class _Terms:
    """The distinct terms of some postings; `of` names each posting's term."""

    codes: Numbers
    counts: Numbers
    titled: Numbers
    shards: Numbers
    of: Numbers


def encode_shards(postings: Postings, layout: Layout, wanted: range) -> Iterator[bytes]:
    """Yield the bytes of the shards `wanted`, whose postings these are."""
    terms = _group_terms(postings, layout, wanted)
    heads = _head_words(terms, layout, wanted)
    lists = _list_words(postings, terms, layout)
    head_bits, list_bits = _sum_bits(heads, len(wanted)), _sum_bits(lists, len(terms.codes))
    in_shard = np.bincount(terms.shards, list_bits, len(wanted)).astype(np.int64)
    sizes = -(-(head_bits + in_shard) // 8)
    starts = 8 * (np.cumsum(sizes) - sizes)
    bits = np.zeros(8 * int(sizes.sum()), dtype=np.uint8)
    _write_groups(bits, heads, starts)
    before = np.cumsum(list_bits) - list_bits
    shard_before = (np.cumsum(in_shard) - in_shard)[terms.shards]
    _write_groups(bits, lists, (starts + head_bits)[terms.shards] + before - shard_before)
    packed = np.packbits(bits).tobytes()
    ends = np.cumsum(sizes)
    for size, end in zip(sizes.tolist(), ends.tolist(), strict=True):
        yield packed[end - size : end]


_Group = tuple[Numbers, Words]


def _sum_bits(groups: list[_Group], owners: int) -> Numbers:
    """Return how many bits the words of each owner (a shard, a term) take."""
    sums = np.zeros(owners, dtype=np.int64)
    for of, words in groups:
        sums += np.bincount(of, words.lengths, owners).astype(np.int64)
    return sums


def _group_terms(postings: Postings, layout: Layout, wanted: range) -> _Terms:
    """Find where one term ends and the next begins."""
    new = np.diff(postings.codes, prepend=-1) != 0
    of = np.cumsum(new) - 1
    codes = postings.codes[new]
    return _Terms(
        codes,
        np.bincount(of, minlength=len(codes)),
        np.bincount(of[postings.titles > 0], minlength=len(codes)),
        codes * layout.shards // layout.room - wanted.start,
        of,
    )


def _head_words(terms: _Terms, layout: Layout, wanted: range) -> list[_Group]:
    """Code what a shard begins with: number of terms, their codes, counts of documents and of titles."""
    shards = np.arange(len(wanted), dtype=np.int64)
    sizes = np.bincount(terms.shards, minlength=len(wanted))
    first = np.diff(terms.shards, prepend=-1) != 0
    starts = layout.start(shards + wanted.start)
    gaps = np.where(first, terms.codes - starts[terms.shards], np.diff(terms.codes, prepend=0) - 1)
    shifts = rice_shift(sizes, np.full(len(wanted), layout.room // layout.shards, dtype=np.int64))
    return [
        (shards, gamma_words(sizes + 1)),
        (terms.shards, rice_words(gaps, shifts[terms.shards])),
        (terms.shards, gamma_words(terms.counts)),
        (terms.shards, gamma_words(terms.titled + 1)),
    ]


def _list_words(postings: Postings, terms: _Terms, layout: Layout) -> list[_Group]:
    """Code what follows for each term: documents, weights, which have it in the title, how long those are."""
    titled = np.flatnonzero(postings.titles > 0)
    firsts = np.cumsum(terms.counts) - terms.counts
    title_terms = terms.of[titled]
    ordinals = titled - firsts[title_terms]
    words = [
        _document_words(postings, terms, layout),
        (
            title_terms,
            rice_words(_gaps(ordinals, title_terms), rice_shift(terms.titled, terms.counts)[title_terms]),
        ),
    ]
    if layout.weighted:
        told = terms.counts >= WEIGHTED
        lengths = titled[told[title_terms]]
        words.append((terms.of[lengths], fixed_words(postings.titles[lengths] - 1, 5)))
        weighted = np.flatnonzero(told[terms.of])
        words.append((terms.of[weighted], rice_words(postings.weights[weighted], 0)))
    return words


def _document_words(postings: Postings, terms: _Terms, layout: Layout) -> _Group:
    """Code document gaps; a term of more than half the documents names those that do not have it."""
    common = np.flatnonzero(2 * terms.counts > layout.documents)
    rows = [postings.documents]
    owners = [terms.of]
    if len(common):
        kept = ~np.isin(terms.of, common)
        rows, owners = [postings.documents[kept]], [terms.of[kept]]
        ends = np.cumsum(terms.counts)
        for term in common.tolist():
            present = postings.documents[ends[term] - terms.counts[term] : ends[term]]
            absent = np.setdiff1d(np.arange(layout.documents), present, assume_unique=True)
            rows.append(absent)
            owners.append(np.full(len(absent), term, dtype=np.int64))
    of = np.concatenate(owners)
    order = np.argsort(of, kind="stable")
    of, documents = of[order], np.concatenate(rows)[order]
    written = np.where(2 * terms.counts > layout.documents, layout.documents - terms.counts, terms.counts)
    shifts = rice_shift(written, np.full(len(written), layout.documents, dtype=np.int64))
    return of, rice_words(_gaps(documents, of), shifts[of])


def _gaps(numbers: Numbers, owners: Numbers) -> Numbers:
    """Return each number's distance from the one before it in the same list, less one."""
    gaps = np.diff(numbers, prepend=0) - 1
    first = np.diff(owners, prepend=-1) != 0
    gaps[first] = numbers[first]
    return gaps


def _write_groups(bits: npt.NDArray[np.uint8], groups: list[_Group], starts: Numbers) -> None:
    """Write each part of each group (a shard's head, a term's list) behind the one before it."""
    at = starts.copy()
    for owners, words in groups:
        sums = np.bincount(owners, words.lengths, len(starts)).astype(np.int64)
        ends = np.cumsum(words.lengths) - (np.cumsum(sums) - sums)[owners] + at[owners]
        write_words(bits, ends, words.values)
        at += sums

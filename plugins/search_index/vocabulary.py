"""What the engine must know to fold queries and texts of this archive as the index did."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from functools import cache

import numpy as np
import numpy.typing as npt

from plugins.search_index.bits import Numbers, Words, gamma_words, pack_words, rice_shift, rice_words
from plugins.search_index.documents import Document
from plugins.search_index.files import IndexFile, name_by_content
from plugins.search_index.folding import (
    UNITS,
    Units,
    changed_units,
    fold_pairs,
    fold_table,
    fold_units,
    to_units,
)

# The unified ideographs of the first block lie from here on; the room of the sources of packed pairs.
FIRST_HAN, HAN_ROOM = 0x4E00, 0x5200

# Rows of GB 2312 with the 3,755 usual characters in the order of their sounds, and with the 3,008 others.
LEVELS = ((0xB0, 0xD7), (0xD8, 0xF7))


class Vocabulary:
    """The units that stand in an archive's texts."""

    def __init__(self) -> None:
        """Start with none."""
        self._seen: npt.NDArray[np.bool_] = np.zeros(UNITS, dtype=np.bool_)

    def add(self, units: Units) -> None:
        """Take in the units of a text."""
        self._seen[units] = True

    def pairs(self, *, all_queries: bool) -> str:
        """Return the fold pairs that are told one by one.

        They are those of every unit of the texts, and of the common characters that fold (乾 folds to 干): the engine
        takes the 6,763 characters of GB 2312 for folded without looking. `all_queries` adds what leads to a unit of the
        texts, and leaves out what `traditional` tells.
        """
        changed = changed_units()
        told = self._seen[changed] | np.isin(changed, _common_characters())
        if all_queries:
            told |= np.isin(fold_table()[changed], self._targets())
            told &= ~np.isin(changed, self._traditional())
        return fold_pairs(changed[told])

    def traditional(self) -> bytes:
        """Return, packed, the pairs of all traditional characters that lead to a unit of the texts."""
        return pack_traditional(self._traditional())

    def traditional_text(self) -> str:
        """Return the same in base64.

        In a manifest they spare every query in traditional characters a round of requests, which a file of their own
        would take.
        """
        return base64.b64encode(self.traditional()).decode("ascii")

    def traditional_file(self) -> IndexFile:
        """Return the same as a file."""
        payload = self.traditional()
        return IndexFile(f"folding-{name_by_content([IndexFile('folding', payload)])}.bin", payload)

    def _targets(self) -> Units:
        """Return the folded units of the texts."""
        return np.unique(fold_units(np.flatnonzero(self._seen).astype(np.uint16)))

    def _traditional(self) -> Units:
        """Return the traditional characters that fold to a unit of the texts."""
        units = traditional_units()
        kept: Units = units[np.isin(fold_table()[units], self._targets())]
        return kept


def traditional_units() -> Units:
    """Return the ideographs that fold to a character of GB 2312, rising."""
    changed = changed_units()
    is_han = (changed >= FIRST_HAN) & (changed < FIRST_HAN + HAN_ROOM)
    kept: Units = changed[is_han & np.isin(fold_table()[changed], _common_characters())]
    return kept


def pack_traditional(sources: Units) -> bytes:
    """Return the pairs of these characters, rising, in bits: those that fold to level 1 of GB 2312, then to level 2.

    For each level: how many, the gaps between them, the targets. A target is its place among the level's characters in
    the order of Unicode, where characters with one radical stand together: a short step from the last target (seven
    bits in all) or the place itself (thirteen).
    """
    words: list[Words] = []
    for level in LEVELS:
        places = _places(level)
        members = sources[places[fold_table()[sources]] >= 0]
        targets = places[fold_table()[members]]
        steps = np.diff(targets, prepend=0)
        folded = np.where(steps >= 0, 2 * steps, -2 * steps - 1)
        is_near = folded < 64
        count = np.array([len(members)])
        gaps = np.diff(members.astype(np.int64) - FIRST_HAN, prepend=-1) - 1
        shift = int(rice_shift(count, np.array([HAN_ROOM]))[0])
        words += [gamma_words(count + 1), rice_words(gaps, shift)]
        words.append(Words(np.where(is_near, 7, 13), np.where(is_near, folded, 4096 | targets)))
    return pack_words(words)


def _characters(level: tuple[int, int]) -> Units:
    """Return the characters of some rows of GB 2312, rising."""
    first, last = level
    rows = b"".join(bytes([row, cell]) for row in range(first, last + 1) for cell in range(0xA1, 0xFF))
    return np.sort(to_units(rows.decode("gb2312", "ignore")))


@cache
def _places(level: tuple[int, int]) -> Numbers:
    """Return each unit's place among a level's characters as Unicode orders them, -1 for all others; read-only."""
    characters = _characters(level)
    places = np.full(UNITS, -1, dtype=np.int64)
    places[characters] = np.arange(len(characters))
    places.flags.writeable = False
    return places


@cache
def _common_characters() -> Units:
    """Return the 6,763 characters of GB 2312."""
    return np.concatenate([_characters(level) for level in LEVELS])


def collect_vocabulary(documents: Iterable[Document]) -> Vocabulary:
    """Return the vocabulary of some documents."""
    vocabulary = Vocabulary()
    for document in documents:
        vocabulary.add(to_units(document.title))
        vocabulary.add(to_units(document.body))
    return vocabulary

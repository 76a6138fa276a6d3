"""What the engine must know to fold queries and texts of this archive as the index did."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from functools import cache

import numpy as np
import numpy.typing as npt
from opencc import OpenCC

from plugins.search_index.bits import Numbers, Words, gamma_words, pack_words, rice_shift, rice_words
from plugins.search_index.documents import Document
from plugins.search_index.files import IndexFile, name_by_content
from plugins.search_index.folding import UNITS, Units, fold_pairs, fold_table, fold_units, to_units

# The unified ideographs of the first block lie from here on; the room of the sources of usual pairs.
FIRST_HAN, HAN_ROOM = 0x4E00, 0x5200


class Vocabulary:
    """The units that stand in an archive's texts."""

    def __init__(self, *, with_usual: bool = True) -> None:
        """Start with none; `with_usual`: pairs of usual traditional characters are told whether in the texts or not."""
        self._seen: npt.NDArray[np.bool_] = np.zeros(UNITS, dtype=np.bool_)
        self._with_usual = with_usual

    def add(self, units: Units) -> None:
        """Take in the units of a text."""
        self._seen[units] = True

    def pairs(self) -> str:
        """Return the fold pairs for every unit of the texts, and for the common characters that fold.

        The engine takes the 6,763 characters of GB 2312 for folded without looking, so the few of them that are not
        (乾 folds to 干) must be told here. What `usual_pairs` tells is left out.
        """
        sources = np.union1d(np.flatnonzero(self._seen), _changed_common()).astype(np.uint16)
        return fold_pairs(sources=np.setdiff1d(sources, self._usual()))

    def usual_pairs(self) -> str:
        """Return, packed, the pairs of usual traditional characters that lead to a unit of the texts; empty without.

        They travel with the manifest, since a file of their own would take a round of requests before the first
        list of every traditional query.
        """
        return base64.b64encode(pack_usual_pairs(self._usual())).decode("ascii") if self._with_usual else ""

    def traditional(self) -> IndexFile:
        """Return the file of all other pairs that lead to a unit of the texts, for queries in unusual characters."""
        known = {*self.pairs()[::2], *map(chr, self._usual().tolist())}
        pairs = fold_pairs(targets=self._targets())
        kept = [(ord(pairs[i]), ord(pairs[i + 1])) for i in range(0, len(pairs), 2) if pairs[i] not in known]
        payload = pack_pairs(kept)
        return IndexFile(f"folding-{name_by_content([IndexFile('folding', payload)])}.bin", payload)

    def _targets(self) -> Units:
        """Return the folded units of the texts."""
        return np.unique(fold_units(np.flatnonzero(self._seen).astype(np.uint16)))

    def _usual(self) -> Units:
        """Return the usual traditional characters that lead to a unit of the texts."""
        usual = usual_traditional()[: None if self._with_usual else 0]
        kept: Units = usual[np.isin(fold_table()[usual], self._targets())]
        return kept


def pack_pairs(pairs: list[tuple[int, int]]) -> bytes:
    """Return pairs as steps from one to the next, seven bits a byte: neighbours in Unicode fold to neighbours."""
    packed = bytearray()
    source = target = 0
    for unit, folded in pairs:
        step = folded - target
        for number in (unit - source, 2 * step if step >= 0 else -2 * step - 1):
            while number > 127:
                packed.append(number & 127 | 128)
                number >>= 7
            packed.append(number)
        source, target = unit, folded
    return bytes(packed)


def pack_usual_pairs(sources: Units) -> bytes:
    """Return the pairs of these characters, rising, in bits: how many, the gaps between them, the targets.

    A target is its place among the usual characters in the order of Unicode, where characters with one radical stand
    together: a short step from the last target (seven bits in all) or the place itself (thirteen).
    """
    targets = usual_places()[fold_table()[sources]]
    steps = np.diff(targets, prepend=0)
    folded = np.where(steps >= 0, 2 * steps, -2 * steps - 1)
    is_near = folded < 64
    words = Words(np.where(is_near, 7, 13), np.where(is_near, folded, 4096 | targets))
    count = np.array([len(sources)])
    gaps = np.diff(sources.astype(np.int64) - FIRST_HAN, prepend=-1) - 1
    shift = int(rice_shift(count, np.array([HAN_ROOM]))[0])
    return pack_words([gamma_words(count + 1), rice_words(gaps, shift), words])


def _common_characters(first_row: int, last_row: int) -> Units:
    """Return the characters of some rows of GB 2312 in its own order."""
    rows = b"".join(
        bytes([row, cell]) for row in range(first_row, last_row + 1) for cell in range(0xA1, 0xFF)
    )
    return to_units(rows.decode("gb2312", "ignore"))


@cache
def usual_places() -> Numbers:
    """Return each unit's place among the 3,755 characters of GB 2312's level 1 as Unicode orders them; read-only.

    -1 stands for all others.
    """
    characters = np.sort(_common_characters(0xB0, 0xD7))
    places = np.full(UNITS, -1, dtype=np.int64)
    places[characters] = np.arange(len(characters))
    places.flags.writeable = False
    return places


@cache
def _changed_common() -> Units:
    """Return the characters of GB 2312 (rows 16 to 87) that a fold changes."""
    common = _common_characters(0xB0, 0xF7)
    changed: Units = common[fold_table()[common] != common]
    return changed


@cache
def usual_traditional() -> Units:
    """Return the traditional characters that stand for the 3,755 usual ones of GB 2312 (its level 1), rising.

    Those of Big5's level 1 and those that OpenCC writes: 電, 聯; 爲 beside 為. They are 99 of 100 in running text;
    those of the rarer characters (鈺 for 钰) would make the manifest a KB heavier.
    """
    level = _common_characters(0xB0, 0xD7)
    big5 = b"".join(
        bytes([row, cell])
        for row in range(0xA4, 0xC7)
        for cell in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
        if (row, cell) <= (0xC6, 0x7E)
    )
    written = OpenCC("s2t").convert("".join(map(chr, level.tolist())))
    sources = np.unique(np.concatenate([to_units(big5.decode("big5", "ignore")), to_units(written)]))
    folded = fold_table()[sources]
    in_block = (sources >= FIRST_HAN) & (sources < FIRST_HAN + HAN_ROOM)
    usual: Units = sources[(folded != sources) & np.isin(folded, level) & in_block]
    return usual


def collect_vocabulary(documents: Iterable[Document], *, with_usual: bool = True) -> Vocabulary:
    """Return the vocabulary of some documents."""
    vocabulary = Vocabulary(with_usual=with_usual)
    for document in documents:
        vocabulary.add(to_units(document.title))
        vocabulary.add(to_units(document.body))
    return vocabulary

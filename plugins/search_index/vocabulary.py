"""What the engine must know to fold queries and texts of this archive as the index did."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np
import numpy.typing as npt

from plugins.search_index.documents import Document
from plugins.search_index.files import IndexFile, name_by_content
from plugins.search_index.folding import UNITS, Units, fold_pairs, fold_table, fold_units, to_units


class Vocabulary:
    """The units that stand in an archive's texts."""

    def __init__(self) -> None:
        """Start with none."""
        self._seen: npt.NDArray[np.bool_] = np.zeros(UNITS, dtype=np.bool_)

    def add(self, units: Units) -> None:
        """Take in the units of a text."""
        self._seen[units] = True

    def pairs(self) -> str:
        """Return the fold pairs for every unit of the texts, and for the common characters that fold.

        The engine takes the 6,763 characters of GB 2312 for folded without looking, so the few of them that are not
        (乾 folds to 干) must be told here.
        """
        sources = np.union1d(np.flatnonzero(self._seen), _common_units()).astype(np.uint16)
        return fold_pairs(sources=sources)

    def traditional(self) -> IndexFile:
        """Return the file of all other pairs that lead to a unit of the texts, for queries in unusual characters."""
        targets = np.unique(fold_units(np.flatnonzero(self._seen).astype(np.uint16)))
        known = set(self.pairs()[::2])
        pairs = fold_pairs(targets=targets)
        kept = [(ord(pairs[i]), ord(pairs[i + 1])) for i in range(0, len(pairs), 2) if pairs[i] not in known]
        payload = pack_pairs(kept)
        return IndexFile(f"folding-{name_by_content([IndexFile('folding', payload)])}.bin", payload)


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


@cache
def _common_units() -> Units:
    """Return the characters of GB 2312 (rows 16 to 87) that a fold changes."""
    rows = b"".join(bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    common = to_units(rows.decode("gb2312", "ignore"))
    changed: Units = common[fold_table()[common] != common]
    return changed


def collect_vocabulary(documents: Iterable[Document]) -> Vocabulary:
    """Return the vocabulary of some documents."""
    vocabulary = Vocabulary()
    for document in documents:
        vocabulary.add(to_units(document.title))
        vocabulary.add(to_units(document.body))
    return vocabulary

"""One table that makes characters alike: width, case, traditional to simplified.

The map goes from one UTF-16 unit to one UTF-16 unit, so that a place in the folded text is the same place in the
text. The browser gets the same pairs (see FORMAT.md, "Folding"), never a rule of its own.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import numpy as np
import numpy.typing as npt
from opencc import OpenCC

Units = npt.NDArray[np.uint16]

UNITS = 0x10000
_SURROGATES = range(0xD800, 0xE000)
# Traditional forms stand in the CJK blocks only; asking OpenCC for the other units would change nothing.
_FIRST_HAN = 0x2E80

# Pages set one number with any of them: 0635-8451234, 0635—8451234, 0635－8451234.
DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212")


@cache
def fold_table() -> Units:
    """Return the 65,536 folded units, read-only; folding twice is folding once."""
    simplified = OpenCC("t2s")
    table = np.arange(UNITS, dtype=np.uint16)
    for unit in range(UNITS):
        if unit not in _SURROGATES:
            table[unit] = _fold_unit(chr(unit), simplified)
    while True:
        again = table[table]
        if bool((again == table).all()):
            break
        table = again
    table.flags.writeable = False
    return table


def _fold_unit(char: str, simplified: OpenCC) -> int:
    """Fold one character; a step that would give none, several or a character above U+FFFF is left out."""
    if char.isspace() and char != "\n":
        return 0x20
    if char in DASHES:
        return ord("-")
    steps = [lambda c: unicodedata.normalize("NFKC", c), str.lower]
    if ord(char) >= _FIRST_HAN:
        steps.append(simplified.convert)
    for step in steps:
        folded = step(char)
        if len(folded) == 1 and ord(folded) < UNITS:
            char = folded
    return ord(char)


def to_units(text: str) -> Units:
    """Return the UTF-16 units of a text, unfolded."""
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2").astype(np.uint16, copy=False)


def fold_units(units: Units) -> Units:
    """Return the folded units, as many as there were."""
    return fold_table()[units]


def fold(text: str) -> str:
    """Return the folded text, as long as the text when counted in UTF-16 units."""
    return fold_units(to_units(text)).astype("<u2").tobytes().decode("utf-16-le", "surrogatepass")


@cache
def changed_units() -> Units:
    """Return the units that a fold changes, without those the engine folds by rule.

    These are A to Z, full-width ASCII, and the dashes from U+2010 to U+2015.
    """
    units = np.arange(UNITS, dtype=np.uint16)
    by_rule = (units >= 0x41) & (units <= 0x5A) | (units >= 0xFF01) & (units <= 0xFF5E)
    by_rule |= (units >= 0x2010) & (units <= 0x2015)
    changed: Units = units[(fold_table() != units) & ~by_rule]
    return changed


def fold_pairs(targets: Units | None = None, sources: Units | None = None) -> str:
    """Return `from, to, from, to …` for all units that change, in order, without those folded by rule.

    `targets` keeps only pairs that end in one of these units, `sources` only pairs that begin with one of these.
    """
    units, folded = changed_units(), fold_table()[changed_units()]
    kept = np.ones(len(units), dtype=np.bool_)
    if targets is not None:
        kept &= np.isin(folded, targets)
    if sources is not None:
        kept &= np.isin(units, sources)
    return np.stack([units[kept], folded[kept]], axis=1).astype("<u2").tobytes().decode("utf-16-le")

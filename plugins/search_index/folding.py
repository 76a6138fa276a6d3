"""One table that makes characters alike: width, case, traditional to simplified.

The map goes from one UTF-16 unit to one UTF-16 unit, so that a place in the folded text is the same place in the
text. The browser folds by a rule of its own where Unicode has long been settled, and gets the other pairs with the
index (see FORMAT.md, "Folding").
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from itertools import chain

import numpy as np
import numpy.typing as npt
from opencc import OpenCC

Units = npt.NDArray[np.uint16]

UNITS = 0x10000
_SURROGATES = range(0xD800, 0xE000)
# Traditional forms stand in the CJK blocks only; asking OpenCC for the other units would change nothing.
_FIRST_HAN = 0x2E80

# Forms of Hong Kong and Taiwan, and what OpenCC changes within words only; no simplified text has any of them.
VARIANTS = dict(zip("衞枱敍粧糭痺睪簷甦揹菓暱", "卫台叙妆粽痹睾檐苏背果昵", strict=True))

# Blocks in which Unicode has added nothing that folds since version 13: there the browser takes NFKC and lower case by
# itself. What is younger, and all that OpenCC knows, it is told.
SETTLED = (
    range(0x0041, 0x005B), range(0x00A0, 0x1C00), range(0x1D00, 0x2C00), range(0x2E80, 0x3400),
    range(0xF900, 0xFB00), range(0xFE30, 0xFFF0),
)  # fmt: skip

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
    """Fold one character."""
    if char.isspace() and char != "\n":
        return 0x20
    if char in DASHES:
        return ord("-")
    if char in VARIANTS:
        return ord(VARIANTS[char])
    steps = _settled_steps()
    return _take_steps(char, [*steps, simplified.convert] if ord(char) >= _FIRST_HAN else steps)


def _settled_steps() -> list[Callable[[str], str]]:
    """Return the steps that Unicode alone decides."""
    return [lambda char: unicodedata.normalize("NFKC", char), str.lower]


def _take_steps(char: str, steps: list[Callable[[str], str]]) -> int:
    """Take the steps; one that would give none, several or a character above U+FFFF is left out."""
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
def rule_table() -> Units:
    """Return what the engine makes of each unit by rule, read-only."""
    table = np.arange(UNITS, dtype=np.uint16)
    for unit in chain.from_iterable(SETTLED):
        table[unit] = _take_steps(chr(unit), _settled_steps())
    table[[ord(dash) for dash in DASHES]] = ord("-")
    table.flags.writeable = False
    return table


@cache
def changed_units() -> Units:
    """Return the units that a fold changes in another way than the engine's rule and one more pair would."""
    units = np.arange(UNITS, dtype=np.uint16)
    ruled = (rule_table() != units) & (fold_table()[rule_table()] == fold_table())
    changed: Units = units[(fold_table() != units) & ~ruled]
    return changed


def fold_pairs(units: Units) -> str:
    """Return `from, to, from, to …` for these units."""
    return np.stack([units, fold_table()[units]], axis=1).astype("<u2").tobytes().decode("utf-16-le")

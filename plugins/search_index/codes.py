"""Terms to codes: numbers that name a term without a dictionary, spread evenly so that shards are alike in size.

Pairs and triples of common units (nine tenths of all terms) have a family of their own: in its small room a code
takes 6 bits beside its neighbours, in the room of all pairs it would take 14. The same arithmetic is in
theme/static/js/search/codes.js; tests/search_index/vectors.json holds both to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from plugins.search_index.folding import UNITS, Units, to_units
from plugins.search_index.terms import JOINERS, are_digits

Codes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of terms: its name, the room of its codes, and whether its lists carry weights.

    Where many terms share a code (`shared`), a segment keeps as many of its first bits as suit its size.
    """

    name: str
    room: int
    weighted: bool
    shared: bool = False

    def shift(self, documents: int) -> int:
        """Return how many bits of a code a segment of so many documents leaves out."""
        if not self.shared:
            return 0
        kept = max(documents // _DOCUMENTS_A_CODE, _FEWEST_CODES)
        return self.room.bit_length() - kept.bit_length()


@cache
def alphabet() -> npt.NDArray[np.int64]:
    """Return each unit's number among the common units, -1 for the others.

    Common are the digits, a to z, the joiners, and the 6,763 characters of GB 2312 in its own order.
    """
    rows = b"".join(bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    text = "0123456789abcdefghijklmnopqrstuvwxyz" + JOINERS + rows.decode("gb2312", "ignore")
    numbers = np.full(UNITS, -1, dtype=np.int64)
    numbers[to_units(text)] = np.arange(len(text))
    numbers.flags.writeable = False
    return numbers


COMMON_UNITS = 10 + 26 + len(JOINERS) + 6763

# Heads of common terms: a unit, or two digits and where they stand.
_HEADS = COMMON_UNITS + 200
COMMON = Family("common", _HEADS * COMMON_UNITS, weighted=True)
RARE = Family("rare", 1 << 32, weighted=True)
LONG = Family("long", 1 << 22, weighted=True)
BRIDGE = Family("bridge", 1 << 32, weighted=False, shared=True)
SINGLE = Family("single", 1 << 16, weighted=False)
FAMILIES = (COMMON, RARE, LONG, BRIDGE, SINGLE)

# Bridges have a code for so many documents, the power of two below: among 10,000 a code stands in 300 by chance, among
# 100,000 in 340, of which other lists leave a tenth.
_DOCUMENTS_A_CODE, _FEWEST_CODES = 4, 1 << 10

# Multiplying by a number near 0.618 of the room spreads neighbours far apart (Knuth, vol. 3, 6.4); it shares no
# factor with the room, so no two terms meet. The product stays below 2^53, which JavaScript counts exactly.
_COMMON_FACTOR = 29_916_203
_SINGLE_FACTOR = 40_503

# A pair never begins with a drawing sign (U+2500 to U+2BFF end runs): rare triples take such heads.
_TRIPLE_UNIT = 0x2500


@dataclass(frozen=True, slots=True)
class Term:
    """Terms as head and tail: a pair's two units, or the digits of a triple (from `COMMON_UNITS` on) and its third."""

    heads: Codes
    tails: Codes


def pair_terms(first: Units, second: Units) -> Term:
    """Return pairs as head and tail."""
    return Term(first.astype(np.int64), second.astype(np.int64))


def triple_terms(first: Units, second: Units, third: Units) -> Term:
    """Return triples as the form (digits first, digits around) with both digits, and the other unit.

    Heads are -1 - (form * 100 + digits), below all units.
    """
    form = np.where(are_digits(second), 0, 1)
    tens = first.astype(np.int64) - 0x30
    ones = np.where(form == 0, second, third).astype(np.int64) - 0x30
    tails = np.choose(form, [third, second]).astype(np.int64)
    return Term(-1 - (form * 100 + tens * 10 + ones), tails)


def quad_codes(*units: Units) -> Codes:
    """Return the codes of quads, given by their four units, among the long terms.

    Two quads may share a code: they only narrow down what is verified against text.
    """
    return mix_units(*units) >> 32 - LONG.room.bit_length() + 1


def mix_units(first: Units, second: Units, third: Units, fourth: Units) -> Codes:
    """Return a code of 32 bits of four units."""
    a, b, c, d = (part.astype(np.int64) for part in (first, second, third, fourth))
    return mix_codes(mix_codes(a << 16 | b) ^ (c << 16 | d))


def join_terms(*parts: Term) -> Term:
    """Return several lists of terms as one."""
    return Term(
        np.concatenate([part.heads for part in parts]), np.concatenate([part.tails for part in parts])
    )


def code_terms(terms: Term) -> tuple[npt.NDArray[np.bool_], Codes]:
    """Return which terms are common, and the code of each in its family."""
    heads = np.where(terms.heads < 0, COMMON_UNITS - 1 - terms.heads, alphabet()[np.maximum(terms.heads, 0)])
    tails = alphabet()[terms.tails]
    common = (heads >= 0) & (tails >= 0)
    codes = (heads * COMMON_UNITS + tails) * _COMMON_FACTOR % COMMON.room
    units = np.where(terms.heads < 0, _TRIPLE_UNIT - 1 - terms.heads, terms.heads)
    rare = ~common
    codes[rare] = mix_codes(units[rare] << 16 | terms.tails[rare])
    return common, codes


def single_codes(units: Units) -> Codes:
    """Return the code of each single unit."""
    return units.astype(np.int64) * _SINGLE_FACTOR % SINGLE.room


def mix_codes(codes: Codes) -> Codes:
    """Spread codes of 32 bits without ever giving two codes the same number.

    Each step (odd multiplication, xor with a right shift) can be undone; the constants are those of the "lowbias32"
    mixer by Chris Wellons.
    """
    mixed = codes.astype(np.uint32)
    for shift, factor in ((16, 0x7FEB352D), (15, 0x846CA68B), (16, 1)):
        mixed ^= mixed >> np.uint32(shift)
        mixed *= np.uint32(factor)
    return mixed.astype(np.int64)

"""Terms: single units and pairs of neighbouring units within a run, and the numbers that stand for them.

A run is a stretch of letters, digits and Chinese characters; everything in `BREAKS` ends it. The same ranges and the
same arithmetic are in theme/static/js/search/terms.js; tests/search_index/vectors.json holds both to it.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from plugins.search_index.folding import UNITS, Units

Codes = npt.NDArray[np.uint32]
Flags = npt.NDArray[np.bool_]

# Folded units that end a run, first and last of each range: controls, spaces, punctuation, symbols. Fixed ranges and
# not Unicode categories, because Python and the browser may know different versions of Unicode.
BREAKS = (
    (0x0000, 0x002F), (0x003A, 0x0040), (0x005B, 0x0060), (0x007B, 0x00A9), (0x00AB, 0x00B1), (0x00B4, 0x00B4),
    (0x00B6, 0x00B8), (0x00BB, 0x00BF), (0x00D7, 0x00D7), (0x00F7, 0x00F7), (0x02C2, 0x02DF), (0x2000, 0x206F),
    (0x20A0, 0x20CF), (0x2190, 0x245F), (0x2500, 0x2BFF), (0x2E00, 0x2E7F), (0x3000, 0x3004), (0x3008, 0x3020),
    (0x3030, 0x3030), (0x303D, 0x303F), (0x30FB, 0x30FB), (0xFE00, 0xFE6F), (0xFEFF, 0xFEFF), (0xFFE0, 0xFFFF),
)  # fmt: skip

# Marks that belong to the run when a Latin letter or a digit stands before them, so that 3.5%, 0635-8451234, 3·15
# and GB/T are found by what is rare in them.
JOINERS = ".·-/:%&@_+"


@cache
def run_units() -> Flags:
    """Return for each of the 65,536 folded units whether it stands in a run wherever it is."""
    flags = np.ones(UNITS, dtype=np.bool_)
    for first, last in BREAKS:
        flags[first : last + 1] = False
    flags.flags.writeable = False
    return flags


def mark_runs(folded: Units) -> Flags:
    """Return for each unit of a folded text whether it stands in a run."""
    latin = (folded >= 0x30) & (folded <= 0x39) | (folded >= 0x61) & (folded <= 0x7A)
    joined = np.isin(folded[1:], [ord(mark) for mark in JOINERS]) & latin[:-1]
    marked = run_units()[folded]
    marked[1:] |= joined
    return marked


def cut_runs(folded: Units) -> list[Units]:
    """Return the runs of a folded text in order."""
    inside = mark_runs(folded)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], inside, [False])).astype(np.int8)))
    return [folded[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def pair_codes(first: Units, second: Units) -> Codes:
    """Return the code of each pair, mixed so that codes spread evenly over 32 bits."""
    return mix_codes(first.astype(np.uint32) << np.uint32(16) | second)


def mix_codes(codes: Codes) -> Codes:
    """Spread codes over 32 bits without ever giving two codes the same number.

    The steps (odd multiplication, xor with a right shift) can be undone, so a mixed code is as good as the term;
    the constants are those of the "lowbias32" mixer by Chris Wellons, which has no visible pattern.
    """
    mixed = codes.astype(np.uint32)
    for shift, factor in ((16, 0x7FEB352D), (15, 0x846CA68B), (16, 1)):
        mixed ^= mixed >> np.uint32(shift)
        mixed *= np.uint32(factor)
    return mixed

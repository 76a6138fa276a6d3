"""Terms: single units, pairs of neighbouring units within a run, triples and quads of numbers.

A run is a stretch of letters, digits and Chinese characters; everything in `BREAKS` ends it. Ten digits make pairs
that stand everywhere (20, 02 and 23 of 2023年); triples (202, 023, 23年) and quads (2023, 000元, 12月6, 4月10, 9:30)
keep numbers, dates and times apart. The same ranges are in theme/static/js/search/terms.js;
tests/search_index/vectors.json holds both to it.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from plugins.search_index.folding import UNITS, Units

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


def mark_triples(folded: Units, inside: Flags) -> Flags:
    """Return for each unit but the last two whether a triple begins there: a digit, and another behind it or one on.

    So 202, 23年 and 4月1 are triples; 月10 is not, its pairs 月1 and 10 may join.
    """
    digits = are_digits(folded)
    marked: Flags = inside[:-2] & inside[1:-1] & inside[2:]
    marked &= digits[:-2] & (digits[1:-1] | digits[2:])
    return marked


def mark_quads(folded: Units, inside: Flags) -> Flags:
    """Return for each unit but the last three whether a quad begins there: a digit, and two more in the right places.

    Digit, other, digit, anything (4月10, 4月1日, 9:30); two digits, other, digit (12月6, 23年1); three digits, anything
    (2023, 400人). Neighbouring quads share three units, so that a number's quads hardly meet but where it stands.
    """
    digits = are_digits(folded)
    marked: Flags = inside[:-3] & inside[1:-2] & inside[2:-1] & inside[3:]
    marked &= digits[:-3] & (digits[2:-1] | digits[1:-2] & digits[3:])
    return marked


def are_digits(units: Units) -> Flags:
    """Return which units are 0 to 9."""
    flags: Flags = (units >= 0x30) & (units <= 0x39)
    return flags

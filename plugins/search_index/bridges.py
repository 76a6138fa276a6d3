"""Bridges: the units on either side of what parts two runs (FORMAT.md, "Terms").

No pair stands across punctuation, and the characters of 国、于 alone stand nearly everywhere: the lists of bridges tell
where the three stand together. They only narrow down what is verified against text, so many bridges share a code: in
a small room their lists take a third of what exact ones would.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from plugins.search_index.codes import Codes, mix_units
from plugins.search_index.folding import Units
from plugins.search_index.terms import Flags

_NEWLINE = 0x0A


def find_bridges(folded: Units, inside: Flags) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return where the runs before and after each gap end and begin: places of the last unit and of the first.

    A gap with a newline in it parts paragraphs, or title and body, which no query reaches across.
    """
    ends = np.flatnonzero(inside[:-1] & ~inside[1:])
    starts = np.flatnonzero(~inside[:-1] & inside[1:]) + 1
    following = np.searchsorted(starts, ends, side="right")
    ends = ends[following < len(starts)]
    starts = starts[following[following < len(starts)]]
    lines = np.cumsum(folded == _NEWLINE)
    same = lines[ends] == lines[starts]
    return ends[same], starts[same]


def bridge_codes(folded: Units, ends: npt.NDArray[np.int64], starts: npt.NDArray[np.int64]) -> Codes:
    """Return the code of each bridge: of the units at its ends, and of the first and the last unit of the gap."""
    return mix_units(folded[ends], folded[ends + 1], folded[starts - 1], folded[starts])

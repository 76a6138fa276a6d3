"""Folds: texts of one writer are of a kind, so what reads them in learning must have learned from none of them."""

from __future__ import annotations

import re
from zlib import crc32

FOLDS = 5
# `pk-02`, `wf-fire-drill`: two letters name the writer; `police-raid` is of those who began, all of one fold.
WRITER = re.compile(r"([a-z]{2})-")


def find_fold(name: str) -> int:
    """The fold of a page or an article by its name."""
    writer = WRITER.match(name)
    return crc32(writer[1].encode()) % FOLDS if writer else 0

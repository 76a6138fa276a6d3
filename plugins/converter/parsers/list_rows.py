"""Rows of tables and lists: lines that stand by themselves though no final mark ends them."""

import re

from plugins.converter.language.characters import fold, is_final

# Rows are hardly longer.
LONGEST_ROW = 48
# 大葱 2.85 降1.20: a row has so many cells at least. Two may be a headline of two halves.
CELLS = 3
_ENUMERATOR = re.compile(
    r"[一二三四五六七八九十]{1,3}、|\d{1,2}[.、)](?!\d)|[①-⑳]|\([一二三四五六七八九十\d]{1,2}\)"
)
_LABEL = re.compile(r"[^,。;:]{2,12}:")


def is_table_row(text: str) -> bool:
    """Whether a line is a row of a table: some cells parted by spaces, figures among them, no final mark."""
    return _is_of_cells(text) and any(character.isdigit() for character in text)


def begins_row(before: str, text: str, is_alone: bool) -> bool:
    """Whether a line that goes on from an open one is a row of its own, or stands behind one.

    `before` is the line before; `is_alone` says that its paragraph has no other line, as a row's has.
    """
    if is_alone and is_table_row(before):
        return True
    if is_table_row(text):
        return _is_of_cells(before) or fold(before).endswith(":")
    if fold(before).endswith(":") and _ENUMERATOR.match(fold(text)):
        return True
    is_listed = is_alone and fold(before).endswith(";")
    return is_listed and _shape(before) == _shape(text) != (False, False, False)


def _is_of_cells(text: str) -> bool:
    return len(text) <= LONGEST_ROW and len(text.split()) >= CELLS and not is_final(text)


def _shape(text: str) -> tuple[bool, bool, bool]:
    folded = fold(text)
    has_digit = any(character.isdigit() for character in folded)
    return bool(_ENUMERATOR.match(folded)), bool(_LABEL.match(folded)), has_digit

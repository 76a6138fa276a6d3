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
# 张店:10千伏…; not 上午8:30, nor what somebody says
_ENTRY = re.compile(r"[一-龥]{2,6}(?<![说道问答称话]):")


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
    if fold(before).endswith(":") and (_ENUMERATOR.match(fold(text)) or _ENTRY.match(fold(text))):
        return True
    if not is_alone or not fold(before).endswith(";"):
        return False
    is_labelled = bool(_LABEL.match(fold(before)) and _LABEL.match(fold(text)))
    return is_labelled or _shape(before) == _shape(text) != (False, False)


def _is_of_cells(text: str) -> bool:
    return len(text) <= LONGEST_ROW and len(text.split()) >= CELLS and not is_final(text)


def _shape(text: str) -> tuple[bool, bool]:
    """Whether a line is numbered, and whether it has a figure."""
    folded = fold(text)
    return bool(_ENUMERATOR.match(folded)), any(character.isdigit() for character in folded)

"""Character classes of printed Chinese: final marks, paired marks, folding of widths.

Pages mix half-width and full-width forms, often on one page (`（记者…）` beside `(记者…)`), so every
parser matches on folded text. Folding keeps the length: a column in the folded line is a column in
the line as printed.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import chain

FINAL_MARKS = frozenset("。！？!?…｡")
CLOSING_QUOTES = frozenset("”’\"'」』")
CLOSING_BRACKETS = frozenset(")）]］】〕〉》}｝")
CLOSING_MARKS = CLOSING_QUOTES | CLOSING_BRACKETS
# Marks after which a sentence must go on: `涉及省定重点贫困村4个,` is followed by more text.
OPEN_PUNCTUATION = frozenset("，,、；;：:—－-～~·(（“‘《〈【「『[［{｛〔")

_PAIRS = {
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "〔": "〕",
    "(": ")",
    "[": "]",
    "{": "}",
}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_PAIRED = re.compile("[" + re.escape("".join([*_PAIRS, *_CLOSERS, '"'])) + "]")

_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACES = dict.fromkeys(map(ord, "\u3000\u00a0\u2002\u2003\u2009\t"), " ")
# Dashes and middle dots as different extractions write them: `0635—8451234`, `3•15`.
_MARKS = {
    **dict.fromkeys(map(ord, "—–―─－‐‑−"), "-"),
    **dict.fromkeys(map(ord, "•‧・∙⋅･．"), "·"),
    ord("｡"): "。",
}
_FOLD: dict[int, int | str] = {**_WIDTHS, **_SPACES, **_MARKS}

# Some thirty parsers fold the same line, so the fold of a line of ordinary length is kept.
_LONGEST_KEPT = 400

_HAN_RANGES = tuple(
    chain(
        ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0xF900, 0xFAFF), (0x20000, 0x323AF)),
        ((0x3005, 0x3005), (0x3007, 0x3007)),
    )
)
_HAN = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _HAN_RANGES) + "]")


def fold(text: str) -> str:
    """Half-width form of the text, character by character, so columns stay what they were."""
    return _fold_line(text) if len(text) <= _LONGEST_KEPT else text.translate(_FOLD)


@lru_cache(maxsize=8192)
def _fold_line(text: str) -> str:
    return text.translate(_FOLD)


def is_han(character: str) -> bool:
    """Whether the one character is a Chinese ideograph (々 and 〇 count)."""
    if len(character) != 1 or character < "\u3005":
        return False
    if "\u4e00" <= character <= "\u9fff":
        return True
    code = ord(character)
    return any(first <= code <= last for first, last in _HAN_RANGES)


def has_han(text: str) -> bool:
    """Whether the text has a Chinese ideograph."""
    return _HAN.search(text) is not None


def is_final(text: str) -> bool:
    """Whether the text ends a sentence: `。！？!?…`, closing quotes or brackets may follow.

    49 of 49 body fragments that fail this go on elsewhere (counted on five pages).
    """
    for character in reversed(text):
        if character in FINAL_MARKS:
            return True
        if character not in CLOSING_MARKS and not character.isspace():
            return False
    return False


def open_marks(text: str) -> tuple[str, ...]:
    """Opening quotes and brackets left unclosed at the end, outermost first, half-width form.

    `开展“学雷` gives `(“,)`: the line is certain to go on.
    """
    return _balance(text)[0]


def orphan_closers(text: str) -> tuple[str, ...]:
    """Closing quotes and brackets whose opener stands on an earlier line, in reading order.

    `宋玉昊)` gives `(),)`: the line is certain to continue another. `1)` of a list does not count.
    """
    return _balance(text)[1]


def _balance(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    folded = fold(text)
    stack: list[str] = []
    held: Counter[str] = Counter()  # of each opener on the stack, so that a hostile line stays linear
    orphans: list[str] = []
    for match in _PAIRED.finditer(folded):
        mark, column = match.group(), match.start()
        if mark == '"':
            mark = _direction(folded, column, held["“"] > 0)
        if mark in _PAIRS:
            stack.append(mark)
            held[mark] += 1
        elif not _is_exempt(folded, column):
            _close(mark, stack, held, orphans)
    return tuple(stack), tuple(orphans)


def _close(closer: str, stack: list[str], held: Counter[str], orphans: list[str]) -> None:
    opener = _CLOSERS[closer]
    if not held[opener]:
        orphans.append(closer)
        return
    # An inner mark that the extraction lost does not keep the outer one open.
    popped = ""
    while popped != opener:
        popped = stack.pop()
        held[popped] -= 1


def _direction(folded: str, column: int, is_open: bool) -> str:
    """A straight quote as “ or ”: it closes when one is open, or when only punctuation follows."""
    following = folded[column + 1 : column + 2].strip()
    return "”" if is_open or (column and following in ("", *FINAL_MARKS, *",、;:")) else "“"


def _is_exempt(folded: str, column: int) -> bool:
    """The bracket of a list number (`1)第一`, `a)`) and the apostrophe of a Latin word (`it’s`)."""
    before = folded[column - 1 : column] if column else ""
    if folded[column] == "’":
        after = folded[column + 1 : column + 2]
        return bool(before) and before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
    if folded[column] != ")" or not (before.isascii() and before.isalnum()):
        return False
    start = column
    while start and folded[start - 1].isascii() and folded[start - 1].isalnum():
        start -= 1
    return column - start <= 2 and (start == 0 or folded[start - 1] in " ;:。,")

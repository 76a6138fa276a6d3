"""Mask personal numbers in a page text: ID-card numbers and private mobile numbers.

Every digit becomes one `*`, so lines and columns stay where they are. Office numbers, hotlines, licence
numbers and other figures stay readable: they are what people look for in an archive.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_FULL_WIDTH = str.maketrans("０１２３４５６７８９ＸｘxχΧ×－　", "0123456789XXXXXX- ")

_RUN = re.compile(r"[0-9]+")
# The last figure of an ID card may be an X (99010119900101123X; OCR reads × for it), which begins no word.
_CHECK_X = re.compile(r"X(?![A-Za-z])")

# What may stand inside one number: 139-0000-0000, 139 0000 0000, 139.0000.0000, zero-width characters, and
# a line end where a narrow column cuts it (身份证号99010119900⏎1011234), or a blank line where it ends.
_SEPARATOR = re.compile(r"[-‐‑–—.· \t\u00ad\u200b-\u200d\u2060\ufeff]{1,2}|[-–— \t]*\n[ \t\n]{0,3}")
_MOST_RUNS = 6  # 9901 0119 9001 0112 34 is five; a column of single figures is no number
_SIZES = frozenset({11, 12, 13, 15, 17, 18})

# 990101 1990-01-01 123 4: six digits of area, the day of birth, three of sequence and a check digit that a
# misprint may have spoilt, so it is not asked for.
_ID_CARD = re.compile(r"[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]")
# 990101 900101 123: the cards given until 1999.
_OLD_ID_CARD = re.compile(r"[1-9]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}")
# 13900000000, 8613900000000, and 013900000000 as dialled from another province.
_MOBILE = re.compile(r"(?:86|0)?1[3-9]\d{9}")

# Public numbers of the same lengths: 统一社会信用代码：913715000000000000, 注册号371500200001234.
_PUBLIC_LABEL = re.compile(r"(?:代码|注册号|执照|许可证|[账帐]号|[账帐]户|卡号|订单号|批号)[^0-9\n]{0,6}$")
# A mobile number in other parts than 3-4-4, or on two lines, is believed only after such a word:
# 联系电话：139000⏎00000 is one, but 1998 8451234 is a year and an office number.
_TELEPHONE_LABEL = re.compile(r"(?:电话|手机|热线|联系|咨询|报名|微信|拨打|致电|[Tt]el|TEL)[^\n]{0,32}$")
_LABEL_REACH = 40
# +1-312-000-0000 has eleven figures, too; Chinese numbers are written +86.
_COUNTRY_CODE = re.compile(r"\+ ?$")
# Figures of a table that run together: 370000000000000000.5 is a code and a price.
_FRACTION = re.compile(r"\.[0-9]")


@dataclass(frozen=True, slots=True)
class Masked:
    """A text of the same length in which the digits of `count` personal numbers are `*`."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class _Number:
    """A run of digits, or a chain of runs, that may be one number: where its parts stand, and its figures."""

    parts: tuple[tuple[int, int], ...]
    figures: str


def mask_numbers(text: str) -> Masked:
    """Replace every digit of each ID-card and private mobile number by `*`.

    A number is a whole run of digits, or a few runs with a space, a dash or a line end between them. Eleven
    digits inside a longer run (a bank card, a serial number) are not a mobile number. Masking a masked text
    changes nothing.
    """
    folded = text.translate(_FULL_WIDTH)
    characters = list(text)
    masked_to = count = 0
    for number in _find_numbers(folded):
        if number.parts[0][0] >= masked_to and _is_personal(folded, number):
            for start, end in number.parts:
                characters[start:end] = "*" * (end - start)
            masked_to = number.parts[-1][1]
            count += 1
    return Masked("".join(characters), count)


def _find_numbers(text: str) -> Iterator[_Number]:
    """Yield what has the length of a personal number, by its start, the longest first."""
    runs = list(_RUN.finditer(text))
    is_linked = [_SEPARATOR.fullmatch(text, a.end(), b.start()) is not None for a, b in pairwise(runs)]
    for first in range(len(runs)):
        numbers = []
        size = 0
        for last in range(first, min(first + _MOST_RUNS, len(runs))):
            if last > first and not is_linked[last - 1]:
                break
            size += len(runs[last].group())
            if size in _SIZES and (number := _join_runs(text, runs[first : last + 1])):
                numbers.append(number)
        yield from reversed(numbers)


def _join_runs(text: str, runs: list[re.Match[str]]) -> _Number | None:
    """Make one number of runs; 17 digits are one only with an X after them."""
    parts = [run.span() for run in runs]
    if sum(end - start for start, end in parts) == 17:
        start, end = parts[-1]
        if not _CHECK_X.match(text, end):
            return None
        parts[-1] = (start, end + 1)
    return _Number(tuple(parts), "".join(text[start:end] for start, end in parts))


def _is_personal(text: str, number: _Number) -> bool:
    start, end = number.parts[0][0], number.parts[-1][1]
    before = text[max(0, start - _LABEL_REACH) : start]
    is_run = len(number.parts) == 1
    is_public = _PUBLIC_LABEL.search(before) is not None
    match len(number.figures):
        case 18:
            # A run is an ID card unless something shows that it is not; a chain needs a day of birth.
            is_other = is_public or _FRACTION.match(text, end) is not None
            return _ID_CARD.fullmatch(number.figures) is not None or (is_run and not is_other)
        case 15:
            return is_run and not is_public and _OLD_ID_CARD.fullmatch(number.figures) is not None
        case _:
            return _MOBILE.fullmatch(number.figures) is not None and _is_one_mobile(text, number, before)


def _is_one_mobile(text: str, number: _Number, before: str) -> bool:
    """Whether runs with the figures of a mobile number are one, and not a year and an office number."""
    if len(number.parts) == 1:
        return True
    if _COUNTRY_CODE.search(before):
        return False
    is_one_line = "\n" not in text[number.parts[0][0] : number.parts[-1][1]]
    sizes = tuple(end - start for start, end in number.parts)
    return (is_one_line and sizes == (3, 4, 4)) or _TELEPHONE_LABEL.search(before) is not None

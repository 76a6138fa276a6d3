"""Bylines: who signs an article, read from a whole line or found at an edge of one.

Role words decide the field: 记者 → reporters, 通讯员 → correspondents, neither → authors. People are
exactly names; units, grades and roles are none. Columns are code points of the given line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from plugins.converter.language.characters import CLOSING_MARKS, FINAL_MARKS, fold, is_final
from plugins.converter.language.names import is_dictionary_word, is_name, is_pen_name
from plugins.converter.language.surnames import COMMON_SURNAMES
from plugins.converter.language.words import word_frequency
from plugins.converter.parsers.byline_cuts import (
    find_byline_head,
    find_byline_tail,
    is_byline_head,
    is_byline_tail,
    is_cut_role,
)
from plugins.converter.parsers.byline_grammar import closing_column, is_medium, opening_column, strip_frame
from plugins.converter.parsers.byline_reading import Byline, read_frame
from plugins.converter.parsers.datelines import find_dateline

__all__ = [
    "Byline",
    "BylineSpan",
    "byline_score",
    "find_byline_head",
    "find_byline_tail",
    "find_closing_byline",
    "find_opening_byline",
    "is_byline_head",
    "is_byline_tail",
    "is_cut_role",
    "join_bylines",
    "parse_byline_line",
]

_LONGEST = 120  # a byline of a dozen names with units; longer lines are text
# A role word somewhere in the line.
_ROLE = re.compile(r"记\s{0,4}者|通\s{0,4}讯\s{0,4}员|实习生|作者:?")


@dataclass(frozen=True, slots=True)
class BylineSpan:
    """A byline inside a line: columns (end exclusive) and what it says."""

    start: int
    end: int
    byline: Byline


@lru_cache(maxsize=512)  # a line is asked for where it is cut, and again where its roles are scored
def parse_byline_line(text: str) -> Byline | None:
    """Reads a line that is a byline and nothing else; None for any other line.

    A bare name (`代 明`) is read too: `byline_score` tells how much such a line can be trusted.
    """
    if len(text) > _LONGEST or "。" in text:
        return None
    frame = strip_frame(text)
    return read_frame(frame) if frame.inner else None


def find_opening_byline(text: str) -> BylineSpan | None:
    """The byline right after a dateline or at the start of a line of text.

    `本报聊城5月19日讯(记者 王尚磊) 18日下午…`, `本报讯 通讯员张博报道:…`, `(记者 李军) 5月…`.
    """
    folded = fold(text)
    dateline = find_dateline(text)
    start = _skip_spaces(folded, dateline.end if dateline else 0)
    if folded[start : start + 1] == "(":
        end = closing_column(folded, start)
        byline = parse_byline_line(text[start : end + 1]) if end else None
        if end is None or byline is None or not (byline.role_words or (dateline and byline.people)):
            return None
        return BylineSpan(start, end + 1, byline)
    return _find_bare_opening(text, folded, start)


def _find_bare_opening(text: str, folded: str, start: int) -> BylineSpan | None:
    """A byline without brackets before the text: it ends at a space, or at 报道 with or without a colon."""
    if not _ROLE.search(folded, start, start + 40):
        return None
    for end, following in _ends(folded, start):
        byline = parse_byline_line(text[start:end])
        if byline and byline.role_words and byline.people and all(map(is_name, byline.people)):
            is_glued = folded[end - 2 : end] == "报道" and not _PARTED.match(folded, end)
            if is_glued and not _ends_glued(byline, folded[end:]):
                continue
            return BylineSpan(start, following, byline) if folded[following:].strip() else None
    return None


# `记者 李军 报道:…`, `通讯员张博报道“打竹板…`, `记者王小磊报道近日…`.
_OPENING_END = re.compile(r"(?<=报道)(?:[:,]\s*)?|\s+")
# 记者曾三次报道此事 is a sentence, though 曾 is a surname.
_ADVERBIAL = frozenset("次曾经正已多再都也还就不在了从对将日天时续")
# So are 记者李军报道后…, 记者李军报道组…, 记者李军报道“毒胶囊”事件….
_SENTENCE = re.compile(
    r"[后此该时组团队了过的称说者之前中以显等和与并又员量率会人部站类稿栏《]"
    r"|[“\"][^”\"，。！？,!?]{0,20}[”\"]"
)
_PARTED = re.compile(r"[:,\s]|$")


def _ends_glued(byline: Byline, following: str) -> bool:
    """Whether a byline may end at 报道 where the text follows without any mark: `记者王小磊报道近日…`."""
    return _SENTENCE.match(following) is None and not any(
        is_dictionary_word(name) or not _ADVERBIAL.isdisjoint(name[1:]) for name in byline.people
    )


def _ends(folded: str, start: int) -> Iterator[tuple[int, int]]:
    """Columns where a bare byline may end, the farthest first, with the column where the text begins."""
    for match in reversed(list(_OPENING_END.finditer(folded[start : start + _LONGEST]))):
        mark = re.match(r"[:,]?", folded[start + match.start() :])
        length = mark.end() if mark else 0
        yield start + match.start(), start + match.start() + length


def find_closing_byline(text: str) -> BylineSpan | None:
    """The byline glued to the end of a body line: `…工作。(许银环)`, `…。 通讯员 王芳`.

    A remark in brackets (`(2675米)`, `(原聊城国际和平医院)`, `(下转第3版)`) is none.
    """
    folded = fold(text)
    end = len(folded.rstrip())
    if folded[:end].endswith(")"):
        return _find_bracketed_closing(text, folded, end)
    start = _after_last_final(folded, end)
    if start is None or end - start > _LONGEST:
        return None
    first = _skip_spaces(folded, start)
    byline = parse_byline_line(text[first:end])
    if byline is None or not byline.people or _TOLD.search(folded, first, end):
        return None
    sure = bool(byline.role_words) or strip_frame(text[first:end]).bulleted
    if not sure and (first == start or byline_score(text[first:end]) < _BARE_CLOSING):
        return None
    return BylineSpan(first, end, byline)


# `…没有执法权。居委会主任魏秋菊告诉记者,车库改变`: the reporter is told, the sentence goes on.
_TOLD = re.compile(
    "(?:告诉|告知|透露|提醒|对|向|同|与|跟|给|请|让|陪同?|带着?|接受|联系|致电|遇到|见到|引导)(?:本报|[晚晨日]报)?(?:全媒体)?记者"
)
# `…暖人心。 许银环`: three characters after a space; two (`。 高兴`) are too often a word.
_BARE_CLOSING = 0.6


def _find_bracketed_closing(text: str, folded: str, end: int) -> BylineSpan | None:
    start = opening_column(folded, end - 1)
    if not start:
        return None
    byline = parse_byline_line(text[start:end]) or _read_closing_pen_name(text[start:end])
    if byline is None:
        return None
    # A score or a verse may end without a mark: `公牛118:96尼克斯(据新华社)`.
    by_role = bool(byline.role_words) and (bool(byline.people) or byline.role_words == ("据",))
    if not by_role and not is_final(text[:start]):
        return None
    return BylineSpan(start, end, byline)


def _read_closing_pen_name(bracket: str) -> Byline | None:
    """`…救生圈。(化文)`: two characters that are neither word nor surname may sign where a text ends."""
    inner = strip_frame(bracket).inner
    return Byline(authors=(inner,)) if is_pen_name(inner) else None


def byline_score(text: str) -> float:
    """How sure it is, from 0 to 1, that the whole line is a byline."""
    byline = parse_byline_line(text)
    if byline is None:
        return 0.0
    frame = strip_frame(text)
    framed = frame.bulleted or frame.bracketed
    if byline.role_words == ("编辑部",):
        return 0.5  # signs notices as often as articles
    if not byline.people and not byline.role_words and not is_medium(frame.inner):
        return 0.6  # `(市路灯管理处办公室)`: an office in brackets may be a remark as well
    if byline.role_words:
        strict = all(is_name(name) for name in byline.people)
        return (0.99 if framed else 0.97) if strict else (0.9 if framed else 0.6)
    if framed:
        return 0.95 if frame.bulleted or (byline.people and byline.unit) else 0.85
    return _bare_score(frame.inner, byline)


_BARE_PAIR = 0.5  # `王璐` signs, `柳泉` is a label: the line alone cannot tell
_JOINED = re.compile(r"[、,;/]")


def _bare_score(inner: str, byline: Byline) -> float:
    """A line of names without role word, bullet or bracket: two characters are too often a word."""
    if _JOINED.search(inner):  # `桑叶黑，桑叶亮`, `由县农业局、保险公司、养殖`
        return 0.2
    if byline.unit:
        return 0.7
    if len(byline.people) > 1 or re.fullmatch(r"\S\s+\S", inner):
        return 0.75
    if is_dictionary_word(inner):  # `计算机`, `成绩单`
        return 0.2
    if len(inner) == 2:
        return _BARE_PAIR if word_frequency(inner) == 0 and is_name(inner) else 0.2
    return 0.7 if inner[0] in COMMON_SURNAMES else 0.6


def join_bylines(parts: Sequence[str]) -> str:
    """Joins the pieces of a byline that was cut: `(记者 唐学钰 通讯员` + `宋玉昊)`, with one space."""
    return " ".join(part.strip() for part in parts if part.strip())


def _skip_spaces(folded: str, column: int) -> int:
    while column < len(folded) and folded[column].isspace():
        column += 1
    return column


def _after_last_final(folded: str, end: int) -> int | None:
    """Column after the last final mark and the closing marks that follow it."""
    last = max(folded.rfind(mark, 0, end) for mark in FINAL_MARKS)
    if last < 0:
        return None
    last += 1
    while last < end and folded[last] in CLOSING_MARKS:
        last += 1
    return last if last < end else None

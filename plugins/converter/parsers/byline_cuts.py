"""Bylines cut in two by a column's end: the head on one line, the tail at the start of a later one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from plugins.converter.language.characters import fold, is_final
from plugins.converter.language.names import is_name
from plugins.converter.parsers.byline_grammar import Frame, cut_tokens, is_medium, is_unit, strip_frame
from plugins.converter.parsers.byline_reading import Byline, read_frame

_LONGEST = 120
_ROLE = re.compile(r"记\s{0,4}者|通\s{0,4}讯\s{0,4}员|实习生|作者:?")
_ROLE_AT_END = re.compile(r"[者员]\s*$")


def find_byline_head(text: str) -> int | None:
    """Column where a byline starts whose end is on a later line, or None.

    The line ends inside it: `(记者 唐学钰 通讯员`, `本报讯(记者 程晓`, `…工作。(记者 张`, `通讯员`.
    """
    folded = fold(text)
    end = len(folded.rstrip())
    bracket = folded.rfind("(")
    if bracket >= 0 and end - bracket <= _LONGEST and ")" not in folded[bracket:]:
        inner = folded[bracket + 1 : end].strip()
        return bracket if _is_cut_byline(inner) or _is_cut_name(folded[:bracket], inner) else None
    if not _ROLE_AT_END.search(folded):
        return None
    frame = strip_frame(text)
    if len(frame.inner) <= _LONGEST and not frame.bracketed and _ends_with_role(frame.inner):
        return len(text) - len(text.lstrip())
    return None


def is_byline_head(text: str) -> bool:
    """Whether the whole line is the beginning of a byline that goes on on a later line."""
    start = find_byline_head(text)
    return start is not None and not text[:start].strip()


def _is_cut_byline(inner: str) -> bool:
    """Whether the words after an open bracket begin a byline: role word and names, the last perhaps cut."""
    if _ROLE.search(inner) and (_ends_with_role(inner) or _reads(inner) or _reads(inner + "明")):
        return True
    return _is_cut(inner, (*_ROLE_STARTS, *_RANKS))


def _is_cut_name(before: str, inner: str) -> bool:
    """Whether an author's bracket is cut: `…人生。(许银`, `…啊!(莘县南街小学四年`, `(莘县南街小学四年级 马`."""
    if before.strip() and not is_final(before):
        return False
    # 马 + 明 is a name, 莘县南街小学四年 + 级 a class: one of the two must make a byline of it.
    completed = (inner, inner + "明", inner + "级 王明") if len(inner) > 3 else (inner + "明", inner)
    byline = next((found for found in map(_read, completed) if found), None)
    if byline is None:
        return False
    return bool(byline.unit) if not before.strip() else len(inner) <= 3 or bool(byline.unit)


# A role word cut in two, and what completes it: `(记`, `本报记者 李军 通讯`, `区融媒`.
_ROLE_STARTS = (
    ("记", "者"),
    ("通", "讯员"),
    ("通讯", "员"),
    ("全", "媒体记者"),
    ("全媒", "体记者"),
    ("融", "媒体记者"),
    ("融媒", "体记者"),
)
# Cut behind its rank. Outside brackets such a line is a word like any other (见习, 首席).
_RANKS = tuple((rank, "记者") for rank in ("本报", "全媒体", "融媒体", "见习", "实习", "首席", "特约"))
_PERSONS = ("reporter", "correspondent")
_PARTS_OF_UNITS = re.compile(r"[\s/、|]+")


def is_cut_role(text: str) -> bool:
    """Whether a short line is a byline cut inside a role word: `□本报见习记`, `聊城日报记`, `本报记者 李军 通讯`.

    渔民上岸记 is none: before the first role word stands nothing but ranks, makers' marks and those whom it writes for.
    """
    return _is_cut(fold(text).rstrip(), _ROLE_STARTS)


def _is_cut(folded: str, starts: Iterable[tuple[str, str]]) -> bool:
    """Whether a text ends inside a role word that may stand there; `(党支部书记` does not."""
    return any(
        folded.endswith(start) and _may_complete(folded.removesuffix(start), f"{folded}{rest} 王明")
        for start, rest in starts
    )


def _may_complete(before: str, completed: str) -> bool:
    """Whether a text with the whole role word and a name is a byline; `before` is what stands before the cut word."""
    frame = strip_frame(completed)
    if read_frame(frame) is None:
        return False
    tokens = cut_tokens(frame.inner)
    if sum(token.kind in _PERSONS for token in tokens) > 1 or is_medium(strip_frame(before).inner):
        return True  # `YMG记者 李军 通讯`, `最泰安全媒体记`
    first = takewhile(lambda token: token.kind not in _PERSONS, tokens)
    words = (word for token in first if token.kind == "words" for word in _PARTS_OF_UNITS.split(token.text))
    return all(not word or word.startswith("本报") or is_medium(word) or is_unit(word) for word in words)


def _reads(inner: str) -> bool:
    return _read(inner) is not None


def _read(inner: str) -> Byline | None:
    return read_frame(Frame(inner, False, True))


def _ends_with_role(inner: str) -> bool:
    tokens = cut_tokens(inner)
    if not tokens or tokens[-1].kind not in ("reporter", "correspondent"):
        return False
    # `他是一名通讯员` ends with the word as well: with a stand-in name it must read as a byline.
    return _reads(inner + " 王明")


def find_byline_tail(text: str) -> int | None:
    """Column where the rest of a cut byline ends at the start of a line, or None.

    `宋玉昊)`, `王金峰 姜晓 李琳琳)`, and before the text of a dateline's line: `萌) 4月12日,…`.
    """
    folded = fold(text)
    if _CUT_REPORT.match(folded):
        return len(folded.rstrip())
    end = folded.find(")", 0, _LONGEST)
    if end < 0 or "(" in folded[:end]:
        return None
    if folded[end + 1 : end + 2].strip():  # `班)的,按园` goes on; after a byline stands a space
        return None
    return end + 1 if _is_tail(folded[:end].strip()) else None


def is_byline_tail(text: str) -> bool:
    """Whether the whole line is the end of a byline that began on an earlier line."""
    end = find_byline_tail(text)
    return end is not None and not text[end:].strip()


def _is_tail(inner: str) -> bool:
    # `萌)` and `小昊)` end a name whose surname stands on the other line.
    if not inner or (len(inner) <= 2 and is_name("王" + inner)):
        return True
    # `晓 李琳琳)`, `学钰 通讯员 宋小昊)`, `员 何文晓)`: the first word is the rest of a name or of a role.
    starts = ("", "王", *(_CUT_STARTS if _ROLE_REST.match(inner) else ()))
    return any(_reads(start + inner) for start in starts)


_CUT_REPORT = re.compile(r"\s*[一-龥]{1,2}\s+(?:摄影|综合|联合)?报道\s*$")  # `通讯员 鞠洪` + `涛 报道`
_ROLE_REST = re.compile(r"者|讯?员")
_CUT_STARTS = ("记", "通", "通讯")

"""Bylines cut in two by a column's end: the head on one line, the tail at the start of a later one."""

from __future__ import annotations

import re
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
    for part, rest in _CUT_ROLES:
        before = inner.removesuffix(part)
        if before != inner and _may_sign(before) and _reads(f"{inner}{rest} 王明"):
            return True
    return False


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


# `(记`, `(记者 李军 通讯`: a role word cut in two, and what completes it.
_CUT_ROLES = (
    ("记", "者"),
    ("通", "讯员"),
    ("通讯", "员"),
    *((rank, "记者") for rank in ("本报", "全媒体", "融媒体", "见习", "实习", "首席", "特约")),
)


# A role word cut at a line's end outside brackets, what completes it, and a stand-in name: `本报记者 乌兰 通讯`.
_ROLE_STARTS = (
    ("记", "者 王明"),
    ("通", "讯员 王明"),
    ("通讯", "员 王明"),
    ("全", "媒体记者 王明"),
    ("全媒", "体记者 王明"),
    ("融", "媒体记者 王明"),
    ("融媒", "体记者 王明"),
)
_PERSONS = ("reporter", "correspondent")
_PARTS_OF_UNITS = re.compile(r"[\s/、|]+")


def is_cut_role(text: str) -> bool:
    """Whether a short line is a byline cut inside a role word: `□本报见习记`, `聊城日报记`, `本报记者 李军 通讯`.

    渔民上岸记 is none: before the first role word stands nothing but ranks, makers' marks and those whom it writes for.
    """
    folded = fold(text).rstrip()
    return any(folded.endswith(start) and _is_role(folded + rest) for start, rest in _ROLE_STARTS)


def _is_role(completed: str) -> bool:
    frame = strip_frame(completed)
    if read_frame(frame) is None:
        return False
    first = takewhile(lambda token: token.kind not in _PERSONS, cut_tokens(frame.inner))
    words = (word for token in first if token.kind == "words" for word in _PARTS_OF_UNITS.split(token.text))
    return all(not word or word.startswith("本报") or is_medium(word) or is_unit(word) for word in words)


def _may_sign(before: str) -> bool:
    """Whether a role word may follow: after nothing, a space, a medium or names; `(党支部书记` is none."""
    return not before.strip() or before[-1].isspace() or is_medium(before) or _reads(before.strip())


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

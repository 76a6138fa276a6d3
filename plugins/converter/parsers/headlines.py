"""Headlines by shape alone: how much a line looks like a headline, a subhead or a run-in lead.

Shape got 197 of 204 lines right on five pages; the rest needs the neighbours, so every function
gives a score or a candidate, never a verdict.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise

from plugins.converter.language.characters import fold, open_marks, orphan_closers
from plugins.converter.language.names import is_name
from plugins.converter.parsers.datelines import find_dateline
from plugins.converter.parsers.headline_cues import weigh_cues
from plugins.converter.parsers.headline_parts import (
    HeadlineMark,
    find_headline_mark,
    headline_columns,
    joins_across_space,
    split_kicker,
    subhead_columns,
)

__all__ = [
    "HeadlineMark",
    "find_headline_mark",
    "headline_columns",
    "headline_shape",
    "is_run_in",
    "joins_across_space",
    "split_headline_from_body",
    "split_kicker",
    "split_subhead_from_body",
    "subhead_columns",
    "subhead_shape",
]

# Length is counted without spaces; 25 of 25 headlines of the five pages have 8 to 33 characters.
_LENGTHS = (
    (0, -9.0),
    (2, -4.0),
    (3, -1.5),
    (4, -0.2),
    (6, 0.2),
    (8, 0.4),
    (11, 0.6),
    (28, 0.6),
    (33, 0.0),
    (40, -1.6),
    (52, -5.0),
)
_LONGEST = 60
_SHORT_CLAUSE = 8
_HOPELESS = -4.0  # no cues lift a line above a half from here: they add 3 at most

# `一、强化组织领导`, `(二)…`, `1.…`, `● …`: the number or bullet of a subhead.
_NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}、|[(][一二三四五六七八九十]{1,2}[)]"
    r"|\d{1,2}[.、](?!\d)|0\d\s|[●◆■▲★◎]\s?)"
)
_SUBHEAD_LENGTHS = ((0, -6.0), (2, -1.5), (4, 0.5), (6, 0.9), (24, 0.7), (28, 0.0), (34, -2.0), (44, -5.0))
# A lead of its own sentence that stays in the paragraph: `实时发布信息。建设以…`, `落实举措,工作“抓到底”。抓…`.
_RUN_IN = re.compile(r"^(?P<lead>[^。!?…;:]{4,20})。(?=\S)")
# What stands before a space and a text, but heads nothing: `记者 孙斌 北京报道`, `…11月6日电`.
_NOT_SUBHEAD = re.compile(r"记者|通讯员|编辑|原标题|(?:报道|讯|电|消息)$")
_HEADLINE_ENOUGH = 0.35
_SUBHEAD_ENOUGH = 0.4
_WHOLE_TEXT = 40  # shorter text after a space is another clause
_RUN_IN_START = re.compile(
    r"^(?:[近昨今]日|目前|据|随后|同时|这|那|该|其|他|她|它|我|\d+月|\d+日|本次|此次|活动|会上|会议)"
)


def headline_shape(text: str) -> float:
    """How much the line looks like a headline, from 0 to 1, by its shape alone.

    A kicker and a headline on one line count as their headline.
    """
    folded = fold(text).strip()
    if len(folded) > 2 * _LONGEST:
        return 0.0
    column = split_kicker(folded)
    own = _shape(folded, _LENGTHS)
    return own if column is None else max(own, _shape(folded[column:].strip(), _LENGTHS))


def subhead_shape(text: str) -> float:
    """How much the line looks like a subhead, from 0 to 1: shorter than a headline, often numbered."""
    folded = fold(text).strip()
    numbered = _NUMBERED.match(folded)
    rest = folded[numbered.end() :] if numbered else folded
    return _shape(rest, _SUBHEAD_LENGTHS, 1.5 if numbered else 0.0)


def is_run_in(text: str) -> bool:
    """Whether a paragraph starts with a short sentence that sums it up: `在建章立制中提质增效。3月16日,…`."""
    folded = fold(text).strip()
    lead = _RUN_IN.match(folded)
    return (
        bool(lead) and not _RUN_IN_START.match(folded) and not open_marks(folded[: lead.end() if lead else 0])
    )


def split_headline_from_body(text: str) -> int | None:
    """Column of the gap between a headline and the text on the same line, or None.

    `headline_columns` has all candidates; this is the first with something of a headline's shape.
    """
    for column in headline_columns(text):
        if headline_shape(text[:column]) >= _HEADLINE_ENOUGH:
            return column
    return None


def split_subhead_from_body(text: str) -> int | None:
    """Column of the space between a subhead and its paragraph on the same line, or None.

    `subhead_columns` has all candidates; this is the longest with a subhead's shape before a whole text.
    """
    for column in subhead_columns(text):
        left, right = text[:column].strip(), text[column:].strip()
        if re.match(r"[^,。]{2,6}[:]", fold(right)):  # `…监督室主任 李亚峰:报案到现在…` names a speaker
            continue
        if _NOT_SUBHEAD.search(fold(left)) or find_dateline(left):
            continue
        if len(left) < 6 or orphan_closers(right) or fold(right)[0] in ",。、;:!?)(":
            continue
        if subhead_shape(left) >= _SUBHEAD_ENOUGH and (is_run_in(right) or len(right) >= _WHOLE_TEXT):
            return column
    return None


def _shape(folded: str, lengths: tuple[tuple[int, float], ...], extra: float = 0.0) -> float:
    length = len("".join(folded.split()))
    if not length or length > _LONGEST:
        return 0.0
    score = _length_score(length, lengths) + _mark_score(folded) + extra
    if score > _HOPELESS:
        score += weigh_cues(folded)
    return 1 / (1 + math.exp(-score))


def _length_score(length: int, lengths: tuple[tuple[int, float], ...]) -> float:
    """Interpolates a table of (length, score)."""
    for (low, low_score), (high, high_score) in pairwise(lengths):
        if low <= length <= high:
            return low_score + (high_score - low_score) * (length - low) / (high - low)
    return lengths[-1][1]


def _mark_score(folded: str) -> float:
    """Marks that speak against a headline: a final `。`, an open end, unbalanced pairs, many commas."""
    score = 0.0
    if "。" in folded:
        score -= 6.0
    if (folded[-1] in ",、;:·-(“《" and not folded.endswith("--")) or folded[0] in ",、;:。)”》!?…":
        score -= 5.0
    if open_marks(folded):
        score -= 4.0
    if orphan_closers(folded):
        score -= 4.0
    clauses = folded.split(",")
    # 一个镇,两千家厂,四百亿产值: short clauses in a row are a headline's, longer ones a sentence's
    if len(clauses) < 3 or max(map(len, clauses)) > _SHORT_CLAUSE:
        score += (0.0, -0.5, -1.6, -3.0)[min(len(clauses) - 1, 3)]
    # 祁连山 茌平铝业电解车间天车工: a row of a list of persons
    if is_name(folded.partition(" ")[0]):
        score -= 1.5
    if ";" in folded:
        score -= 1.5
    return score

"""Lines that hold two elements: kicker and headline, headline and text, subhead and text.

Columns are those of the space between the parts, in code points of the given line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from plugins.converter.language.characters import FINAL_MARKS, fold, open_marks
from plugins.converter.parsers.datelines import find_dateline

_SPACES = re.compile(r"\s+")
# `(引题)被骗?被坑?`, `(主题)…`, `…(副题)`: marks of the layout left in the text.
_MARK = re.compile(r"[(【\[](?P<mark>引题|肩题|眉题|主题|主标题|正题|标题|副题|副标题|小标题)[)】\]]:?\s*")
_MARK_ROLES: dict[str, Literal["kicker", "headline", "deck", "subhead"]] = {
    "引题": "kicker",
    "肩题": "kicker",
    "眉题": "kicker",
    "主题": "headline",
    "主标题": "headline",
    "正题": "headline",
    "标题": "headline",
    "副题": "deck",
    "副标题": "deck",
    "小标题": "subhead",
}
# Words that call for more: `…小学举行 | 人工智能…`, `…深入开展 | “巾帼…”`, `…关于 | …的决定`.
_OPEN_END = re.compile(
    r"(?:推进|推动|打造|构建|创建|荣获|喜获|获得|获评|获|成为|走进|聚焦|印发|出台|实施|加强|强化|促进|助力|迎来|入选|捐赠|破获|"
    r"查处|关于|以及|进行|组建|设立|参加|赴|(?<!作)为|(?<![走方动趋])向|(?<!参)与|和|及|的|在|对|将|让|把|被|给|从|到|以|是|暨|"
    r"深入开展|(?<!显著)(?<!持续)(?<!不断)(?<!大幅)提升)$"
)
# `…小学举行 | …颁发活动`, `…召开 | …推进会`: the event stands behind; `2025年春运今天启动 | 多方合力…` is whole.
_OPEN_EVENT = re.compile(r"(?<![日今天午])(?:开展|举行|举办|组织|召开|启动|开通|发布|成立|完成|实现)$")
_EVENT_END = re.compile(
    r"(?:会|会议|仪式|活动|比赛|大赛|竞赛|联赛|赛|展|展览|论坛|典礼|晚会|演出|培训班?|讲座|节|周|月|工程|行动|项目|工作|方案|办法|"
    r"意见|政策|报告|中心|平台|协会|演练|检查|调研|测评|考试|比武|班|课|仪|热线|专线|线路)$"
)
# A clause that is whole: `…全国会议在京召开 | 汪洋…`, `…仪式举行 | …`; but `…小学举行 | …仪式` runs on.
_EVENT_HELD = re.compile(
    r"(?:会|会议|仪式|活动|比赛|大赛|联赛|展|展览|论坛|典礼|晚会|演出|培训班?|讲座|节|周|月|项目|工程|行动|方式)"
    r"(?:在[^\s,]{1,6})?(?:隆重|圆满|顺利|成功)?(?:举行|举办|召开|启动|开通|成立|发布|出台|完成|开展|实施)$"
)
# The predicate that a bare subject before the space waits for: `…建设路小学 | 举行助学支教志愿活动`.
_PREDICATE_START = re.compile(
    r"(?:隆重|积极|深入|扎实|全力|全面|持续|成功|顺利|圆满|认真|广泛|大力|着力|切实|组织|联合|再次|首次|今日|正式)?"
    r"(?:开展|举行|举办|召开|启动|组织|推进|推动|打造|构建|创建|荣获|喜获|获|成为|走进|聚焦|发布|出台|实施|完成|实现|加强|"
    r"强化|提升|促进|助力|迎来|入选|捐赠|成立|参加|赴|为|向|让|用|以|多措并举|被|将|在|到|与)"
)
# A subject without predicate ends like a place, a school, an office.
_SUBJECT_END = re.compile(
    r"^[^,:;!?。]{2,18}(?:[市县区镇乡村局委会院厅部队所馆站办]|街道|社区|小学|中学|学校|大学|幼儿园|公司|集团|中心|银行|支行)$"
)
_VERB_INSIDE = re.compile(
    r"开展|举行|举办|召开|推进|推动|打造|建设(?![路街局银集])|构建|创建|提升|促进|助力|实现|加强|强化|保障|守护|撬动|带动|争取|称|让|把|获"
)
# What a text begins with, after a headline on the same line.
_BODY_START = re.compile(
    r"(?:[近昨今]日|近期|日前|连日来|目前|近年来|今年|去年|\d{1,2}月|\d{1,2}日|为[^。]{4,40},|□|[(]?(?:本报)?(?:记者|通讯员))"
)
# What stands before a text but is no headline: `新浪科技讯 11月9日…`, `记者 李军 近日…`.
_SIGNED = re.compile(r"(?:讯|电|消息)$|记者|通讯员|编辑")
_REACH = 120  # columns of a line in which a headline on it ends
_SHORTEST_BODY = 40  # text after a wide gap: two headline clauses are shorter


@dataclass(frozen=True, slots=True)
class HeadlineMark:
    """A printed mark of the layout: the role it gives its line, and its columns (end exclusive)."""

    role: Literal["kicker", "headline", "deck", "subhead"]
    start: int
    end: int


def find_headline_mark(text: str) -> HeadlineMark | None:
    """The mark `(引题)`, `(主题)`, `(副题)` at the start or the end of a line."""
    folded = fold(text)
    for match in _MARK.finditer(folded):
        if not folded[: match.start()].strip() or not folded[match.end() :].strip():
            return HeadlineMark(_MARK_ROLES[match["mark"]], match.start(), match.end())
    return None


def split_kicker(text: str) -> int | None:
    """Column of the space that parts a kicker from the headline after it on one line.

    The kicker is a list that ends in `……` or an appeal of questions, the second part states the news:
    `被骗?被坑?维权难?请您勇敢站出来 聊城3·15维权线索征集中`. Two parallel clauses are one headline.
    """
    folded = fold(text).strip()
    offset = len(text) - len(text.lstrip())
    for gap in _gaps(folded):
        left, right = folded[: gap.start()], folded[gap.end() :]
        if not 4 <= len(left) <= 60 or not 6 <= len(right) <= 45 or right[0] == "(" or "。" in folded:
            continue
        if joins_across_space(folded, gap.start()):
            continue
        if left.endswith(("……", "…", "?", "!")) or len(re.findall(r"[?!](?!$)", left)) >= 2:
            return offset + gap.start()
    return None


def joins_across_space(text: str, column: int) -> bool:
    """Whether a headline's sentence runs through the space at the column, so that it is dropped.

    `…郁光小学举行 | 人工智能…`, `…建设路小学 | 举行…`; not between two clauses with predicates of their own.
    """
    folded = fold(text)
    left, right = folded[:column].strip(), folded[column:].strip()
    if not left or not right:
        return False
    if open_marks(left):
        return False  # `“情暖童心 筑梦未来”`: the space parts the clauses of a motto
    if _EVENT_HELD.search(left):
        return False
    if left[-1] in FINAL_MARKS or left[-1] in ",;:、":
        return False
    if _OPEN_END.search(left):
        return True
    if _OPEN_EVENT.search(left):
        return right[0] == "“" or bool(_EVENT_END.search(right))
    bare = _SUBJECT_END.match(left) and not _VERB_INSIDE.search(left)
    return bool(bare and _PREDICATE_START.match(right))


def headline_columns(text: str) -> tuple[int, ...]:
    """Columns of gaps where a headline may end and its text begin on the same line, the first first.

    `…启动仪式  本报讯(记者 …) 2月27日,…`: a wide gap, or one space before a dateline or a body's first words.
    """
    folded = fold(text)
    start = len(folded) - len(folded.lstrip())
    columns = []
    for gap in _gaps(folded):
        left, right = folded[start : gap.start()], folded[gap.end() :].rstrip()
        if not 4 <= len(left) <= 60 or "。" in left or open_marks(left) or left[-1] in ",、;:":
            continue
        if _begins_body(right, len(gap.group())) and not find_dateline(left) and not _SIGNED.search(left):
            columns.append(gap.start())
    return tuple(columns)


def _begins_body(right: str, width: int) -> bool:
    if find_dateline(right):
        return True
    if _BODY_START.match(right) and ("。" in right or len(right) >= _SHORTEST_BODY):
        return True
    return width >= 2 and len(right) >= _SHORTEST_BODY and ("," in right or "。" in right)


def subhead_columns(text: str) -> tuple[int, ...]:
    """Columns of spaces where a subhead may end and its paragraph begin, the longest subhead first.

    `启后 群众满意度成服务“试金石” | 树牢观念,走活“一盘棋”。聚`: the text after it has a `。`.
    """
    folded = fold(text)
    start = len(folded) - len(folded.lstrip())
    columns = []
    for gap in _gaps(folded):
        left, right = folded[start : gap.start()], folded[gap.end() :]
        beside = left[-1] + right[0]
        # A space beside Latin letters or digits is part of the sentence: `ChatGPT 在…`, `75% 亮度`.
        if any(character.isascii() and character.isalnum() for character in beside):
            continue
        if 2 <= len(left) <= 40 and "。" not in left and not open_marks(left) and "。" in right:
            columns.append(gap.start())
    return tuple(reversed(columns))


def _gaps(folded: str) -> list[re.Match[str]]:
    """Runs of spaces inside the line, none at its edges, within the reach of a headline."""
    start, end = len(folded) - len(folded.lstrip()), len(folded.rstrip())
    return [gap for gap in _SPACES.finditer(folded, 0, _REACH) if start < gap.start() and gap.end() < end][
        :10
    ]

"""Captions of pictures: a short sentence that names what is seen; the picture itself is not there."""

from __future__ import annotations

import re

from plugins.converter.language.characters import fold, open_marks, orphan_closers

# ▲图为… ; △学生们… ; ↑… ; (上图) ; 图①: ; 左图: ; 资料图 ; 视觉中国供图
_MARKED = re.compile(
    r"^\s*(?:[▲△▼▽↑↓←→►◀▶◢◣▴▾☝]|[(【]?[上下左右]图[)】]?\s*[:为,]?|[(【]?图\s?[①-⑩\d一二三四五六七八][)】]?\s*[:、为\s])"
)
_DEICTIC = re.compile(r"^(?:图为|图片为|图中|这是\S{2,16}(?:拍摄|一景)|图[①-⑩])|(?<=[。,!\s(])图为")
_CREDIT = re.compile(
    r"(?:(?:本报)?(?:记者|通讯员)\s*)?[一-龥·]\s?[一-龥]{1,3}\s*(?:/?摄|摄影(?!报道)|供图|/图)\s*[)]?\s*$|(?:资料图片?|资料照片?|资料片|效果图|示意图|视频截图|网络图片|供图|图片由\S{2,16}提供|[(]\S{1,12}提供)\s*[)]?\s*$"
)
# 本报记者 李军 摄 ; (李军 赵红/图) ; 摄影:李军 ; 图片由区融媒体中心提供 ; 受访者家属供图
_NAME = r"[一-龥]\s?[一-龥·]{1,3}"
_CREDIT_ALONE = re.compile(
    rf"\s*[(【■□]?\s*(?:(?:[一-龥]{{0,8}}(?:记者|通讯员|实习生|摄影师|摄影)\s*)?{_NAME}(?:[\s、]+{_NAME}){{0,3}}\s*[/|]?\s*(?:摄|摄影|供图|图)"
    rf"|(?:摄影|摄|供图|图片?)\s*[:/]\s*(?:(?:本报)?(?:记者|通讯员)\s*)?{_NAME}(?:[\s、]+{_NAME}){{0,3}}"
    r"|图片?由\S{2,16}提供|(?!\S*[为向给谁])[一-龥]{2,14}\s?供图|(?:资料|网络)图片?)\s*[)】]?\s*"
)
_LONGEST_CREDIT = 32
# Who does what where: 淄博市中医医院医生为患者实施埋针疗法。
_ACTION = re.compile(
    r"(?:在|正在|为|向|给|走进|来到|参加|参观|展示|进行|实施|讲解|指导|体验|学习|表演|演练|合影|比赛|采摘|收割|播种|查看|检查|慰问|发放|"
    r"练习|制作|观看|观赏|赏花|游玩|捡拾|清理|巡查|作业|忙碌|忙着|整理|采收|搬运|装车|施工|宣传|服务|诵读|朗诵|绘画|游览|介绍)"
)
_NEWS = re.compile(
    r"据了解|据悉|记者(?:了解|从|获悉)|表示|说[,:]|指出|强调|认为|截至|目前|下一步|近年来|为进一步|本报讯|同时,|此外|今后|通过"
)
_ENDS = "。"
_SHORTEST, _LONGEST = 8, 70


def caption_score(text: str) -> float:
    """How much one line looks like a caption, from 0 to 1, without its neighbours.

    Marks (▲, 图为, 摄) are nearly proof; without them a short full sentence that shows an action stays
    below one half more often than not, and the gaps around it must decide.
    """
    folded = fold(text).strip()
    if not folded or len(folded) > 2 * _LONGEST:
        return 0.0
    marked = bool(_MARKED.match(folded))
    credited = bool(_CREDIT.search(folded))
    if _DEICTIC.search(folded) or (marked and len(folded) >= 4):
        return 0.97 if len(folded) <= _LONGEST or credited else 0.85
    if credited:
        return _credited_score(folded)
    return _plain_score(folded)


def is_credit(text: str) -> bool:
    """Whether a line holds a picture's credit and nothing else: `本报记者 李军 摄`."""
    return len(text) <= _LONGEST_CREDIT and bool(_CREDIT_ALONE.fullmatch(fold(text)))


def find_closing_credit(text: str) -> int | None:
    """The column where a credit stands behind the last sentence of a text: `…市民纷纷拍照。 李军 摄`."""
    folded = fold(text)
    column = max(folded.rfind(mark) for mark in "。!?”") + 1
    return column if column and column < len(text) and is_credit(text[column:]) else None


def _credited_score(folded: str) -> float:
    """`本报记者 李军 摄` alone is a picture's credit; after a sentence it closes a caption."""
    if "。" not in folded and len(folded) <= 30:
        return 0.85
    return 0.98 if folded.count("。") <= 2 else 0.5


def _plain_score(folded: str) -> float:
    if not folded.endswith(_ENDS) or folded.count("。") != 1 or not _SHORTEST <= len(folded) <= _LONGEST:
        return 0.0
    if open_marks(folded) or orphan_closers(folded) or _NEWS.search(folded):
        return 0.05
    score = 0.45 if _ACTION.search(folded) else 0.25
    commas = folded.count(",") + folded.count(";")
    score -= 0.1 * max(0, commas - 1)
    if len(folded) <= 36:
        score += 0.1
    if re.match(r"^[的了们着性化者员]|^(?:这|那|他|她|它|我|你|其|该|此|并|而|也|还)", folded):
        score -= 0.3
    return max(0.0, min(0.6, score))

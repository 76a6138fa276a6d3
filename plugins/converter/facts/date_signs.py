"""What stands around a date: whether it lies ahead of the page, and how much a year tells of the page's own."""

import re
from enum import IntEnum

from plugins.converter.facts.date_forms import NamedDate
from plugins.converter.language.characters import fold

_SENTENCE_END = re.compile(r"[。！？!?；;]")
# 将于3月15日, 定于, 计划, 预计, 到2025年, 力争, 截至5月31日 (a deadline), 有效期至, 报名, 自6月1日起
_AHEAD_BEFORE = re.compile(
    r"(?:将|将于|将在|即将|拟|拟于|定于|定在|计划|预计|预约|力争|争取|有效期|至|到|截至|截止|截止到|为期|规划|目标|迎来|请于|须于|"
    r"应于|可于|最迟|自|从|每年|历年|明年|后天|明天)[^,，。]{0,6}$"
)
# 2022年11月30日前, 5月底, 3月15日是…日, 6月1日起施行, 5月31日止, 2035年远景目标
_AHEAD_AFTER = re.compile(
    r"\s?(?:[之以]?前|底前|底|末|止|截止|起|开始施行|开始实施|施行|实施|是[^,，。]{0,12}日|为[^,，。]{0,12}日|远景|目标|规划|将)"
)
# `本次活动将在3月5日至7日举行`, `请于…前到…登记`: the sentence looks ahead even when the words stand further off.
_AHEAD_SENTENCE = re.compile(
    r"将(?:于|在|举行|举办|启动|开展|进行|迎来)|即将|定于|拟于|预计|敬请|报名(?:时间|日期)|有效期"
)
# 2020年上半年, 2023年度, 2022年以来, 2021年一季度, 2023年春季
_STRONG_YEAR_AFTER = re.compile(r"\s?(?:度|[上下]半年|以来|全年|第?[一二三四]季度|[春夏秋冬]季?|新年|春节)")
_THIS_YEAR = re.compile(r"今年[(（]?$")
_LAST_YEAR = re.compile(r"去年[(（]?$")


class YearSign(IntEnum):
    """How much a year in the text tells of the page's year."""

    NAMED = 1  # 2010年成立
    STRONG = 2  # 2023年度
    DATED = 3  # 2020年5月19日


# No sentence that tells of a day is longer on either side of it; a whole page may be one line.
_WIDTH = 100


def lies_ahead(text: str, named: NamedDate) -> bool:
    """Whether the text speaks of the date as one to come, or as a day of every year."""
    before = _SENTENCE_END.split(fold(text[max(0, named.start - _WIDTH) : named.start]))[-1]
    after = _SENTENCE_END.split(fold(text[named.end : named.end + _WIDTH]))[0]
    return bool(
        _AHEAD_BEFORE.search(before)
        or _AHEAD_AFTER.match(after)
        or _AHEAD_SENTENCE.search(f"{before}|{after}")
    )


def weigh_year(text: str, named: NamedDate) -> tuple[int, YearSign] | None:
    """Give the page's year that a date speaks for, and how strongly; None when it names no year.

    去年 before a year makes the page's year the next one.
    """
    if named.year is None:
        return None
    before = fold(text[max(0, named.start - 4) : named.start])
    if _LAST_YEAR.search(before):
        return named.year + 1, YearSign.STRONG
    if named.day is not None:
        return named.year, YearSign.DATED
    is_strong = _THIS_YEAR.search(before) or _STRONG_YEAR_AFTER.match(fold(text[named.end : named.end + 8]))
    return named.year, YearSign.STRONG if is_strong else YearSign.NAMED

"""Datelines: `本报聊城5月19日讯` at the start of a text: newspaper, place and day of a report."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.converter.language.characters import fold

# 本报, or a name that ends like a newspaper, an agency, a site: `鲁中晨报`, `新华社`, `齐鲁网·闪电新闻`.
_MEDIUM = r"(?:报|社|网|新闻|客户端|电视台|电台|融媒体?|融媒体中心|在线|传媒)"
_PAPER = rf"(?P<newspaper>本报|本刊|本台|[一-龥A-Za-z][一-龥A-Za-z·|]{{0,11}}{_MEDIUM}(?:·[一-龥]{{4}}(?=\s?\d|讯))?)"
_NUMERAL = r"(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})"
_DAY = (
    rf"(?:(?:\d{{4}}\s?年\s?)?(?P<month>{_NUMERAL})\s?月\s?(?P<day>{_NUMERAL})\s?[日号]"
    rf"(?:\s?[-至]\s?{_NUMERAL}\s?[日号])?[晚夜早]?)"
)
_KIND = r"(?:综合消息|综合报道|综合讯|综合|专\s?电|专\s?讯|快\s?讯|特\s?讯|又\s?讯|消\s?息|讯|电|電|訊)"
# 讯 and 电 begin other words: 通讯员, 讯息, 电话, 电视. A place never ends in 通 or 资 (通讯, 资讯).
_AFTER = r"(?![员息问号录话视动力台梯商子网影器]|\s?[员])"
_PLACE = r"(?!综合|专电|快讯|特讯|消息)(?P<place>[一-龥]{2,12}?)"

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # 本报聊城5月19日讯, 晨报淄博4月12日讯, 新华社北京3月1日电, 据新华社北京3月1日电, 本报5月19日讯
        rf"据?{_PAPER}\s?(?:{_PLACE}\s?)?{_DAY}\s?{_KIND}{_AFTER}",
        # 本报讯, 鲁中晨报讯, 本报聊城讯, 大众日报淄博讯, 本报综合消息
        rf"据?{_PAPER}\s?(?:{_PLACE}\s?)?{_KIND}{_AFTER}",
        # 淄博4月12日讯: without a newspaper only with a day
        rf"{_PLACE}\s?{_DAY}\s?(?:讯|电|专电|消息){_AFTER}",
        # 4月12日讯 近日
        rf"{_DAY}\s?(?:讯|电|消息){_AFTER}",
        # 据《北方晨报》报道 3月9日: what another paper told; before a comma or 称 it is the beginning of a sentence
        r"据《[^》]{2,12}》报道(?![,:;。称说中指的显后过时此该了还认披]|\s*$)",
        # 聊城讯(记者 …): without newspaper and day only before a bracket or a space
        r"(?P<place>[一-龥]{2,6})讯(?=[\s(])",
    )
)
# Last characters of a would-be place or medium that make another word: 通讯, 资讯, 短讯, 喜讯, 家电.
_NO_PLACE_END = frozenset("通资短音喜简闪家充停来供用发邮致回函的获悉")
# 停水讯; but 沂水 and 泗水 are counties
_WATERWORKS = ("停水", "供水", "用水", "来水", "节水")
_OPENERS = {"【": "】", "(": ")", "[": "]", "〔": "〕"}
# ▶本报讯 of a column of short news
_BULLET = re.compile(r"[▶►▷▸●○■□◆◇★☆▲△·>]\s*")
_NUMERALS = {character: value for value, character in enumerate("〇一二三四五六七八九十")}
_LAST_MONTH, _LAST_DAY = 12, 31
# The words of a 讯 that is no dateline: `本报通讯员`, `据悉`, `社讯` inside a sentence with a verb.
_VERBS = re.compile(r"获悉|了解|报道|显示|举行|召开|开展|发布|通过|收到|接到")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: columns in the line (end exclusive), its text, and what it says; None = not said."""

    start: int
    end: int
    text: str
    newspaper: str | None
    place: str | None
    month: int | None
    day: int | None


def find_dateline(text: str) -> Dateline | None:
    """The dateline at the start of a line, bullet and frame included (`▶【本报讯】`), without the byline after it."""
    folded = fold(text)
    start = len(folded) - len(folded.lstrip())
    bullet = _BULLET.match(folded, start)
    inside = bullet.end() if bullet else start
    closer = _OPENERS.get(folded[inside : inside + 1])
    inside += bool(closer)
    for pattern in _PATTERNS:
        match = pattern.match(folded, inside, inside + 48)
        if match is None or not _is_sound(match):
            continue
        end = match.end()
        # `据央视新闻消息,在…` is a sentence.
        if folded[end : end + 1] == "," and folded[:end].endswith(("消息", "报道")):
            return None
        if closer and folded[end : end + 1] != closer:
            return None
        end += bool(closer)
        return _read(text, start, end, match)
    return None


def _is_sound(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    place, newspaper = groups.get("place") or "", groups.get("newspaper") or ""
    if place[-1:] in _NO_PLACE_END or place.endswith(_WATERWORKS) or _VERBS.search(place + newspaper):
        return False
    # `齐鲁网络通讯`: what stands between the medium and 讯 must be a place, so no further mark of one.
    return not (newspaper and not groups.get("month") and place and place[0] in "络友民会")


def _read(text: str, start: int, end: int, match: re.Match[str]) -> Dateline:
    groups = match.groupdict()
    newspaper = groups.get("newspaper")
    return Dateline(
        start,
        end,
        text[start:end],
        newspaper,
        groups.get("place"),
        _number(groups.get("month"), _LAST_MONTH),
        _number(groups.get("day"), _LAST_DAY),
    )


def _number(numeral: str | None, largest: int) -> int | None:
    """Value of a month or day in digits or Chinese numerals (`十九`, `廿三`); None when impossible."""
    if not numeral:
        return None
    value = int(numeral) if numeral.isdigit() else _chinese(numeral)
    return value if value is not None and 1 <= value <= largest else None


def _chinese(numeral: str) -> int | None:
    numeral = numeral.replace("廿", "二十")
    tens, ten, ones = numeral.partition("十")
    if any(character not in _NUMERALS for character in tens + ones) or len(tens) > 1 or len(ones) > 1:
        return None
    if not ten:
        return _NUMERALS[numeral] if len(numeral) == 1 else None
    return (_NUMERALS[tens] if tens else 1) * 10 + (_NUMERALS[ones] if ones else 0)

"""A form of page furniture, and the words its rows are built of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

FurnitureType = Literal[
    "masthead",
    "folio",
    "hotline",
    "credit",
    "column_label",
    "slogan",
    "page_list",
    "pointer",
    "jump",
    "web_remains",
    "weather_box",
]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of furniture: the folded line matches `pattern`, and nothing of `without`."""

    type: FurnitureType
    strength: float
    pattern: re.Pattern[str]
    without: re.Pattern[str] | None = None

    def matches(self, folded: str) -> bool:
        """Whether the folded line has this form."""
        return bool(self.pattern.search(folded)) and not (self.without and self.without.search(folded))


def form(kind: FurnitureType, strength: float, pattern: str, without: re.Pattern[str] | None = None) -> Form:
    """A row of a table of forms."""
    return Form(kind, strength, re.compile(pattern), without)


# A sentence, which no furniture is: a final mark, or a comma between words.
SENTENCE = re.compile(r"[。;!?]|[一-龥]{2},[一-龥]{2}")

DATE = r"(?:19|20)\d\d\s?(?:年|[./-])\s?\d{1,2}\s?(?:月|[./-])\s?\d{1,2}\s?日?"
CHINESE_DATE = (
    r"二[〇零○O0][一二三四五六七八九〇零○]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
WEEKDAY = r"(?:星\s?期|周|礼拜)\s?[一二三四五六日天]"
LUNAR_DAY = r"[正冬腊一二三四五六七八九十闰]{1,3}月(?:初|廿|十|二十|三十)[一二三四五六七八九十]{0,2}"
LUNAR_YEAR = r"[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年"
SECTION = r"[一-龥A-Za-z·/&\-]{1,12}"
NUMERAL = "一二三四五六七八九十"
PAGE = rf"(?:[A-Z]\s?\d{{1,2}}(?:\s?[-/]\s?[A-Z]?\d{{1,2}})?|\d{{1,2}}|[{NUMERAL}]{{1,3}}|第\s?[\d{NUMERAL}]{{1,3}}|头)"

"""Furniture of a page: masthead, folio, hotline, editors' credit, column label, pointers, web remains.

Nothing of it belongs to an article, wherever on the page it stands; the names of a credit are no authors.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from plugins.converter.language.characters import fold
from plugins.converter.language.names import split_names, split_words
from plugins.converter.parsers.bylines import byline_score
from plugins.converter.parsers.credit_forms import CREDIT_FORMS, CREDIT_ROLE, HOTLINE_FORMS
from plugins.converter.parsers.furniture_form import FurnitureType
from plugins.converter.parsers.label_forms import LABEL_FORMS, WEB_FORMS
from plugins.converter.parsers.masthead_forms import FOLIO_FORMS, MASTHEAD_FORMS

__all__ = [
    "Furniture",
    "FurnitureType",
    "classify_furniture",
    "extract_credit_names",
    "find_jumps",
    "page_number",
]

_FORMS = MASTHEAD_FORMS + FOLIO_FORMS + CREDIT_FORMS + HOTLINE_FORMS + LABEL_FORMS + WEB_FORMS
_LIKELY = 0.5
_SENTENCE = 60  # `本报网络版的所有内容,未经许可不得复制、镜像。` is the longest form with a `。`
_LONGEST = 160  # a page list or a block of contact lines; longer lines are text
# A03 要闻 ; 3版 社会 ; 02 ; 要闻 03
_PAGE_NUMBERS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![A-Z\d])(?P<number>[A-Z]\s?\d{1,2})(?!\d|[-/])",
        r"第?\s?(?P<number>\d{1,2})\s?版",
        r"^(?P<number>0\d|\d{1,2})(?=\s|$|[:·|/-]?\s?[一-龥])(?!\s?[月日年./])",
        r"(?<=[一-龥\s])(?P<number>0\d)(?=$|\s)",
    )
)
# (上接第一版)的人都叫他… ; …端到桌边。(下转第4版)
_JUMP = re.compile(
    r"\s*[(](?:紧接|上接|下转)\s*第?\s*(?:[A-Z]?\d{1,2}|[A-Z]|[一二三四五六七八九十]{1,2})\s*版?[^()。]{0,12}[)]\s*"
)
_CREDIT = re.compile(rf"(?:{CREDIT_ROLE})\s*[:/|]?\s*")
_PAGE_COUNT = re.compile(r"(?:本报)?今日")  # 今日本报B叠4版


@dataclass(frozen=True, slots=True)
class Furniture:
    """What kind of furniture a line is, and how sure that is (0 to 1)."""

    type: FurnitureType
    strength: float


def classify_furniture(text: str) -> Furniture | None:
    """The kind of furniture a whole line is; None when it looks like none.

    The strongest matching form wins; masthead_forms, credit_forms and label_forms hold the rows.
    """
    folded = fold(text).strip()
    if not folded or len(folded) > _LONGEST or (len(folded) > _SENTENCE and "。" in folded):
        return None
    return _classify(folded)


@lru_cache(maxsize=4096)  # a line is asked for by itself and by both of its neighbours
def _classify(folded: str) -> Furniture | None:
    best: Furniture | None = None
    for form in _FORMS:
        if (best is None or form.strength > best.strength) and form.matches(folded):
            best = Furniture(form.type, form.strength)
    # `□ 金增秀` has the form of a label, `记者 国晓宁` that of a slogan.
    if best and best.type in ("column_label", "slogan") and byline_score(folded) > _LIKELY:
        return None
    return best


def find_jumps(text: str) -> tuple[int, int]:
    """Where a line's text starts and ends that has a jump in brackets before or behind it; 0 and its length without."""
    folded = fold(text)
    before = _JUMP.match(folded)
    start = before.end() if before and before.end() < len(folded.rstrip()) else 0
    opened = folded.rfind("(", start + 1)
    behind = _JUMP.fullmatch(folded, opened) if opened > 0 else None
    return start, opened if behind else len(text)


def extract_credit_names(text: str) -> tuple[str, ...]:
    """The persons of an editors' credit (`责任编辑:王芳 美编:李静`); they are never authors."""
    names: list[str] = []
    for piece in _CREDIT.split(fold(text))[1:]:
        for word in split_words(piece):
            found = split_names(word)
            if found is None:
                break  # `编辑 李军 电话 0635-8451234`
            names.extend(found)
    return tuple(names)


def page_number(text: str) -> str | None:
    """The page number (版) as a folio or masthead line prints it: `A03 要闻` gives A03, `3版 社会` gives 3.

    A list of all pages (`01版:要闻 02版:…`), their count (`今日本报B叠4版`), a pointer or a jump line
    tells nothing of this page.
    """
    folded = fold(text).strip()
    if not any(character.isdigit() for character in folded):
        return None
    furniture = classify_furniture(text)
    if (
        furniture is None
        or furniture.type not in ("folio", "masthead", "credit")
        or folded.startswith("今日")
    ):
        return None
    for pattern in _PAGE_NUMBERS:
        match = pattern.search(folded)
        if match:
            return "".join(match["number"].upper().split())
    return None

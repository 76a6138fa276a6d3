"""Notices (公告, 声明): their titles, closing formulas, signatures and bodies, line by line."""

from __future__ import annotations

import re

from plugins.converter.language.characters import fold
from plugins.converter.parsers.byline_grammar import is_unit
from plugins.converter.parsers.notice_words import (
    AMBIGUOUS_TITLES,
    CLOSING,
    CONTACT,
    DATE_LINE,
    LEGAL,
    LOSS,
    LOST_THING,
    NAMED_TITLE,
    NO_SIGNATURE,
    ORGANISATION,
    PURE_TITLE,
    REPORTS,
    VOID,
)

# `■ 遗失声明`, `【公告】`, `通 告`: what stands around and inside a title.
_TITLE_DECORATION = re.compile(r"^[\s■□●◆★※【\[(《<*]+|[\s■□●◆★※】\])》>*:!]+$")
# No printed title is longer, decoration included; on an endless run of blanks the pattern would cost time squared.
_LONGEST_DECORATED = 200
_SPACED = re.compile(r"(?<=[一-龥])\s+(?=[一-龥])")


def notice_title(text: str) -> float:
    """How sure it is, from 0 to 1, that the whole line is the title of a notice: `挂失声明`, `通 告`."""
    if len(text) > _LONGEST_DECORATED:
        return 0.0
    folded = _TITLE_DECORATION.sub("", fold(text).strip())
    folded = _TITLE_DECORATION.sub("", folded)
    if not folded or len(folded) > 60:
        return 0.0
    closed = _SPACED.sub("", folded)
    if PURE_TITLE.fullmatch(closed):
        return 0.75 if closed in AMBIGUOUS_TITLES else 0.97
    if not NAMED_TITLE.fullmatch(closed):
        return 0.0
    # `…发布…公告` and `市民…启事` are headlines of news about a notice.
    if REPORTS.search(closed):
        return 0.3
    if closed.endswith("声明") and "遗失" not in closed and "挂失" not in closed:
        return 0.5  # a statement is as often what a headline tells of
    return 0.75 if len(closed) <= 30 or "关于" in closed else 0.6


def is_closing_formula(text: str) -> bool:
    """Whether the line ends a notice: `…声明作废。`, `联系人:李警官 特此通告`, `逾期不候。`."""
    return bool(CLOSING.search(fold(text).rstrip()))


def signature_line(text: str) -> float:
    """How sure it is that the line signs a notice: an organisation alone, a date alone, or both.

    `淄博市公安局高新区分局`, `2022年10月16日`; a school's name cut from a sentence looks the same, so
    an organisation alone stays below a date.
    """
    folded = fold(text).strip()
    if not 2 <= len(folded) <= 60:
        return 0.0
    if DATE_LINE.fullmatch(folded):
        return 0.95
    dated = DATE_LINE.search(folded)
    if dated and dated.end() == len(folded):
        head = folded[: dated.start()].strip()
        return 0.97 if all(map(_is_organisation, head.split())) else 0.0
    return 0.7 if all(map(_is_organisation, folded.split())) else 0.0


def _is_organisation(word: str) -> bool:
    return bool(ORGANISATION.fullmatch(word)) and not NO_SIGNATURE.search(word) and is_unit(word)


def notice_body_score(text: str) -> float:
    """How much a line reads like the body of a notice, titled or not.

    `李静,身份证丢失,号码…,声明作废。` needs no title; `登记地点:…` and `自公告之日起…` only hint.
    """
    folded = fold(text).strip()
    loss, thing, void = LOSS.search(folded), LOST_THING.search(folded), VOID.search(folded)
    if len(folded) <= 300 and loss and void and (thing or is_closing_formula(text)):
        return 0.95 if thing else 0.85
    if is_closing_formula(text) and len(folded) <= 300:
        return 0.8
    hints = min(len(set(LEGAL.findall(folded))), 2) + bool(CONTACT.match(folded)) + ("特此" in folded)
    return (0.0, 0.35, 0.6, 0.75)[min(hints, 3)]

"""Ends of notices: who issued one, and when, stands in short lines below its text, and no form knows every office."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plugins.converter.language.characters import fold, is_final
from plugins.converter.pages.items import Element, Role
from plugins.converter.parsers.enumerations import read_mark

# 聊城市“十大杰出青年农民”评选办公室; longer lines are text.
LONGEST_SIGNATURE = 28
_SIGNER = re.compile(
    r"(?:启事|声明|申请|遗失|招标|采购|发布|公示|公告|出让)[人方]:|[一-龥]{2,4}(?:单位|机关):"
)
# 停水范围:东一路以东, 会计2名, 3、其他, 一等奖 李军: what a notice tells in short lines.
_TOLD = re.compile(r"[,;:、]|^\W|^[一二三四五六七八九十]等|[\d一二三四五六七八九十][名人个元位辆台套件]")


def sign_notice(elements: Sequence[Element]) -> tuple[Element, ...]:
    """The elements of a notice with the short open lines behind its last whole paragraph as signatures."""
    first = len(elements)
    while first and _may_sign(elements[first - 1]):
        first -= 1
    before = elements[first - 1] if first else None
    if before is None or before.role is not Role.PARAGRAPH or not is_final(before.text):
        return tuple(elements)
    return (*elements[:first], *(replace(element, role=Role.SIGNATURE) for element in elements[first:]))


def _may_sign(element: Element) -> bool:
    if element.role is Role.SIGNATURE:
        return True
    text = fold(element.text)
    is_line = element.role is Role.PARAGRAPH and len(element.spans) == 1 and len(text) <= LONGEST_SIGNATURE
    is_told = bool(_TOLD.search(text)) or read_mark(text) is not None
    return is_line and not is_final(text) and (bool(_SIGNER.match(text)) or not is_told)

"""Ends of notices: who issued one, and when, stands in short lines below its text, and no form knows every office."""

from collections.abc import Sequence
from dataclasses import replace

from plugins.converter.language.characters import is_final
from plugins.converter.pages.items import Element, Role

# 聊城市“十大杰出青年农民”评选办公室; longer lines are text.
LONGEST_SIGNATURE = 28
# A point of a list, or a line that others go on from, signs nothing.
UNFINISHED = ("：", ":", "；", ";", "，", ",", "、")


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
    is_line = element.role is Role.PARAGRAPH and len(element.spans) == 1
    is_open = not is_final(element.text) and not element.text.endswith(UNFINISHED)
    return is_line and is_open and len(element.text) <= LONGEST_SIGNATURE

"""Closing credits: a photograph's credit behind an article's last sentence is a byline, no text of it."""

from collections.abc import Sequence

from plugins.converter.pages.items import Element, Role
from plugins.converter.parsers.captions import find_closing_credit


def part_closing_credit(elements: Sequence[Element]) -> tuple[Element, ...]:
    """The elements of an article with the credit at its end as a byline (`…市民纷纷拍照。 李军 摄`)."""
    last = elements[-1] if elements else None
    column = find_closing_credit(last.text) if last and last.role is Role.PARAGRAPH else None
    if last is None or column is None:
        return tuple(elements)
    text, credit = last.text[:column].rstrip(), last.text[column:].lstrip()
    _, start, end = last.spans[-1]
    middle = end - (len(last.text) - len(text))
    if middle <= start:
        return tuple(elements)
    return (
        *elements[:-1],
        Element(Role.PARAGRAPH, (*last.spans[:-1], last.spans[-1]._replace(end=middle)), text),
        Element(Role.BYLINE, (last.spans[-1]._replace(start=end - len(credit)),), credit),
    )

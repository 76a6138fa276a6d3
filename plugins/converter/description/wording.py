"""Wording: words of an item that a correction gives another role. Its characters stay where they are, and all of them.

An element is cut where the words begin and end; white space and the width of characters do not count.
"""

from collections.abc import Sequence
from typing import NamedTuple

from plugins.converter.language.characters import fold
from plugins.converter.pages.items import Element, Role
from plugins.converter.pages.spans import Span, read_span

HEAD = (Role.KICKER, Role.HEADLINE, Role.DECK)


class Place(NamedTuple):
    """Where one character stands: which span of which element, and its line and column."""

    element: int
    span: int
    line: int
    column: int


class Carved(NamedTuple):
    """An item's elements around the one that was cut out of them."""

    before: tuple[Element, ...]
    element: Element
    after: tuple[Element, ...]

    @property
    def elements(self) -> tuple[Element, ...]:
        """All elements in reading order."""
        return (*self.before, self.element, *self.after)


def carve(
    elements: Sequence[Element], role: Role, words: str, lines: Sequence[str], start: int = 0
) -> Carved | None:
    """Cut the words out of the elements as one element of the role; None when they are not there.

    Words that stand there twice are taken where they have the role already, then among the display lines, then first.
    Elements before `start` are not searched.
    """
    places = [place for place in _list_places(elements, lines) if place.element >= start]
    text = "".join(fold(lines[place.line - 1][place.column]) for place in places)
    sought = _squeeze(words)
    columns = _find_all(text, sought)
    if not columns:
        return None
    first = min(columns, key=lambda column: (_rank(elements[places[column].element].role, role), column))
    inside = places[first : first + len(sought)]
    left, right = inside[0].element, inside[-1].element
    before = [place for place in places[:first] if place.element == left]
    after = [place for place in places[first + len(sought) :] if place.element == right]
    return Carved(
        before=(*elements[:left], *_piece(elements[left], before, lines)),
        element=Element(role, _list_spans(inside), words),
        after=(*_piece(elements[right], after, lines), *elements[right + 1 :]),
    )


def _list_places(elements: Sequence[Element], lines: Sequence[str]) -> list[Place]:
    return [
        Place(position, order, span.line, column)
        for position, element in enumerate(elements)
        for order, span in enumerate(element.spans)
        for column in range(span.start, span.end)
        if not lines[span.line - 1][column].isspace()
    ]


def _squeeze(words: str) -> str:
    return "".join(fold(words).split())


def _find_all(text: str, sought: str) -> list[int]:
    columns = []
    column = text.find(sought) if sought else -1
    while column >= 0:
        columns.append(column)
        column = text.find(sought, column + 1)
    return columns


def _rank(present: Role, wanted: Role) -> int:
    if present is wanted:
        return 0
    return 1 if present in HEAD and wanted in HEAD else 2


def _piece(element: Element, places: Sequence[Place], lines: Sequence[str]) -> tuple[Element, ...]:
    """What is left of a cut element; nothing when nothing is."""
    if not places:
        return ()
    spans = _list_spans(places)
    return (Element(element.role, spans, "".join(read_span(lines, span) for span in spans)),)


def _list_spans(places: Sequence[Place]) -> tuple[Span, ...]:
    spans: list[Span] = []
    last: tuple[int, int] | None = None
    for place in places:
        if spans and last == (place.element, place.span):
            spans[-1] = spans[-1]._replace(end=place.column + 1)
        else:
            spans.append(Span(place.line, place.column, place.column + 1))
        last = (place.element, place.span)
    return tuple(spans)

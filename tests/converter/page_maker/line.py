"""Lines of a page and the fragments they are made of."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Fragment:
    """What one element of one item contributes to a line."""

    item: int
    element: int  # counts within its item, in reading order
    role: str
    text: str
    space: str = ""  # white space printed before it
    is_start: bool = True  # holds the beginning of its element
    is_end: bool = True  # holds its end


@dataclass(frozen=True, slots=True)
class Line:
    fragments: tuple[Fragment, ...]
    gap: int = 1  # blank lines before it

    @property
    def text(self) -> str:
        return "".join(one.space + one.text for one in self.fragments)

    @property
    def is_open(self) -> bool:
        """Whether the line ends within a paragraph."""
        return not self.fragments[-1].is_end and self.fragments[-1].role == "paragraph"

    @property
    def is_closed(self) -> bool:
        """Whether the line ends with the end of a paragraph that looks like one."""
        last = self.fragments[-1]
        return (
            last.is_end and last.role == "paragraph" and last.text.rstrip("”’）)")[-1:] in tuple("。！？!?…")
        )


def split_line(line: Line, number: int, offset: int, gap: int = 1) -> tuple[Line, Line]:
    """Cut a line within one of its fragments; white space at the cut is not printed."""
    one = line.fragments[number]
    head = replace(one, text=one.text[:offset].rstrip(), is_end=False)
    tail = replace(one, text=one.text[offset:].lstrip(), space="", is_start=False)
    first = Line((*line.fragments[:number], head), line.gap)
    return first, Line((tail, *line.fragments[number + 1 :]), gap)

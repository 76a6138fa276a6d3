"""Spans: where characters of a page stand."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """Columns `start` to `end` (code points, end exclusive) of one line (counted from 1)."""

    line: int
    start: int
    end: int


def trim_span(lines: Sequence[str], span: Span) -> Span | None:
    """Narrow a span to its text without the white space around it; None when nothing is left."""
    text = lines[span.line - 1][span.start : span.end]
    stripped = text.strip()
    if not stripped:
        return None
    start = span.start + len(text) - len(text.lstrip())
    return Span(span.line, start, start + len(stripped))


def read_span(lines: Sequence[str], span: Span) -> str:
    """The text of one span."""
    return lines[span.line - 1][span.start : span.end]


def list_lines(spans: Iterable[Span]) -> str:
    """Name the lines of some spans for people: `51-55, 67`."""
    runs: list[list[int]] = []
    for line in sorted({span.line for span in spans}):
        if runs and line == runs[-1][1] + 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)

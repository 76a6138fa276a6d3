"""The original text of a page, cut into the runs of lines that one item owns."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from plugins.newspapers.ledger import PageItem

# Eleven stars stand for a mobile number, 18 for an ID card; what parted the figures stays: ***-****-****.
_MASKED_NUMBER = re.compile(r"(\*(?:[-. ]?\*){10,17})")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one role; `is_masked` when stars stand for a personal number."""

    text: str
    role: str | None
    is_masked: bool


@dataclass(frozen=True, slots=True)
class OwnedLine:
    """What one item owns of one line. A line that two items share appears once for each; `is_first` on the first."""

    number: int
    owner: int | None
    pieces: tuple[Piece, ...]
    is_first: bool = True


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring lines of one item; `part` counts the runs of this item from 1.

    `continued_from` and `continues_at` are the lines where the same item was left and goes on.
    """

    owner: int | None
    part: int
    lines: tuple[OwnedLine, ...]
    continued_from: int | None = None
    continues_at: int | None = None


@dataclass(frozen=True, slots=True)
class _OwnedSpan:
    start: int
    end: int
    owner: int
    role: str | None


def mark_lines(lines: Sequence[str], items: Iterable[PageItem]) -> tuple[OwnedLine, ...]:
    """Return every line that holds text, each piece with its owner, in the order of the page."""
    spans = _spans_by_line(items)
    return tuple(
        owned
        for number, text in enumerate(lines, 1)
        if text.strip()
        for owned in _mark_line(number, text, spans.get(number, []))
    )


def group_runs(lines: Iterable[OwnedLine]) -> tuple[Run, ...]:
    """Group neighbouring lines with the same owner and tie each run to the item's next one."""
    runs: list[Run] = []
    latest: dict[int | None, int] = {}
    for owner, group in groupby(lines, key=lambda line: line.owner):
        run = Run(owner, 1, tuple(group))
        before = latest.get(owner)
        if owner is not None and before is not None:
            left = runs[before]
            runs[before] = replace(left, continues_at=run.lines[0].number)
            run = replace(run, part=left.part + 1, continued_from=left.lines[-1].number)
        latest[owner] = len(runs)
        runs.append(run)
    return tuple(runs)


def mark_masked(text: str, role: str | None) -> Iterator[Piece]:
    """Yield a text in pieces, masked numbers by themselves."""
    for position, part in enumerate(_MASKED_NUMBER.split(text)):
        if part:
            yield Piece(part, role, is_masked=position % 2 == 1)


def write_lines(numbers: Iterable[int], blank: Set[int] = frozenset()) -> str:
    """Return line numbers as readers see them: 51-55、67. Blank lines do not part a range."""
    ranges: list[list[int]] = []
    for number in sorted(set(numbers)):
        if ranges and all(between in blank for between in range(ranges[-1][1] + 1, number)):
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return "、".join(f"{first}-{last}" if last > first else f"{first}" for first, last in ranges)


def _spans_by_line(items: Iterable[PageItem]) -> dict[int, list[_OwnedSpan]]:
    spans: dict[int, list[_OwnedSpan]] = {}
    for item in items:
        for span in item.spans:
            spans.setdefault(span.line, []).append(_OwnedSpan(span.start, span.end, item.number, span.role))
    return spans


def _mark_line(number: int, text: str, spans: list[_OwnedSpan]) -> Iterator[OwnedLine]:
    filled = _fill_gaps(text, sorted(spans, key=lambda span: span.start))
    for position, (owner, group) in enumerate(groupby(filled, key=lambda piece: piece[0])):
        pieces = tuple(piece for _, role, part in group for piece in mark_masked(part, role))
        yield OwnedLine(number, owner, pieces, is_first=position == 0)


def _fill_gaps(text: str, spans: list[_OwnedSpan]) -> Iterator[tuple[int | None, str | None, str]]:
    """Yield (owner, role, text) for the whole line; white space goes with the piece before it."""
    if not spans:
        yield None, None, text
        return
    starts = [0, *(span.start for span in spans[1:]), len(text)]
    for span, (start, end) in zip(spans, pairwise(starts), strict=True):
        yield span.owner, span.role, text[start:end]

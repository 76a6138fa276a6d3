"""The dates of a page's running text, each with its line, its place in time and what it tells of the year."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from plugins.converter.facts.date_forms import NamedDate, find_dates
from plugins.converter.facts.date_signs import YearSign, lies_ahead, weigh_year
from plugins.converter.language.characters import OPEN_PUNCTUATION, is_final, is_han
from plugins.converter.pages.items import Evidence


@dataclass(frozen=True, slots=True)
class TextDate:
    """A date of the page: where it stands, what it names, whether it lies ahead, and what year it speaks for."""

    line: int
    text: str
    named: NamedDate
    is_ahead: bool
    year: tuple[int, YearSign] | None
    after: str

    def as_evidence(self, rule: str) -> Evidence:
        """The date as the evidence of a rule."""
        return Evidence(self.line, self.text, rule)


# As many characters behind a date tell whether it is a dateline's (讯) or a deadline (前).
_AFTER = 12


def find_text_dates(lines: Sequence[str]) -> list[TextDate]:
    """Find the dates of a page's lines, also those that a column cuts in two (`2022年11月|30日前`)."""
    text, starts = _join_lines(lines)
    return [_place_date(text, starts, named, lines) for named in find_dates(text)]


def _join_lines(lines: Sequence[str]) -> tuple[str, list[int]]:
    """Join the lines, an open one directly with the next; give also the column where each line starts."""
    parts: list[str] = []
    previous = ""
    for line in lines:
        printed = line.strip()
        parts.append(line if not printed or _goes_on(previous, printed) else f"\n{line}")
        previous = printed or previous
    lengths = list(accumulate(map(len, parts)))
    return "".join(parts), [end - len(line) for end, line in zip(lengths, lines, strict=True)]


def _goes_on(previous: str, line: str) -> bool:
    """Whether a line may go on in the next: it ends in a figure, a word or a comma."""
    last = previous[-1:]
    is_open = last.isdigit() or is_han(last) or last in OPEN_PUNCTUATION
    return bool(previous) and is_open and not is_final(previous) and (is_han(line[0]) or line[0].isdigit())


def _place_date(text: str, starts: Sequence[int], named: NamedDate, lines: Sequence[str]) -> TextDate:
    index = max(0, bisect_right(starts, named.start) - 1)
    column = named.start - starts[index]
    printed = lines[index][column : column + named.end - named.start]
    return TextDate(
        line=index + 1,
        text=printed,
        named=named,
        is_ahead=lies_ahead(text, named),
        year=weigh_year(text, named),
        after=text[named.end : named.end + _AFTER],
    )

"""Fragments: pieces of lines, each with one role."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.converter.language.characters import fold, is_final, open_marks
from plugins.converter.pages.page import RawPage
from plugins.converter.pages.spans import Span, trim_span
from plugins.converter.parsers.bylines import (
    byline_score,
    find_byline_head,
    find_byline_tail,
    find_closing_byline,
    find_opening_byline,
    is_byline_head,
    parse_byline_line,
)
from plugins.converter.parsers.captions import caption_score, is_credit
from plugins.converter.parsers.datelines import find_dateline
from plugins.converter.parsers.furniture import find_jumps
from plugins.converter.parsers.headline_parts import subhead_columns
from plugins.converter.parsers.headlines import split_headline_from_body, split_subhead_from_body
from plugins.converter.parsers.parallels import is_parallel

# A line shorter than this holds one element only: `(许银环)`, `约谈。`.
SHORTEST_COMPOUND = 12
SAME_LINE = -1
LONGEST_SUBHEAD = 40
# Sisters are looked for among this many short lines: endless pages of short lines must not cost time squared.
SISTER_LIMIT = 60
SURE_CAPTION = 0.8
SURE_BYLINE, LONGEST_BYLINE = 0.9, 30
# What is left of a byline behind a cut: `鹏 通讯员 王金峰 姜晓 李琳琳)`.
LONGEST_REST = 24
# A stray Latin word between Chinese characters stands for one of them (003:L119: 有关要求 and 具体操作规范).
ARTEFACT = re.compile(r"[\u4e00-\u9fff] [a-z]+(?: [\u4e00-\u9fff]|$)")
# Two words of a headline stand one space apart, or two; three or more part it from what follows.
WIDE_GAP = re.compile(r"[ \u3000\t]{3,}")
ASKER = re.compile("读者|网友|市民|村民|先生|女士|大爷|大妈|同学")
# Columns and the name of the cut.
Piece = tuple[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a line. `gap` counts the blank lines before its line; -1 for a later piece of the same line.

    `cut` names what the line's own grammar says about the piece: "dateline", "byline", "headline", "subhead", "text",
    "credit" or "jump"; it is empty when the whole line is one piece and its role is open. A picture's credit right
    below a line is a later piece of that line.
    """

    span: Span
    text: str
    gap: int
    cut: str = ""

    @property
    def is_closed(self) -> bool:
        """Whether the text ends a sentence."""
        return is_final(self.text)


def cut_fragments(page: RawPage) -> tuple[Fragment, ...]:
    """Cut all lines of a page into fragments; every character but white space is in exactly one."""
    sisters = _list_short_lines(page)
    fragments: list[Fragment] = []
    last_line = 0
    for number, line in enumerate(page.lines, 1):
        if not line.strip():
            continue
        gap = number - last_line - 1
        last_line = number
        pieces = _cut_rest_of_byline(line, fragments[-1]) if fragments else []
        if fragments and gap == 0 and is_credit(line):
            gap, pieces = SAME_LINE, [((0, len(line)), "credit")]
        for (start, end), cut in pieces or _cut_jumps(line, sisters):
            span = trim_span(page.lines, Span(number, start, end))
            if span is not None:
                fragments.append(Fragment(span, line[span.start : span.end], gap, cut))
                gap = 0 if cut == "jump" else SAME_LINE
    return tuple(fragments)


def _cut_jumps(line: str, sisters: Sequence[str]) -> list[Piece]:
    """A line without what says on which page it goes on: `(上接第一版)的人都叫他“梨把式”…`, `…到桌边。(下转第4版)`."""
    start, end = find_jumps(line)
    if start == 0 and end == len(line):
        return _cut_line(line, sisters)
    inner = [
        ((first + start, last + start), cut) for (first, last), cut in _cut_line(line[start:end], sisters)
    ]
    before = [((0, start), "jump")] if start else []
    return [*before, *inner, *([((end, len(line)), "jump")] if end < len(line) else [])]


def _cut_rest_of_byline(line: str, last: Fragment) -> list[Piece]:
    """The rest of a byline that the line before began: `(记者 程晓` … `萌)“满了就打电话…`."""
    begun = fold(last.text)
    if not begun.startswith("(") or ")" in begun or not (last.cut == "byline" or is_byline_head(last.text)):
        return []
    column = fold(line).find(")", 0, LONGEST_REST) + 1
    if not column:
        return []
    rest = _cut_text(line, column) if line[column:].strip() else []
    return [((0, column), "byline"), *rest]


def _list_short_lines(page: RawPage) -> tuple[str, ...]:
    """The lines that may be subheads, as patterns for subheads that are glued to text."""
    lines = (line.strip() for line in page.lines)
    return tuple(line for line in lines if 0 < len(line) <= LONGEST_SUBHEAD and not is_final(line))[
        :SISTER_LIMIT
    ]


def _cut_line(line: str, sisters: Sequence[str]) -> list[Piece]:
    whole = [((0, len(line)), "")]
    pieces = _cut_dateline(line, 0)
    if len(line) <= LONGEST_BYLINE and byline_score(line) > SURE_BYLINE and not _has_byline(pieces):
        return whole  # `本报综合外电` is no dateline, `本报聊城4月23日讯(记者 田广耀` begins with one
    if caption_score(line) >= SURE_CAPTION and not pieces:
        return whole  # `…抢收小麦。 孟祥辉 摄` closes with a credit, not with a byline
    if pieces or len(line.strip()) < SHORTEST_COMPOUND:
        return pieces or _cut_closing(line, 0) or whole
    return _cut_byline(line) or _cut_display(line, sisters) or _cut_closing(line, 0) or whole


def _cut_dateline(line: str, start: int) -> list[Piece]:
    """`本报聊城5月19日讯(记者 王尚磊) 18日下午…`: dateline, byline, text."""
    dateline = find_dateline(line[start:])
    if dateline is None:
        return []
    pieces = [((start + dateline.start, start + dateline.end), "dateline")]
    opening = _cut_opening(line, start + dateline.end)
    rest = opening[0][0][1] if opening else start + dateline.end
    return pieces + opening + _cut_text(line, rest)


def _has_byline(pieces: Sequence[Piece]) -> bool:
    return any(cut == "byline" for _, cut in pieces)


def _cut_text(line: str, start: int) -> list[Piece]:
    return _cut_closing(line, start) or [((start, len(line)), "text")]


def _cut_opening(line: str, start: int) -> list[Piece]:
    """A byline at the start, whole (`(记者 谢晓丽) 为规范…`) or cut off at the line's end (`(记者 程晓`)."""
    rest = line[start:]
    byline = find_opening_byline(rest)
    if byline is None and start:
        end = _find_signed_bracket(rest)
        if end is not None:
            return [((start, start + end), "byline")]
    if byline is not None:
        return [((start + byline.start, start + byline.end), "byline")]
    cut_off = find_byline_head(rest) == len(rest) - len(rest.lstrip())
    if rest.strip() and (cut_off or (start and _is_cut_bracket(rest))):
        return [((start, len(line)), "byline")]
    return []


def _find_signed_bracket(rest: str) -> int | None:
    """Where a bracket with nothing but names ends that follows a dateline: `本报讯 (常 明) 截至9月底…`."""
    folded = fold(rest)
    end = folded.find(")", 0, LONGEST_REST) + 1
    if not end or not folded.lstrip().startswith("("):
        return None
    byline = parse_byline_line(rest[:end].strip())
    return end if byline is not None and byline.people else None


def _is_cut_bracket(rest: str) -> bool:
    """Whether a bracket behind a dateline is cut off at the line's end: `本报讯 (全媒体`."""
    folded = fold(rest).strip()
    return folded.startswith("(") and ")" not in folded and len(folded) < LONGEST_REST


def _cut_byline(line: str) -> list[Piece]:
    """A byline, or the end of one that was cut (`萌) 为规范…`), with text behind it."""
    pieces = _cut_opening(line, 0)
    if not pieces:
        column = find_byline_tail(line)
        if column is None:
            return []
        pieces = [((0, column), "byline")]
    start = pieces[0][0][1]
    if len(line[start:].strip()) < SHORTEST_COMPOUND:
        return []
    return pieces + (_cut_dateline(line, start) or _cut_text(line, start))


def _cut_display(line: str, sisters: Sequence[str]) -> list[Piece]:
    """A headline or a subhead with text behind it on the same line."""
    if ARTEFACT.search(line):
        return []
    column = split_headline_from_body(line) or _find_wide_gap(line)
    kind = "headline"
    if column is None:
        column, kind = _find_subhead_end(line, sisters), "subhead"
    if column is None:
        return []
    return [((0, column), kind), *(_cut_dateline(line, column) or _cut_text(line, column))]


def _find_wide_gap(line: str) -> int | None:
    """Where a headline ends that is parted from its text by spaces only: `爷爷的算盘    爷爷有一把算盘,枣木`."""
    gap = WIDE_GAP.search(line.strip())
    if gap is None:
        return None
    column = gap.start() + len(line) - len(line.lstrip())
    left, right = line[:column].strip(), line[column:].strip()
    is_head = len(left) <= LONGEST_SUBHEAD and not is_final(left) and not open_marks(left)
    return column if is_head and len(right) >= SHORTEST_COMPOUND else None


def _find_subhead_end(line: str, sisters: Sequence[str]) -> int | None:
    """Where a glued subhead ends: where a sister of the same pattern says so, else where its shape is plain."""
    for column in subhead_columns(line):
        if any(is_parallel(line[:column].strip(), sister) for sister in sisters):
            return column
    return split_subhead_from_body(line)


def _cut_closing(line: str, start: int) -> list[Piece]:
    """`…贫困户分红。(许银环)`: text, byline; the byline may be cut off (`…工作。(记者 李军 通讯员`)."""
    rest = line[start:]
    byline = find_closing_byline(rest)
    first, last = (byline.start, byline.end) if byline else (find_byline_head(rest), len(rest))
    if not first or not rest[:first].strip() or _is_asker(rest[:first], rest[first:last]):
        return []
    return [((start, start + first), "text"), ((start + first, start + last), "byline")]


def _is_asker(text: str, signers: str) -> bool:
    """Whether who is named is who asks, not who writes: `…有什么办法补救?(聊城读者 张先生)`, an answer follows."""
    return text.rstrip().endswith(("?", "？")) and bool(ASKER.search(signers))

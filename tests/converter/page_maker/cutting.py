"""Where the end of a column may cut a text, and the cutting."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from tests.converter.page_maker.line import Fragment, Line, split_line
from tests.converter.page_maker.noise import Noise

# A cut after a final mark could not be seen; typesetters allow none after an opening mark, none before
# a closing one.
NOT_BEFORE_CUT = frozenset("。！？!?…—“‘（(《〈【[「『 ·")
NOT_AFTER_CUT = frozenset("，,。、；;：:！!？?…—”’）)》〉】]」』%％· ")
SHORTEST_CUT = 30  # a line of verse or of a price table fits in any column
LEAST = 2  # characters on either side; tails such as `约谈。` are real
LONG = 90  # from this length a paragraph is cut about twice as often
NARROW_WIDTHS = range(7, 18)
# So many paragraphs stand in a narrow column: one beside a picture, or all that follow.
NARROW_STRETCHES = (1, 1, 2, 4, 99)
INDENT = 2  # the first printed line of a paragraph is shorter by two characters


def list_cuts(text: str) -> list[int]:
    """The offsets at which a text may be cut."""
    return [
        at
        for at in range(LEAST, len(text) - LEAST + 1)
        if text[at - 1] not in NOT_BEFORE_CUT and text[at] not in NOT_AFTER_CUT
    ]


def cut_lines(lines: Iterable[Line], noise: Noise, dice: Random) -> list[Line]:
    """Cut paragraphs at random, as columns end; a piece may be cut again."""
    done: list[Line] = []
    for line in lines:
        number = find_paragraph(line)
        chance = noise.cut * (2 if len(line.text) > LONG else 1)
        if number is None or dice.random() >= chance:
            done.append(line)
            continue
        first, rest = _cut_somewhere(line, number, dice)
        done.append(first)
        if rest is not None and dice.random() < noise.second_cut:
            second, rest = _cut_somewhere(rest, 0, dice)
            done.append(second)
        done.extend([rest] if rest is not None else [])
    return done


def narrow_lines(lines: list[Line], dice: Random) -> list[Line]:
    """Set a stretch of an article in a narrow column: each printed line becomes a block."""
    numbers = [at for at, line in enumerate(lines) if find_paragraph(line) == len(line.fragments) - 1]
    if not numbers:
        return lines
    first = dice.choice(numbers)
    stretch = {at for at in numbers if at >= first}
    chosen = set(sorted(stretch)[: dice.choice(NARROW_STRETCHES)])
    width = dice.choice(NARROW_WIDTHS)
    return [
        printed
        for at, line in enumerate(lines)
        for printed in (_narrow_line(line, width) if at in chosen else (line,))
    ]


def _narrow_line(line: Line, width: int) -> list[Line]:
    printed: list[Line] = []
    rest: Line | None = line
    limit = width - INDENT
    while rest is not None:
        number = len(rest.fragments) - 1
        cuts = list_cuts(rest.fragments[number].text)
        fitting = [cut for cut in cuts if cut >= limit]
        if len(rest.fragments[number].text) <= width or not fitting:
            printed.append(rest)
            rest = None
        else:
            first, rest = split_line(rest, number, fitting[0])
            printed.append(first)
        limit = width
    return printed


def find_paragraph(line: Line) -> int | None:
    """The number of the line's paragraph fragment, None when it has none that can be cut."""
    for number, one in enumerate(line.fragments):
        if one.role == "paragraph" and len(one.text) >= SHORTEST_CUT and list_cuts(one.text):
            return number
    return None


def is_single(line: Line) -> Fragment | None:
    """The line's only fragment, when it is a paragraph's."""
    only = line.fragments[0]
    return only if len(line.fragments) == 1 and only.role == "paragraph" else None


def _cut_somewhere(line: Line, number: int, dice: Random) -> tuple[Line, Line | None]:
    cuts = list_cuts(line.fragments[number].text)
    return split_line(line, number, dice.choice(cuts)) if cuts else (line, None)

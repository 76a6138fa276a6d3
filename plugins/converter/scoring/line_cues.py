"""Line cues: what a fragment and its neighbours show, as short names that the learned table of cues knows.

A name is a letter for the question and a bucket for the answer: `L4,` is a line of 7 or 8 characters that ends in a
comma, `xlc` one before a long closed line.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from plugins.converter.language.names import is_name
from plugins.converter.language.word_edges import first_class, last_class
from plugins.converter.scoring.cohesion import PageTerms
from plugins.converter.scoring.fragments import Fragment
from plugins.converter.scoring.roles import RoleScores

# Upper bounds of the buckets of length, in characters.
LENGTHS = (2, 4, 6, 8, 11, 15, 20, 26, 36, 60, 120)
COARSE = (4, 8, 15, 26, 40)
# Display lines are hardly longer.
SHORT = 40
# An author alone on a line, as below the headline of a comment: 高峻, 车 颖.
LONGEST_NAME = 4
_NUMBERS = {number: str(number) for number in range(-9, 10)}
# How many fragments away the words of a fragment are looked for.
COMPANY = 12
ENDS = {
    "，": ",",
    ",": ",",
    "、": ",",
    "：": ":",
    ":": ":",
    "；": ";",
    ";": ";",
    "”": "q",
    "’": "q",
    ")": ")",
    "）": ")",
    "》": ")",
}
STARTS = (
    ("b", re.compile(r"[■□●▲◆★○◎※▼☆]")),
    ("o", re.compile("[①-⑳]")),
    ("-", re.compile(r"[—–-]")),
    (
        "e",
        re.compile(
            r"[一二三四五六七八九十]+、|\d{1,2}[.．、)]|[（(][一二三四五六七八九十\d]+[)）]|第[一二三四五六七八九十]+"
        ),
    ),
    ("d", re.compile(r"\d")),
    ("q", re.compile(r"[“‘]")),
    ("(", re.compile(r"[（(【\[]")),
)
COLON = re.compile(r"^[^，。,：:]{2,10}[：:]")
SPACE = re.compile(r"\S[ \u3000]\S")


def bucket(value: float, step: float = 1.0, limit: int = 5) -> str:
    """A number as one of 2 * limit + 1 buckets."""
    place = round(value / step)
    return _NUMBERS[limit if place > limit else -limit if place < -limit else place]


def length_bucket(length: int) -> str:
    """A length as one of twelve buckets, a to l."""
    return chr(97 + bisect_left(LENGTHS, length))


def coarse_bucket(length: int) -> str:
    """A length as one of six buckets, A to F."""
    return chr(65 + bisect_left(COARSE, length))


def list_line_cues(
    fragments: Sequence[Fragment],
    scores: Sequence[RoleScores],
    kinds: Sequence[str],
    terms: PageTerms,
    labels: Sequence[bool],
) -> tuple[tuple[str, ...], ...]:
    """The cues of each fragment of a page."""
    company = [_measure_company(terms, index, len(fragments)) for index in range(len(fragments))]
    boxes = [score.box_head for score in scores]
    return tuple(
        _list_cues(fragments, scores, kinds, index)
        + (f"l{labels[index]:d}",)
        + company[index]
        + _list_box_cues(boxes, kinds, scores[index], index)
        for index in range(len(fragments))
    )


def name_kind(fragment: Fragment, score: RoleScores) -> str:
    """What a neighbour looks like at first sight."""
    if fragment.cut == "dateline":
        return "dl"
    if fragment.cut == "credit":
        return "cr"
    if score.byline > 0.6:
        return "by"
    if score.furniture > 0.0:
        return "fu"
    if score.length > SHORT:
        return "lc" if score.closed else "lo"
    if score.closed:
        return "sc"
    if score.length <= LONGEST_NAME and is_name("".join(fragment.text.split())):
        return "nm"
    return "s" + coarse_bucket(score.length)


def _list_cues(
    fragments: Sequence[Fragment], scores: Sequence[RoleScores], kinds: Sequence[str], index: int
) -> tuple[str, ...]:
    fragment, score = fragments[index], scores[index]
    text = fragment.text
    size, coarse, end = length_bucket(score.length), coarse_bucket(score.length), _name_end(fragment)
    before = kinds[index - 1] if index else "^"
    behind = kinds[index + 1] if index + 1 < len(kinds) else "$"
    later = kinds[index + 2] if index + 2 < len(kinds) else "$"
    gap = str(min(fragment.gap, 3))
    after = str(min(fragments[index + 1].gap, 3)) if index + 1 < len(kinds) else "$"
    start = next((name for name, pattern in STARTS if pattern.match(text)), "h")
    return (
        "1",
        "L" + size + end,
        "s" + start + coarse,
        "g" + gap + after,
        "D" + bucket(score.display),
        "S" + bucket(score.subhead),
        "B" + bucket(score.byline),
        "F" + bucket(score.furniture),
        "f" + str(score.furniture_type),
        "K" + bucket(score.caption),
        "A" + bucket(score.advertisement),
        "N" + bucket(score.notice, 2.0),
        "x" + behind,
        "p" + before,
        "z" + coarse + end + behind,
        "Z" + before + coarse + end,
        "w" + behind + "/" + later,
        "c" + fragment.cut + coarse,
        "h" + bucket(score.begins, 2.0) + end,
        "m" + str(min(3, sum(map(text.count, "，,、")))) + coarse,
        "a" + f"{bool(SPACE.search(text)):d}{bool(score.places):d}{bool(COLON.search(text)):d}" + coarse,
        "e" + first_class(text) + coarse,
        "j" + last_class(text) + coarse + ("." if score.closed else ""),
        "u" + f"{score.signature:d}{score.formula:d}{min(2, score.closes)}{min(2, score.opens)}",
    )


def _list_box_cues(
    boxes: Sequence[bool], kinds: Sequence[str], score: RoleScores, index: int
) -> tuple[str, ...]:
    """Where the head of a box (记者手记) stands beside a line, as marks of the line before, the line and the next one.

    With a headline below its head, or above it, a box is an article of its own.
    """
    around = "".join(
        str(int(boxes[at])) if 0 <= at < len(boxes) else "-" for at in (index - 1, index, index + 1)
    )
    if "1" not in around:
        return ()
    behind = kinds[index + 1] if index + 1 < len(kinds) else "$"
    return ("b" + around + behind, "b" + around + coarse_bucket(score.length) + ("." if score.closed else ""))


def _name_end(fragment: Fragment) -> str:
    last = fragment.text[-1]
    if fragment.is_closed:
        return "q." if last in "”’" else "!" if last in "！!？?" else "." if last in "。" else "o."
    return ENDS.get(last, "d" if last.isdigit() else "h")


def _measure_company(terms: PageTerms, index: int, count: int) -> tuple[str, ...]:
    """Where the words of a fragment stand again: before it or behind it."""
    mask = terms.masks[index]
    before = max(
        (terms.overlap(mask, terms.masks[other]) for other in range(max(0, index - COMPANY), index)),
        default=0.0,
    )
    behind = max(
        (
            terms.overlap(mask, terms.masks[other])
            for other in range(index + 1, min(count, index + 1 + COMPANY))
        ),
        default=0.0,
    )
    next_one = terms.overlap(mask, terms.masks[index + 1]) if index + 1 < count else 0.0
    return (
        "vb" + bucket(min(before, 6.0), 1.5),
        "vn" + bucket(min(behind, 6.0), 1.5),
        "v1" + bucket(min(next_one, 6.0), 1.5),
        "vd" + bucket(before - behind, 1.5, 3),
    )

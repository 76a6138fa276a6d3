"""Mutated pages: real pages, damaged as a fuzzer damages its corpus, by a seed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random

from tests.converter.case_files import read_cases
from tests.converter.evaluation.page_sets import CONVERTER_TESTS, REPOSITORY

Lines = list[str]
Mutation = Callable[[Random, Lines], Lines]

# Text that means something to a program that reads it as anything but text.
HOSTILE = (
    "<script>alert(1)</script>",
    "</article><h1>",
    "{{ article.title }}",
    "{% raw %}",
    "Title: 冒充",
    "---",
    "# 要闻",
    "{filename}/x.md",
    "\\",
    '"""',
    "NaN",
    "null",
)
# Controls, marks of direction, blanks of all sorts, signs beyond the basic plane, broken emoji.
ODD = (
    "\x00\x01\x02\x03\x08\x0b\x0c\x1b\x1c\x1f\x7f\x85\xa0\xad\u061c\u200b\u200d\u200f\u2028\u202e\u2066\u3000\ufeff\ufffe"
    "𠮷😀\U000e0041"
)
MARKS = "“”‘’()（）《》【】。，、；：？！…—·.,;:?!\"'-0123456789０９年月日版电话记者通讯员本报讯摄 \t"
LONGEST_WINDOW = 40


@cache
def read_corpus() -> tuple[str, ...]:
    """The texts of all pages that the project keeps."""
    folders = (REPOSITORY / "content" / "raw", CONVERTER_TESTS / "pages")
    paths = sorted(path for folder in folders for path in folder.rglob("*.txt"))
    return tuple(path.read_bytes().decode("utf-8") for path in paths)


@cache
def list_hostile_lines() -> tuple[str, ...]:
    """Hostile text and Markdown's hazards."""
    return (*HOSTILE, *(case["text"] for case in read_cases("markdown")))


def mutate_page(seed: int) -> str:
    """A part of some page after up to eight mutations; the same seed gives the same text."""
    random = Random(seed)
    lines = _cut_window(random, random.choice(read_corpus()).split("\n"))
    for _ in range(random.randint(1, 8)):
        lines = random.choice(MUTATIONS)(random, lines or [""])
    return random.choice(("\n", "\n", "\n", "\r\n", "\r")).join(lines)


def _cut_window(random: Random, lines: Lines) -> Lines:
    start = random.randrange(len(lines))
    return lines[start : start + random.randint(1, LONGEST_WINDOW)]


def _delete(random: Random, lines: Lines) -> Lines:
    start = random.randrange(len(lines))
    return lines[:start] + lines[start + random.randint(1, 5) :]


def _duplicate(random: Random, lines: Lines) -> Lines:
    at = random.randrange(len(lines))
    return lines[:at] + [lines[at]] * random.randint(2, 4) + lines[at + 1 :]


def _swap(random: Random, lines: Lines) -> Lines:
    first, second = random.randrange(len(lines)), random.randrange(len(lines))
    changed = list(lines)
    changed[first], changed[second] = changed[second], changed[first]
    return changed


def _splice(random: Random, lines: Lines) -> Lines:
    other = _cut_window(random, random.choice(read_corpus()).split("\n"))
    at = random.randrange(len(lines) + 1)
    return lines[:at] + other[:15] + lines[at:]


def _interleave(random: Random, lines: Lines) -> Lines:
    other = _cut_window(random, random.choice(read_corpus()).split("\n"))[: len(lines)]
    return [line for pair in zip(lines, other, strict=False) for line in pair] + lines[len(other) :]


def _flip(random: Random, lines: Lines) -> Lines:
    at = random.randrange(len(lines))
    characters = list(lines[at])
    for _ in range(random.randint(1, 5)):
        if characters:
            characters[random.randrange(len(characters))] = random.choice(MARKS + ODD)
    return [*lines[:at], "".join(characters), *lines[at + 1 :]]


def _insert(random: Random, lines: Lines) -> Lines:
    at = random.randrange(len(lines))
    column = random.randint(0, len(lines[at]))
    piece = random.choice([*list_hostile_lines(), *ODD, *MARKS, _draw_any(random)])
    return [*lines[:at], lines[at][:column] + piece + lines[at][column:], *lines[at + 1 :]]


def _add_line(random: Random, lines: Lines) -> Lines:
    at = random.randrange(len(lines) + 1)
    return [
        *lines[:at],
        random.choice([*list_hostile_lines(), _draw_any(random), "", random.choice(ODD)]),
        *lines[at:],
    ]


def _cut_lines(random: Random, lines: Lines) -> Lines:
    """Cut every line after so many characters: a narrow column."""
    width = random.randint(1, 30)
    return [line[start : start + width] for line in lines for start in range(0, max(1, len(line)), width)][
        :80
    ]


def _join_lines(random: Random, lines: Lines) -> Lines:
    at = random.randrange(len(lines))
    size = random.randint(2, 10)
    return [*lines[:at], random.choice(("", " ", "　　")).join(lines[at : at + size]), *lines[at + size :]]


def _truncate(random: Random, lines: Lines) -> Lines:
    at = random.randrange(len(lines))
    column = random.randint(0, len(lines[at]))
    return [*lines[:at], random.choice((lines[at][:column], lines[at][column:])), *lines[at + 1 :]]


def _draw_any(random: Random) -> str:
    """Arbitrary characters; surrogates stand for no character and cannot be in a file."""
    codes = (
        random.choice((random.randrange(0x3000), random.randrange(0x110000)))
        for _ in range(random.randint(1, 6))
    )
    return "".join(chr(code) for code in codes if not 0xD800 <= code < 0xE000)


MUTATIONS: tuple[Mutation, ...] = (
    _delete,
    _duplicate,
    _swap,
    _splice,
    _interleave,
    _flip,
    _insert,
    _add_line,
    _cut_lines,
    _join_lines,
    _truncate,
)

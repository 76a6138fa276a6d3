"""Pages beyond all measure: converted without loss, within bounded memory."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from random import Random

import pytest

from plugins.converter.pages.page import parse_page
from tests.converter.evaluation.page_sets import REPOSITORY
from tests.converter.ledger_check import check_ledger
from tests.converter.mutations import read_corpus

MEGABYTE = 1_000_000
MOST_MEMORY = 2 * 1024**3  # of addresses; the dictionaries alone take a fifth of it
# Seconds of one core: ten times what all pages need. Time squared would need a hundred times as much.
LONGEST_RUN = 600
LONGEST_LINE = 200_000
PUNCTUATION = "。，、；：？！“”‘’（）()《》【】…—·,.;:?!\"'-"
# Pieces that patterns for bylines, dates, folios, notices or gaps may try again from every column.
PIECES = (
    " ",
    "\u3000",
    "(",
    ")",
    "]】 ",
    "●",
    "*",
    "记者 ",
    "(记者 ",
    "融媒体",
    "王明 ",
    "阿·",
    "3月1日",
    "本报聊城5月19日讯",
    "电话:0635-8451234 ",
    "139 ",
    "1.",
    "“",
    '"',
    "版:要闻 01",
    "中 abc 国",
)


def make_text(size: int) -> str:
    """Newspaper text of so many bytes."""
    characters = islice(cycle("\n".join(read_corpus())), size // 3)
    return "".join(characters)


def scatter(characters: str, size: int) -> str:
    return "".join(Random(1).choices(characters, k=size))


def make_pages() -> dict[str, str]:
    """One page for each way to be beyond measure."""
    text = make_text(MEGABYTE)
    return {
        "megabyte": text,
        "one-line": text.replace("\n", ""),
        "one-spaced-line": text.replace("\n", " "),
        "characters": "\n".join(islice((one for one in text if not one.isspace()), 100_000)),
        "one-character": "\n".join(["中"] * 20_000),
        "blank": "\n" * 100_000,
        "punctuation": scatter(PUNCTUATION + "\n", 100_000),
        "punctuation-line": scatter(PUNCTUATION, 100_000),
        "digits": scatter("0123456789.-年月日 \n", 50_000),
        "digit-line": scatter("0123456789", 300_000),
        "repeated": "\n".join(["聊城市东昌府区今天发生了一件事情大家都很高兴"] * 3_000),
        "bylines": "\n".join(["(记者 王明"] * 3_000),
        "gap": "中" + " " * 300_000 + "国",
    }


def make_lines() -> dict[str, str]:
    """One page for each piece: a line of a hundred thousand characters and more."""
    return {
        f"line-{number:02d}": f"中\x01{piece * (LONGEST_LINE // len(piece))}\x01中"
        for number, piece in enumerate(PIECES, 1)
    }


@pytest.mark.parametrize("make", [make_pages, make_lines])
def test_endless_pages_are_lossless_within_bounds(make: Callable[[], dict[str, str]], tmp_path: Path) -> None:
    pages = make()
    raw, ledger = tmp_path / "raw", tmp_path / "ledger"
    raw.mkdir()
    for name, text in pages.items():
        (raw / f"{name}.txt").write_bytes(text.encode("utf-8"))
    command = [sys.executable, "-m", "plugins.converter", str(raw), "--ledger", str(ledger)]
    done = subprocess.run(
        [*command, "--posts", str(tmp_path / "posts")],
        cwd=REPOSITORY,
        preexec_fn=set_limits,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for name, text in pages.items():
        check_ledger(parse_page(name, text).lines, (ledger / f"{name}.json").read_text("utf-8"))


def set_limits() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST_RUN, LONGEST_RUN))

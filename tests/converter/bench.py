"""`python -m tests.converter.bench`: how fast pages are cut, beside jieba cutting the same text into words.

Everything runs in this process once the tables are loaded, so the figures are CPU seconds of one core. jieba's pure
Python cutter is the peer: its share tells the machine's speed out of the ratio.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from plugins.authorities import default_folder, load_authorities
from plugins.converter.pages.page import RawPage, read_page
from plugins.converter.pipeline import convert_page
from tests.converter.evaluation.page_sets import CONVERTER_TESTS
from tests.converter.page_maker.article import read_articles
from tests.converter.page_maker.dealing import DEFAULT_PROFILES, make_pages

# Pages this many times as long show whether cost grows with length.
LONG = 8


@dataclass(frozen=True, slots=True)
class Measured:
    """What a set of pages took: characters, and the CPU seconds of the converter and of its peer."""

    name: str
    pages: int
    characters: int
    converter: float
    peer: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure fresh composed pages, and the same pages laid end to end; print a table."""
    options = _read_options(arguments)
    articles = read_articles(CONVERTER_TESTS / "articles" / "tuning")
    texts = [
        made.text for made in make_pages(articles, options.pages, DEFAULT_PROFILES, options.seed, "bench")
    ]
    long_texts = ["\n\n".join(texts[start : start + LONG]) for start in range(0, len(texts) - LONG + 1, LONG)]
    _print([_measure("pages", texts), _measure(f"{LONG} pages in one", long_texts)])
    return 0


def _read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.converter.bench", description=__doc__)
    parser.add_argument("--pages", type=int, default=48, metavar="N", help=f"pages, {LONG} or more (48)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same pages")
    options = parser.parse_args(arguments)
    if options.pages < LONG:
        parser.error(f"--pages {options.pages}: give {LONG} or more")
    return options


def _measure(name: str, texts: Sequence[str]) -> Measured:
    authorities = load_authorities(default_folder())
    cutter = import_module("jieba").Tokenizer()
    cutter.cache_file = None
    pages = _read_pages(texts)
    warm = pages[:2]
    _time(lambda: [convert_page(page, authorities) for page in warm])
    _time(lambda: list(cutter.cut(texts[0])))
    converter = _time(lambda: [convert_page(page, authorities) for page in pages])
    peer = _time(lambda: [list(cutter.cut(text)) for text in texts])
    return Measured(name, len(pages), sum(map(len, texts)), converter, peer)


def _read_pages(texts: Sequence[str]) -> list[RawPage]:
    with TemporaryDirectory(prefix="jianbao-bench-") as folder:
        paths = [Path(folder, f"page-{number}.txt") for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_bytes(text.encode("utf-8"))
        return [read_page(path) for path in paths]


def _time(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _print(rows: Sequence[Measured]) -> None:
    table = Table(
        "pages of", "pages", "characters a page", "pages a second", "ms a 1,000 characters", "times jieba"
    )
    for row in rows:
        table.add_row(
            row.name,
            str(row.pages),
            f"{row.characters / row.pages:,.0f}",
            f"{row.pages / row.converter:.1f}",
            f"{row.converter / row.characters * 1e6:.1f}",
            f"{row.converter / max(row.peer, 1e-9):.1f}",
        )
    Console().print(table)


if __name__ == "__main__":
    sys.exit(main())

"""`python -m tests.converter.fitting`: learn the tables of cues and of heads, and write them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from multiprocessing import get_context
from multiprocessing.pool import Pool
from pathlib import Path

from plugins.authorities import Places, default_folder, load_authorities
from plugins.converter.scoring import cue_table
from plugins.converter.scoring.cue_table import CueTable, read_table
from plugins.converter.scoring.weights import Weights
from tests.converter.evaluation.page_sets import CONVERTER_TESTS, read_first_pages
from tests.converter.fitting.heads import fit_heads, measure_heads
from tests.converter.fitting.lessons import prepare_lesson
from tests.converter.fitting.perceptron import Learner, Lection, flatten, nest, study
from tests.converter.fitting.tables import write_table
from tests.converter.page_maker.article import Article, read_articles
from tests.converter.page_maker.dealing import make_pages
from tests.converter.page_maker.gold import GoldItem
from tests.converter.page_maker.marked import read_marked
from tests.converter.page_maker.unmarking import list_articles

PROFILES = ("easy", "interleaved", "hard", "interleaved", "torn")
CHECK_PROFILES = ("easy", "interleaved", "hard")
CHECK_SEED = 77
# Pages that are read before the weights move.
BATCH = 8
# How often the first five pages, the only printed ones, are read in an epoch.
FIRST = 4
# Weights nearer to 0 decide nothing.
LEAST = 0.05
RATE = 0.3


@dataclass(frozen=True, slots=True)
class Task:
    """A page with its gold, and the weights to read it with."""

    text: str
    items: tuple[GoldItem, ...]
    cues: CueTable


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn from fresh pages, epoch by epoch; print how many articles were right before each lesson."""
    options = _read_options(arguments)
    marked = [read_marked(path) for folder in options.marked for path in sorted(folder.glob("*.txt"))]
    articles = [one for folder in options.articles for one in read_articles(folder)]
    articles += [article for page, text in marked for article in list_articles(page, text)]
    checks = [one for folder in options.check for one in read_articles(folder)]
    whole = [*FIRST * list(_first_pages()), *((text, page.items) for page, text in marked)]
    heads = fit_heads([*articles, *(item for _, items in _first_pages() for item in items)])
    write_table(options.out / cue_table.HEADS.name, nest(heads, LEAST))
    if checks:
        _say(f"heads: {measure_heads(heads, checks):.3f} of {len(checks)} check articles")
    learner = Learner(RATE, flatten(read_table(options.start) if options.start else {}))
    with get_context("fork").Pool(options.processes) as pool:
        for epoch in range(options.epochs):
            pages = [
                *_make_pages(articles, options.pages, options.seed + epoch),
                *whole,
            ]
            _say(f"epoch {epoch + 1}: {_teach(pool, learner, pages)}")
            learned = nest(learner.average(), LEAST)
            write_table(options.out / cue_table.CUES.name, learned)
            if checks:
                _say(f"  check: {_tell(_study(pool, list(_check_pages(checks, options.pages)), learned))}")
    return 0


def _read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.converter.fitting", description=__doc__)
    tuning = CONVERTER_TESTS / "articles" / "tuning"
    parser.add_argument("--articles", type=Path, nargs="+", default=[tuning], help="folders to learn from")
    marked = CONVERTER_TESTS / "pages" / "marked" / "tuning"
    parser.add_argument("--marked", type=Path, nargs="*", default=[marked], help="folders of marked pages")
    parser.add_argument("--check", type=Path, nargs="*", default=[], help="folders to check with, not learnt")
    parser.add_argument("--pages", type=int, default=160, metavar="N", help="fresh pages an epoch (160)")
    parser.add_argument("--epochs", type=int, default=12, metavar="N", help="epochs (12)")
    parser.add_argument("--start", type=Path, metavar="TABLE", help="cues to go on from, learned before")
    parser.add_argument("--seed", type=int, default=100, help="seed of the first epoch's pages")
    parser.add_argument("--processes", type=int, default=2, metavar="N", help="pages at once (2)")
    parser.add_argument("--out", type=Path, default=cue_table.CUES.parent, help="where the tables go")
    return parser.parse_args(arguments)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _make_pages(
    articles: Sequence[Article], count: int, seed: int
) -> Iterator[tuple[str, tuple[GoldItem, ...]]]:
    for made in make_pages(articles, count, PROFILES, seed, "lesson"):
        yield made.text, made.gold.items


def _check_pages(articles: Sequence[Article], count: int) -> Iterator[tuple[str, tuple[GoldItem, ...]]]:
    for made in make_pages(articles, min(count, 48), CHECK_PROFILES, CHECK_SEED, "check"):
        yield made.text, made.gold.items


def _first_pages() -> Iterator[tuple[str, tuple[GoldItem, ...]]]:
    for gold, text in read_first_pages().pages:
        yield text, gold.items


def _teach(pool: Pool, learner: Learner, pages: Sequence[tuple[str, tuple[GoldItem, ...]]]) -> str:
    lections: list[Lection] = []
    for start in range(0, len(pages), BATCH):
        read = _study(pool, pages[start : start + BATCH], nest(learner.weights))
        learner.learn(lection.difference for lection in read)
        lections += read
    return _tell(lections)


def _study(pool: Pool, pages: Sequence[tuple[str, tuple[GoldItem, ...]]], cues: CueTable) -> list[Lection]:
    tasks = [Task(text, items, cues) for text, items in pages]
    return [lection for lection in pool.map(_study_page, tasks, chunksize=1) if lection is not None]


def _study_page(task: Task) -> Lection | None:
    lesson = prepare_lesson(task.text, task.items, _places(), replace(_priors(), cues=task.cues))
    return None if lesson is None else study(lesson)


@cache
def _places() -> Places:
    return load_authorities(default_folder()).places


@cache
def _priors() -> Weights:
    return Weights(cues={})


def _tell(lections: Sequence[Lection]) -> str:
    right, count = sum(one.right for one in lections), sum(one.articles for one in lections)
    unreachable = sum(not one.reachable for one in lections)
    return f"{right / max(1, count):.3f} of {count} articles right; {unreachable} of {len(lections)} pages out of reach"


if __name__ == "__main__":
    sys.exit(main())

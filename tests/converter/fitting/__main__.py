"""`python -m tests.converter.fitting`: learn the tables of cues, lines, heads, starts and topics, and write them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from random import Random

from plugins.authorities import Places, default_folder, load_authorities
from plugins.converter.facts.topic_model import WEIGHTS
from plugins.converter.language.latent_space import TABLE as SPACE
from plugins.converter.language.latent_space import LatentSpace, write_space
from plugins.converter.language.prose import TABLE
from plugins.converter.language.weight_table import WeightTable, read_table
from plugins.converter.scoring import cue_table
from plugins.converter.scoring.cue_table import make_cue_table
from plugins.converter.scoring.line_model import WEIGHTS as LINE_WEIGHTS
from plugins.converter.scoring.line_model import LineModel, make_line_model
from plugins.converter.scoring.weights import Weights
from tests.converter.evaluation.page_sets import CONVERTER_TESTS, read_first_pages
from tests.converter.fitting.folds import find_fold
from tests.converter.fitting.forgetting import forget
from tests.converter.fitting.heads import fit_heads, list_article_heads, list_page_heads, measure_heads
from tests.converter.fitting.latent import (
    fit_fold_spaces,
    fit_space,
    list_documents,
    list_page_documents,
)
from tests.converter.fitting.lessons import prepare_lesson
from tests.converter.fitting.lines import (
    Line,
    fit_folds,
    fit_lines,
    list_article_lines,
    list_page_lines,
    read_lines,
)
from tests.converter.fitting.pages import Page, deal_check_pages, deal_pages
from tests.converter.fitting.perceptron import Learner, Lection, average, flatten, nest, study
from tests.converter.fitting.prose import (
    CountedProse,
    collect_prose,
    count_articles,
    count_items,
    write_counts,
)
from tests.converter.fitting.starts import fit_starts, list_starts, measure_starts
from tests.converter.fitting.tables import write_table
from tests.converter.fitting.topics import fit_topics, list_lessons
from tests.converter.page_maker.article import Article, read_articles, read_collection
from tests.converter.page_maker.gold import GoldItem, GoldPage
from tests.converter.page_maker.marked import read_marked
from tests.converter.page_maker.page import MadePage
from tests.converter.page_maker.unmarking import list_articles

# Pages that are read before the weights move.
BATCH = 8
# How often the first five pages, the only printed ones, are read in an epoch.
FIRST = 4
# Weights nearer to 0 decide nothing.
LEAST = 0.05
RATE = 0.3
# Seeds of different learners lie so far apart.
SEEDS = 1000


@dataclass(frozen=True, slots=True)
class Course:
    """What one learner reads: articles to make pages of, whole pages, and how many pages and epochs."""

    articles: tuple[Article, ...]
    whole: tuple[Page, ...]
    pages: int
    epochs: int
    start: WeightTable
    prose: CountedProse
    lines: tuple[LineModel, ...]
    spaces: tuple[LatentSpace, ...]
    forget: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn from fresh pages, in several runs side by side; print how many articles were right before each lesson."""
    options = _read_options(arguments)
    first = list(read_first_pages().pages)
    marked = [read_marked(path) for folder in options.marked for path in sorted(folder.glob("*.txt"))]
    written = [one for folder in options.articles for one in read_articles(folder)]
    articles = [*written, *(article for page, text in marked for article in list_articles(page, text))]
    checks = [one for folder in options.check for one in read_articles(folder)]
    headed = [one for folder in options.heads for one in _read_collections(folder)]
    printed = chain.from_iterable(list_page_heads(page, text) for page, text in (*first, *marked))
    heads = fit_heads([*list_article_heads([*written, *headed], seed=1), *printed])
    write_table(options.out / cue_table.HEADS.name, nest(heads, LEAST))
    if checks:
        _say(
            f"heads: {measure_heads(heads, list_article_heads(checks, 2, 1)):.3f} of {len(checks)} check articles"
        )
    counts = count_articles(written)
    for page, _ in (*first, *marked):
        counts += count_items(page.items)
    write_counts(options.prose, counts)
    judged = [one for folder in options.judged for one in _read_collections(folder)]
    prose = collect_prose(counts)
    starts = [*list_starts(articles, prose, are_counted=True), *list_starts(judged, prose, are_counted=False)]
    write_table(options.out / cue_table.STARTS.name, fit_starts(starts))
    whole, torn = measure_starts(starts)
    _say(f"starts: {whole:.3f} of whole and {torn:.3f} of torn texts by other writers taken for torn")
    learned_pages = [*(_accept_second(page.items) for page, _ in first), *(page.items for page, _ in marked)]
    write_table(options.topics, _learn_topics(learned_pages, judged))
    lines = list(_list_lines(written, (*first, *marked), options.lines))
    documents = [
        *list_documents(written, are_dealt=True),
        *list_documents(judged, are_dealt=False),
        *chain.from_iterable(list_page_documents(page) for page, _ in (*first, *marked)),
    ]
    space = fit_space(documents)
    write_space(options.space, space)
    line_table = fit_lines(lines)
    write_table(options.out / LINE_WEIGHTS.name, line_table)
    if options.epochs:
        course = Course(
            tuple(articles),
            tuple(Page(text, page.items, find_fold(page.id)) for page, text in (*FIRST * first, *marked)),
            options.pages,
            options.epochs,
            read_table(options.start) if options.start else {},
            prose,
            fit_folds(lines),
            fit_fold_spaces(documents),
            options.forget,
        )
        learned = _learn_together(course, options.runs, options.seed, options.processes)
        if options.mean_with:
            tables = [learned, *map(read_table, options.mean_with)]
            learned = average(list(map(flatten, tables)), LEAST)
        write_table(options.out / cue_table.CUES.name, learned)
        if checks:
            weights = Weights(
                cues=make_cue_table(learned),
                prose=course.prose.hold_out(()),
                lines=make_line_model(line_table),
                space=space,
            )
            _say(f"check: {_tell(_check(deal_check_pages(checks, options.pages), weights))}")
    return 0


def _list_lines(
    articles: Iterable[Article], pages: Iterable[tuple[GoldPage, str]], folders: Iterable[Path]
) -> Iterator[Line]:
    yield from chain.from_iterable(map(list_article_lines, articles))
    for page, text in pages:
        yield from list_page_lines(page.id, text, page.items)
    yield from chain.from_iterable(map(read_lines, folders))


def _accept_second(items: Iterable[GoldItem]) -> Iterator[GoldItem]:
    """Nobody judged what else would pass for the main topic of the first pages' articles: their second does."""
    return (replace(item, topics_accept=item.topics[1:]) for item in items)


def _read_collections(folder: Path) -> Iterator[Article]:
    for path in sorted(folder.glob("*.txt")):
        yield from read_collection(path)


def _learn_topics(pages: Iterable[Iterable[GoldItem]], judged: Iterable[Article]) -> WeightTable:
    """The weights of words by the pages' articles and by collections of judged ones."""
    authorities = load_authorities(default_folder())
    return fit_topics(list_lessons([*chain.from_iterable(pages), *judged], authorities), authorities)


def _learn_together(course: Course, runs: int, seed: int, processes: int) -> WeightTable:
    """The mean of several learners' weights: what one learned by heart, the others did not."""
    seeds = [seed + SEEDS * run for run in range(runs)]
    with get_context("fork").Pool(processes) as pool:
        learners = pool.map(partial(_learn, course), seeds, chunksize=1)
    return average(learners, LEAST)


def _learn(course: Course, seed: int) -> dict[str, float]:
    """The weights of one learner, by full name."""
    learner = Learner(RATE, flatten(course.start))
    for epoch in range(course.epochs):
        pages = [*deal_pages(course.articles, course.pages, seed + epoch), *course.whole]
        Random(f"order {seed + epoch}").shuffle(pages)
        dice = Random(f"forget {seed + epoch}")
        _say(f"seed {seed}, epoch {epoch + 1}: {_tell(_teach(learner, pages, course, dice))}")
    return learner.average()


def _read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.converter.fitting", description=__doc__)
    tuning = CONVERTER_TESTS / "articles" / "tuning"
    marked = CONVERTER_TESTS / "pages" / "marked" / "tuning"
    parser.add_argument("--articles", type=Path, nargs="+", default=[tuning], help="folders to learn from")
    parser.add_argument("--marked", type=Path, nargs="*", default=[marked], help="folders of marked pages")
    judged = CONVERTER_TESTS / "articles" / "judged"
    parser.add_argument("--judged", type=Path, nargs="*", default=[judged], help="folders of judged articles")
    heads = CONVERTER_TESTS / "articles" / "heads"
    parser.add_argument("--heads", type=Path, nargs="*", default=[heads], help="folders of heads with leads")
    lists = CONVERTER_TESTS / "lines"
    parser.add_argument("--lines", type=Path, nargs="*", default=[lists], help="folders of lists of lines")
    parser.add_argument("--check", type=Path, nargs="*", default=[], help="folders to check with, not learnt")
    parser.add_argument("--pages", type=int, default=200, metavar="N", help="fresh pages an epoch (200)")
    parser.add_argument("--epochs", type=int, default=12, metavar="N", help="epochs (12); 0: no cues")
    parser.add_argument("--runs", type=int, default=4, metavar="N", help="learners whose mean is taken (4)")
    parser.add_argument(
        "--forget", type=float, default=0.15, metavar="SHARE", help="of the cues, per page (0.15)"
    )
    parser.add_argument("--start", type=Path, metavar="TABLE", help="cues to go on from, learned before")
    parser.add_argument(
        "--mean-with", type=Path, nargs="+", metavar="TABLE", help="cues learned before: take the mean of all"
    )
    parser.add_argument("--seed", type=int, default=500, help="seed of the first epoch's pages")
    parser.add_argument("--processes", type=int, default=2, metavar="N", help="learners at once (2)")
    parser.add_argument("--prose", type=Path, default=TABLE, help="where the counts of prose go")
    parser.add_argument("--space", type=Path, default=SPACE, help="where the vectors of terms go")
    parser.add_argument("--topics", type=Path, default=WEIGHTS, help="where the weights of topics go")
    parser.add_argument("--out", type=Path, default=cue_table.CUES.parent, help="where the tables go")
    return parser.parse_args(arguments)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _teach(learner: Learner, pages: Sequence[Page], course: Course, dice: Random) -> list[Lection]:
    lections: list[Lection] = []
    for start in range(0, len(pages), BATCH):
        cues = nest(learner.weights)
        batch = [_read(page, cues, course, dice) for page in pages[start : start + BATCH]]
        read = [lection for lection in batch if lection is not None]
        learner.learn(lection.difference for lection in read)
        lections += read
    return lections


def _read(page: Page, cues: WeightTable, course: Course, dice: Random) -> Lection | None:
    """Read a page with some cues forgotten and its own texts not counted; None where its gold cannot be placed."""
    thinned = forget(cues, course.forget, dice)
    weights = Weights(
        cues=make_cue_table(thinned.cues),
        prose=course.prose.hold_out(page.items),
        lines=course.lines[page.fold],
        space=course.spaces[page.fold],
    )
    lesson = prepare_lesson(page.text, page.items, _places(), weights)
    if lesson is None:
        return None
    lection = study(lesson)
    return replace(lection, difference=thinned.keep(lection.difference))


def _check(pages: Iterable[MadePage], weights: Weights) -> list[Lection]:
    """Read pages that nothing was learned from."""
    lessons = (prepare_lesson(page.text, page.gold.items, _places(), weights) for page in pages)
    return [study(lesson) for lesson in lessons if lesson is not None]


@cache
def _places() -> Places:
    return load_authorities(default_folder()).places


def _tell(lections: Sequence[Lection]) -> str:
    right, count = sum(one.right for one in lections), sum(one.articles for one in lections)
    unreachable = sum(not one.reachable for one in lections)
    return f"{right / max(1, count):.3f} of {count} articles right; {unreachable} of {len(lections)} pages out of reach"


if __name__ == "__main__":
    sys.exit(main())

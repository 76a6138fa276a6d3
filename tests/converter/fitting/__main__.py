"""`python -m tests.converter.fitting`: learn the tables of cues, lines, heads, starts and topics, and write them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from plugins.authorities import default_folder, load_authorities
from plugins.converter.facts.topic_model import WEIGHTS
from plugins.converter.language.latent_space import TABLE as SPACE
from plugins.converter.language.latent_space import write_space
from plugins.converter.language.prose import TABLE
from plugins.converter.language.weight_table import WeightTable, read_table
from plugins.converter.scoring import cue_table
from plugins.converter.scoring.cue_table import make_cue_table
from plugins.converter.scoring.line_model import WEIGHTS as LINE_WEIGHTS
from plugins.converter.scoring.line_model import make_line_model
from plugins.converter.scoring.weights import Weights
from tests.converter.evaluation.page_sets import CONVERTER_TESTS
from tests.converter.fitting.course import LEAST, Course, check, learn_together, say, tell
from tests.converter.fitting.folds import find_fold
from tests.converter.fitting.heads import fit_heads, list_article_heads, list_page_heads, measure_heads
from tests.converter.fitting.latent import fit_fold_spaces, fit_space
from tests.converter.fitting.lines import fit_folds, fit_lines
from tests.converter.fitting.material import Material, read_material
from tests.converter.fitting.pages import Page, deal_check_pages
from tests.converter.fitting.perceptron import average, flatten, nest
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
from tests.converter.page_maker.gold import GoldItem

# How often the first five pages, the only printed ones, are read in an epoch.
FIRST = 4


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn from fresh pages, in several runs side by side; print how many articles were right before each lesson."""
    options = _read_options(arguments)
    material = read_material(options)
    _write_heads(material, options.out)
    prose = _write_prose(material, options.prose)
    _write_starts(material, prose, options.out)
    write_table(options.topics, _learn_topics(material))
    lines, documents = material.list_lines(), material.list_documents()
    space, line_table = fit_space(documents), fit_lines(lines)
    write_space(options.space, space)
    write_table(options.out / LINE_WEIGHTS.name, line_table)
    if options.epochs:
        course = Course(
            tuple(material.articles),
            tuple(
                Page(text, page.items, find_fold(page.id))
                for page, text in (*FIRST * material.first, *material.marked)
            ),
            options.pages,
            options.epochs,
            read_table(options.start) if options.start else {},
            prose,
            fit_folds(lines),
            fit_fold_spaces(documents),
            options.forget,
        )
        learned = _learn_cues(course, options)
        if material.checks:
            weights = Weights(
                cues=make_cue_table(learned),
                prose=prose.hold_out(()),
                lines=make_line_model(line_table),
                space=space,
            )
            pages = deal_check_pages(material.checks, options.pages)
            say(f"check: {tell(check(pages, weights))}")
    return 0


def _write_heads(material: Material, folder: Path) -> None:
    printed = chain.from_iterable(list_page_heads(page, text) for page, text in material.pages)
    heads = fit_heads([*list_article_heads([*material.written, *material.headed], seed=1), *printed])
    write_table(folder / cue_table.HEADS.name, nest(heads, LEAST))
    if material.checks:
        share = measure_heads(heads, list_article_heads(material.checks, 2, 1))
        say(f"heads: {share:.3f} of {len(material.checks)} check articles")


def _write_prose(material: Material, path: Path) -> CountedProse:
    counts = count_articles(material.written)
    for page, _ in material.pages:
        counts += count_items(page.items)
    write_counts(path, counts)
    return collect_prose(counts)


def _write_starts(material: Material, prose: CountedProse, folder: Path) -> None:
    starts = [
        *list_starts(material.articles, prose, are_counted=True),
        *list_starts(material.judged, prose, are_counted=False),
    ]
    write_table(folder / cue_table.STARTS.name, fit_starts(starts))
    whole, torn = measure_starts(starts)
    say(f"starts: {whole:.3f} of whole and {torn:.3f} of torn texts by other writers taken for torn")


def _learn_topics(material: Material) -> WeightTable:
    """The weights of words by the pages' articles and by collections of judged ones."""
    authorities = load_authorities(default_folder())
    pages = [
        *(_accept_second(page.items) for page, _ in material.first),
        *(page.items for page, _ in material.marked),
    ]
    lessons = list_lessons([*chain.from_iterable(pages), *material.judged], authorities)
    return fit_topics(lessons, authorities)


def _learn_cues(course: Course, options: argparse.Namespace) -> WeightTable:
    learned = learn_together(course, options.runs, options.seed, options.processes)
    if options.mean_with:
        tables = [learned, *map(read_table, options.mean_with)]
        learned = average(list(map(flatten, tables)), LEAST)
    write_table(options.out / cue_table.CUES.name, learned)
    return learned


def _accept_second(items: Iterable[GoldItem]) -> Iterator[GoldItem]:
    """Nobody judged what else would pass for the main topic of the first pages' articles: their second does."""
    return (replace(item, topics_accept=item.topics[1:]) for item in items)


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


if __name__ == "__main__":
    sys.exit(main())

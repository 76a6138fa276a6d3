"""Courses: learners that read pages epoch by epoch, side by side."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from multiprocessing import get_context
from random import Random

from plugins.authorities import Places, default_folder, load_authorities
from plugins.converter.language.latent_space import LatentSpace
from plugins.converter.language.weight_table import WeightTable
from plugins.converter.scoring.cue_table import make_cue_table
from plugins.converter.scoring.line_model import LineModel
from plugins.converter.scoring.weights import Weights
from tests.converter.fitting.forgetting import forget
from tests.converter.fitting.lessons import prepare_lesson
from tests.converter.fitting.pages import Page, deal_pages
from tests.converter.fitting.perceptron import Learner, Lection, average, flatten, nest, study
from tests.converter.fitting.prose import CountedProse
from tests.converter.page_maker.article import Article
from tests.converter.page_maker.page import MadePage

# Pages that are read before the weights move.
BATCH = 8
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


def learn_together(course: Course, runs: int, seed: int, processes: int) -> WeightTable:
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
        say(f"seed {seed}, epoch {epoch + 1}: {tell(_teach(learner, pages, course, dice))}")
    return learner.average()


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


def check(pages: Iterable[MadePage], weights: Weights) -> list[Lection]:
    """Read pages that nothing was learned from."""
    lessons = (prepare_lesson(page.text, page.gold.items, _places(), weights) for page in pages)
    return [study(lesson) for lesson in lessons if lesson is not None]


@cache
def _places() -> Places:
    return load_authorities(default_folder()).places


def tell(lections: Sequence[Lection]) -> str:
    """What was right before the lessons, in words."""
    right, count = sum(one.right for one in lections), sum(one.articles for one in lections)
    unreachable = sum(not one.reachable for one in lections)
    return f"{right / max(1, count):.3f} of {count} articles right; {unreachable} of {len(lections)} pages out of reach"


def say(line: str) -> None:
    """Print a line at once: an epoch takes minutes."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()

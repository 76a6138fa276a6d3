"""Starts: which texts begin amid a sentence, learned from texts that were torn on purpose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from random import Random
from statistics import fmean
from typing import NamedTuple

import numpy as np

from plugins.converter.description.start_cues import ANY, SURE, list_start_cues
from plugins.converter.language.prose import ProseModel
from plugins.converter.language.weight_table import WeightTable
from tests.converter.fitting.folds import FOLDS, find_fold
from tests.converter.fitting.prose import CountedProse, count_articles
from tests.converter.fitting.regression import Prior, fit_log_linear, list_strong, tabulate_features
from tests.converter.page_maker.article import SUBHEAD, Article
from tests.converter.page_maker.cutting import list_cuts

PRIOR = Prior(decay=20.0, decay_alone=20.0)
STEPS = 80
# A text is torn in so many ways, and counts as whole so often, so the prior weighs as much more.
TORN = 3
LEAST = 40
# Cues of fewer starts tell more of those texts than of starts.
SELDOM = 3
# Weights nearer to 0 decide nothing.
FAINT = 0.05


class Start(NamedTuple):
    """The cues of a text's start, whether it was torn, and the name of its article."""

    cues: tuple[str, ...]
    is_torn: bool
    source: str


def list_starts(articles: Iterable[Article], prose: CountedProse, are_counted: bool) -> Iterator[Start]:
    """Whole and torn starts of articles. What `prose` counted of an article itself tells nothing of it."""
    dice = Random(1)
    for one in articles:
        body = [line for line in one.body if not line.startswith(SUBHEAD)]
        if one.kind == "article" and body and len(body[0]) >= LEAST:
            own = count_articles([one]) if are_counted else {}
            yield from _list_starts(one.name, body[0], prose.without(own), dice)


def _list_starts(name: str, text: str, prose: ProseModel, dice: Random) -> Iterator[Start]:
    cuts = [at for at in list_cuts(text) if at < len(text) - LEAST // 2]
    yield from TORN * [Start(tuple(list_start_cues(text, prose)), False, name)]
    for at in (dice.choice(cuts) for _ in range(TORN) if cuts):
        yield Start(tuple(list_start_cues(text[at:], prose)), True, name)


def fit_starts(starts: Iterable[Start]) -> WeightTable:
    """Learn the weights of the cues of starts: how much each speaks for lost words, in nats."""
    told = list(starts)
    met = Counter(cue for start in told for cue in start.cues)
    names = sorted(cue for cue, times in met.items() if times >= SELDOM and cue != ANY)
    features = tabulate_features((dict.fromkeys(start.cues, 1.0) for start in told), names)
    targets = np.array([[start.is_torn, not start.is_torn] for start in told], dtype=np.float64)
    found = fit_log_linear(features, targets, PRIOR, STEPS)
    strong = list_strong(names, found.weights[:, 0] - found.weights[:, 1], FAINT)
    return {"lost": {ANY: float(found.alone[0] - found.alone[1])} | strong}


def measure_starts(starts: Sequence[Start]) -> tuple[float, float]:
    """The shares of whole and of torn texts that are taken for torn, each by what other writers' texts taught."""
    taken: dict[bool, list[bool]] = {False: [], True: []}
    for fold in range(FOLDS):
        table = fit_starts(start for start in starts if find_fold(start.source) != fold)["lost"]
        for start in (start for start in starts if find_fold(start.source) == fold):
            taken[start.is_torn].append(sum(table.get(cue, 0.0) for cue in start.cues) > SURE)
    return fmean(taken[False]), fmean(taken[True])

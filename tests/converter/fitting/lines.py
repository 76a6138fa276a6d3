"""Lines: what kind each is, learned from marked pages, articles and lists of lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from plugins.converter.language.weight_table import WeightTable
from plugins.converter.scoring.line_model import (
    ANY,
    LONGEST,
    LOUDNESS,
    LineModel,
    list_grams,
    make_line_model,
)
from tests.converter.fitting.folds import FOLDS, find_fold
from tests.converter.fitting.regression import Prior, fit_log_linear, list_strong, tabulate_features
from tests.converter.page_maker.article import SUBHEAD, Article
from tests.converter.page_maker.gold import GoldItem

KINDS = ("display", "subhead", "byline", "text", "caption", "furniture", "advertisement", "notice")
# What the roles of an article's lines are.
ROLES = {
    "kicker": "display",
    "headline": "display",
    "deck": "display",
    "subhead": "subhead",
    "byline": "byline",
}
# The lists say more finely what a line is.
NAMES = {
    **dict.fromkeys(
        ("column_label", "jump", "hotline", "slogan", "credit", "folio", "weather_box", "page_list"),
        "furniture",
    ),
    "headline": "display",
    "signature": "notice",
}
# Grams of fewer lines tell more of those lines than of kinds.
LEAST = 3
PRIOR = Prior(decay=0.5, decay_alone=0.05)
STEPS = 80
# Weights nearer to 0 decide nothing.
FAINT = 0.2


class LineError(Exception):
    """A list of lines that cannot be read; the message names file, line and what to do."""


class Line(NamedTuple):
    """A printed line, its kind, and the name of its page or article; none for a line of a list."""

    text: str
    kind: str
    source: str = ""


def list_page_lines(name: str, text: str, items: Iterable[GoldItem]) -> Iterator[Line]:
    """The lines of a page that one element fills."""
    lines = text.split("\n")
    for item in items:
        for element in item.elements:
            kind = ROLES.get(element.role, "text") if item.kind == "article" else item.kind
            for line, start, end in element.spans:
                if lines[line - 1].strip() == lines[line - 1][start:end].strip():
                    yield Line(lines[line - 1], kind, name)


def list_article_lines(article: Article) -> Iterator[Line]:
    """The lines that an article is printed in."""
    if article.kind != "article":
        texts = [(text, article.kind) for text in (article.headline, *article.body)]
    else:
        texts = [(text, "display") for text in (article.kicker, article.headline, article.deck)]
        texts += [
            (line.removeprefix(SUBHEAD), "subhead" if line.startswith(SUBHEAD) else "text")
            for line in article.body
        ]
        texts += [(article.byline, "byline"), (article.caption, "caption")]
    yield from (Line(text, kind, article.name) for text, kind in texts if text)


def read_lines(folder: Path) -> Iterator[Line]:
    """The lines of all lists of a folder: `kind`, a tab, the line. Raises LineError."""
    for path in sorted(folder.glob("*.tsv")):
        for number, row in enumerate(path.read_text("utf-8").splitlines(), 1):
            name, tab, text = row.partition("\t")
            kind = NAMES.get(name, name)
            if not tab or kind not in KINDS:
                known = ", ".join(sorted({*NAMES, *KINDS}))
                raise LineError(f"{path}:{number}: write a kind, a tab, a line; kinds are {known}")
            yield Line(text, kind)


def fit_lines(lines: Iterable[Line]) -> WeightTable:
    """Learn a table of weights, in nats, for `line_model.make_line_model`."""
    told = [line for line in lines if 0 < len(line.text.strip()) <= LONGEST]
    cases = [_weigh_grams(line.text) for line in told]
    met = Counter(gram for case in cases for gram in case)
    grams = sorted(gram for gram, times in met.items() if times >= LEAST)
    targets = np.zeros((len(told), len(KINDS)))
    targets[np.arange(len(told)), [KINDS.index(line.kind) for line in told]] = 1.0
    found = fit_log_linear(tabulate_features(cases, grams), targets, PRIOR, STEPS)
    return {
        kind: {ANY: float(alone)} | list_strong(grams, weights, FAINT)
        for kind, alone, weights in zip(KINDS, found.alone, found.weights.T, strict=True)
    }


def _weigh_grams(text: str) -> Mapping[str, float]:
    grams = list_grams(text)
    return dict.fromkeys(grams, LOUDNESS / len(grams) ** 0.5)


def fit_folds(lines: Sequence[Line]) -> tuple[LineModel, ...]:
    """A model for the pages of each fold: learned from the lines of all others."""
    return tuple(make_line_model(fit_lines(_leave_out(lines, fold))) for fold in range(FOLDS))


def _leave_out(lines: Sequence[Line], fold: int) -> Iterator[Line]:
    """The lines of the other folds, and those of the lists that do not stand in this one."""
    own = {line.text.strip() for line in lines if line.source and find_fold(line.source) == fold}
    for line in lines:
        if find_fold(line.source) != fold if line.source else line.text.strip() not in own:
            yield line

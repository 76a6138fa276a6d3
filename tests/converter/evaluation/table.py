"""The table of scores for people."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from tests.converter.evaluation.groups import Measured
from tests.converter.evaluation.scores import SCORE_NAMES

HEADS = {
    "exact": "exact",
    "bcubed": "B³ F1",
    "headline": "head",
    "paragraphs": "par F1",
    "byline": "by F1",
    "kind": "kind",
    "city": "city",
    "county": "county",
    "topic": "topic",
    "incomplete_precision": "inc P",
    "incomplete_recall": "inc R",
    "wrong_in_least_certain": "fifth",
    "lossless": "lossl",
}


def print_scores(console: Console, measured: Measured) -> None:
    """One row a group of pages: pages, articles, then each score in per cent."""
    table = Table("pages of", "pages", "art.", *(HEADS[name] for name in SCORE_NAMES))
    for group, scores in measured.scores.items():
        cells = [_show(getattr(scores, name)) for name in SCORE_NAMES]
        table.add_row(group, *map(str, measured.counts[group]), *cells)
    console.print(table)


def _show(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"

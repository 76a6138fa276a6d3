"""Every query in Node: what is found, and what it costs before the first list."""

from __future__ import annotations

import gzip
from collections import defaultdict
from typing import Any

from plugins.search_index.scripts import bundle_script
from tests.search_index.bench import goals, report
from tests.search_index.bench.goals import Figure
from tests.search_index.bench.node import SCRIPTS, run_queries
from tests.search_index.bench.quality import Quality, judge, quantile
from tests.search_index.bench.queries import Query
from tests.search_index.bench.scene import Scene


def measure_in_node(scene: Scene) -> tuple[dict[str, Quality], list[Figure]]:
    """Ask every query in Node: quality, and what each class costs."""
    task = scene.task
    texts = [query.text for query in scene.queries]
    answers = run_queries(scene.index, task.corpus, task.articles, texts, full=True)
    by_kind: dict[str, list[tuple[Query, dict[str, Any]]]] = defaultdict(list)
    for query, answer in zip(scene.queries, answers, strict=True):
        by_kind[query.kind].append((query, answer))
    script = len(gzip.compress(bundle_script(SCRIPTS / "engine.js").encode(), mtime=0))
    rows = [_cost_row(kind, [answer for _, answer in pairs], script) for kind, pairs in by_kind.items()]
    rows.append(_cost_row("all", answers, script))
    heads = [
        "engine and index",
        "and texts (plain)",
        "requests",
        "texts",
        "waves p50/p95/max, texts too",
        "cold",
        "warm",
    ]
    report.show_rows(scene.console, "Node: before the first list, median / p95", heads, rows)
    titles = by_kind["exact title"]
    first = sum(_is_first(scene, query, answer) for query, answer in titles) / max(1, len(titles))
    looking = sum(answer["looking"] > 0 for answer in answers)
    scene.console.print(f"engine as published: {script / 1024:.1f} KB (gzip)")
    scene.console.print(f"queries that were answered without a hit first, as still looking: {looking}")
    qualities = {
        kind: judge((scene.truth[query.text], answer["all"], answer["first"]) for query, answer in pairs)
        for kind, pairs in by_kind.items()
    }
    sent = [script + answer["bytes"] + answer["textBytes"] for answer in answers]
    waves = max(answer["waves"] for answer in answers)
    return qualities, [
        *goals.quality_figures(qualities.values()),
        goals.at_least("exact title in first place", first, 0.99),
        *goals.byte_figures("Node", sent, task.articles),
        goals.at_most("waves, texts too, Node, most", waves, goals.WAVES),
    ]


def _cost_row(kind: str, answers: list[dict[str, Any]], script: int) -> list[str]:
    waves = [answer["waves"] for answer in answers]
    return [
        kind,
        report.kilobytes(script + answer["bytes"] for answer in answers),
        report.kilobytes(script + answer["bytes"] + answer["textBytes"] for answer in answers),
        f"{quantile((answer['requests'] for answer in answers), 0.5):.0f}",
        f"{quantile((answer['texts'] for answer in answers), 0.5):.0f}",
        f"{quantile(waves, 0.5):.0f} / {quantile(waves, 0.95):.0f} / {max(waves)}",
        report.milliseconds(answer["cold"] for answer in answers),
        report.milliseconds(answer["warm"] for answer in answers),
    ]


def _is_first(scene: Scene, query: Query, answer: dict[str, Any]) -> bool:
    """Whether the first result is the article, or another one with the same title."""
    titles = {article.id: article.title.strip() for article in scene.articles}
    return bool(answer["first"]) and titles[answer["first"][0]] == query.text

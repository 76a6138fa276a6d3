"""The whole measurement, step by step."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from tests.search_index.bench import goals, pagefind, report
from tests.search_index.bench.build import build_index, count_changed
from tests.search_index.bench.chromium import open_chromium
from tests.search_index.bench.corpus import find_truth, read_articles
from tests.search_index.bench.five_pages import measure_five_pages
from tests.search_index.bench.goals import Figure
from tests.search_index.bench.in_chromium import measure_in_chromium, measure_pagefind
from tests.search_index.bench.in_node import measure_in_node
from tests.search_index.bench.queries import draw_queries
from tests.search_index.bench.scene import Scene, Task

# The size of a newspaper page's harvest: what is added to see how many files change.
NEW_ARTICLES = 8


def run_bench(task: Task, folder: Path, console: Console) -> None:
    """Build, ask, print; the figures beside their goals come last."""
    articles = read_articles(task.corpus)
    queries = draw_queries(articles, task.queries, task.seed)
    truth = {query.text: find_truth(articles, query.text) for query in queries}
    scene = Scene(task, folder, console, articles, queries, truth)
    console.print(f"{len(articles):,} articles, {len(queries)} queries, seed {task.seed}")
    build_figures = measure_builds(scene)
    quality, figures = measure_in_node(scene)
    qualities = {"jianbao": quality}
    if task.chromium:
        with open_chromium(task.chromium) as page:
            figures += measure_in_chromium(scene, page)
            if task.pagefind:
                qualities["pagefind"] = measure_pagefind(scene, page)
    figures += build_figures
    if task.chromium:
        with open_chromium(task.chromium) as page:
            figures += measure_five_pages(page, folder / "five")
    report.show_quality(console, qualities)
    goals.show(console, figures)


def measure_builds(scene: Scene) -> list[Figure]:
    """Build our index, the same with a page less, and Pagefind's."""
    task = scene.task
    ours = build_index(task.corpus, task.articles, scene.index)
    rows = [["jianbao", *report.build_cells(ours, task.articles)]]
    if task.pagefind and task.chromium:
        rows.append(
            ["pagefind", *report.build_cells(pagefind.build_site(scene.articles, scene.site), task.articles)]
        )
    heads = ["raw bytes an article", "files", "build CPU", "peak memory"]
    report.show_rows(scene.console, "index", heads, rows)
    before = scene.folder / "before"
    build_index(task.corpus, task.articles - NEW_ARTICLES, before)
    changed, files = count_changed(before, scene.index)
    scene.console.print(
        f"the last {NEW_ARTICLES} articles changed {changed} of {files} files ({changed / files:.1%})"
    )
    return goals.build_figures(ours, task.articles, changed / files)

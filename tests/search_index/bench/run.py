"""The whole measurement, step by step."""

from __future__ import annotations

import gzip
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from typing import Any

from playwright.sync_api import Page
from rich.console import Console

from plugins.search_index.scripts import bundle_script, bundle_scripts
from tests.search_index.bench import pagefind, pages, report
from tests.search_index.bench.build import build_index, count_changed
from tests.search_index.bench.chromium import FirstList, ask_fresh, ask_warm, open_chromium
from tests.search_index.bench.corpus import Article, find_truth, read_articles
from tests.search_index.bench.node import SCRIPTS, run_queries
from tests.search_index.bench.quality import Quality, judge, quantile
from tests.search_index.bench.queries import Query, draw_queries
from tests.search_index.bench.server import CountingServer

# The size of a newspaper page's harvest: what is added to see how many files change.
NEW_ARTICLES = 8

# Seconds that every answer takes on fresh pages; a quick server would end some requests of a wave before others begin.
PAUSE = 0.03


@dataclass(frozen=True, slots=True)
class Task:
    """What to measure."""

    corpus: Path
    articles: int
    queries: int
    fresh: int
    seed: int
    chromium: str | None
    pagefind: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """What all steps share."""

    task: Task
    folder: Path
    console: Console
    articles: list[Article]
    queries: list[Query]
    truth: dict[str, list[str | int]]

    @property
    def index(self) -> Path:
        return self.folder / "index"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def fresh_queries(self) -> list[Query]:
        """The first queries of each class."""
        count: dict[str, int] = defaultdict(int)
        kept = []
        for query in self.queries:
            count[query.kind] += 1
            if count[query.kind] <= self.task.fresh:
                kept.append(query)
        return kept


def run_bench(task: Task, folder: Path, console: Console) -> None:
    """Build, ask, print."""
    articles = read_articles(task.corpus, task.articles)
    queries = draw_queries(articles, task.queries, task.seed)
    truth = {query.text: find_truth(articles, query.text) for query in queries}
    scene = Scene(task, folder, console, articles, queries, truth)
    console.print(f"{len(articles):,} articles, {len(queries)} queries, seed {task.seed}")
    measure_builds(scene)
    qualities = {"jianbao": measure_in_node(scene)}
    if task.chromium:
        with open_chromium(task.chromium) as page:
            measure_in_chromium(scene, page)
            if task.pagefind:
                qualities["pagefind"] = measure_pagefind(scene, page)
    report.show_quality(console, qualities)


def measure_builds(scene: Scene) -> None:
    """Build our index, the same with a page more, and Pagefind's."""
    task = scene.task
    rows = [
        ["jianbao", *report.build_cells(build_index(task.corpus, task.articles, scene.index), task.articles)]
    ]
    if task.pagefind and task.chromium:
        rows.append(
            ["pagefind", *report.build_cells(pagefind.build_site(scene.articles, scene.site), task.articles)]
        )
    heads = ["raw bytes an article", "files", "build CPU", "peak memory"]
    report.show_rows(scene.console, "index", heads, rows)
    grown = scene.folder / "grown"
    build_index(task.corpus, task.articles + NEW_ARTICLES, grown)
    changed, files = count_changed(scene.index, grown)
    scene.console.print(
        f"{NEW_ARTICLES} articles more change {changed} of {files} files ({changed / files:.1%})"
    )


def measure_in_node(scene: Scene) -> dict[str, Quality]:
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
    scene.console.print(
        f"exact title in first place: {first:.3f}; engine as published: {script / 1024:.1f} KB (gzip)"
    )
    return {
        kind: judge((scene.truth[query.text], answer["all"], answer["first"]) for query, answer in pairs)
        for kind, pairs in by_kind.items()
    }


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


def measure_in_chromium(scene: Scene, page: Page) -> None:
    """Ask on fresh pages, with the scripts as they are published, then all queries on a warm one."""
    scripts = scene.folder / "js"
    copytree(SCRIPTS.parent, scripts)
    bundle_scripts(scripts)
    bodies = {str(article.id): f"{article.title}\n{article.body}".encode() for article in scene.articles}

    def find(path: str) -> bytes | None:
        head, _, rest = path.removeprefix("/").partition("/")
        if head == "ours.html":
            return pages.OURS.encode()
        if head == "text":
            return bodies.get(rest)
        file = {"engine": scripts / "search", "index": scene.index}.get(head, scene.index / "none") / rest
        return file.read_bytes() if file.is_file() else None

    server = CountingServer(find, PAUSE)
    lists = ask_fresh(page, server, "ours.html", [query.text for query in scene.fresh_queries()])
    server.pause = 0.0
    warm = ask_warm(page, server, [query.text for query in scene.queries])
    server.close()
    rows = [
        ["scripts and index", report.kilobytes(item.bytes_of("/engine/", "/index/") for item in lists)],
        [
            "and texts (plain)",
            report.kilobytes(item.bytes_of("/engine/", "/index/", "/text/") for item in lists),
        ],
        ["waves p50 / p95 / max", _write_waves(lists)],
        ["time of the query", report.milliseconds(item.answer["time"] for item in lists)],
        ["warm query", report.milliseconds(warm)],
    ]
    report.show_rows(
        scene.console, "Chromium, fresh page, 30 ms an answer: jianbao, median / p95", ["first list"], rows
    )


def _write_waves(lists: list[FirstList]) -> str:
    waves = [item.answer["waves"] for item in lists]
    return f"{quantile(waves, 0.5):.0f} / {quantile(waves, 0.95):.0f} / {max(waves)}"


def measure_pagefind(scene: Scene, page: Page) -> dict[str, Quality]:
    """Ask Pagefind on fresh pages."""
    fragments = pagefind.read_fragments(scene.site)

    def find(path: str) -> bytes | None:
        if path == "/pagefind.html":
            return pages.PAGEFIND.encode()
        file = scene.site / path.removeprefix("/")
        return file.read_bytes() if file.is_file() else None

    server = CountingServer(find, PAUSE)
    queries = scene.fresh_queries()
    lists = ask_fresh(page, server, "pagefind.html", [query.text for query in queries])
    server.close()
    rows = [
        ["scripts and index", report.kilobytes(item.bytes_of("/pagefind/") for item in lists)],
        ["waves", "not seen: a worker asks"],
        ["time of the query", report.milliseconds(item.answer["time"] for item in lists)],
    ]
    report.show_rows(
        scene.console, "Chromium, fresh page, 30 ms an answer: pagefind, median / p95", ["first list"], rows
    )
    answers: dict[str, list[tuple[list[str | int], list[str | int], list[str | int]]]] = defaultdict(list)
    for query, item in zip(queries, lists, strict=True):
        true: list[str | int] = [str(number) for number in scene.truth[query.text]]
        answers[query.kind].append(
            (true, [fragments[name] for name in item.answer["all"]], item.answer["first"])
        )
    return {kind: judge(triples) for kind, triples in answers.items()}

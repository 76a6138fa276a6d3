"""The same queries in Chromium, for our engine and for Pagefind."""

from __future__ import annotations

from collections import defaultdict

from playwright.sync_api import Page

from plugins.search_index.scripts import bundle_scripts
from tests.search_index.bench import goals, pagefind, pages, report
from tests.search_index.bench.chromium import FirstList, ask_fresh, ask_warm
from tests.search_index.bench.goals import Figure
from tests.search_index.bench.node import SCRIPTS
from tests.search_index.bench.quality import Quality, judge, quantile
from tests.search_index.bench.scene import Scene
from tests.search_index.bench.server import CountingServer

# Seconds that every answer takes on fresh pages; a quick server would end some requests of a wave before others begin.
PAUSE = 0.03


def measure_in_chromium(scene: Scene, page: Page) -> list[Figure]:
    """Ask on fresh pages, with the scripts as they are published, then all queries on a warm one."""
    scripts = scene.folder / "js"
    bundle_scripts(SCRIPTS.parent, scripts)
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
    sent = [item.bytes_of("/engine/", "/index/", "/text/") for item in lists]
    waves = max(item.answer["waves"] for item in lists)
    return [
        *goals.byte_figures("Chromium", sent, scene.task.articles),
        goals.at_most("waves, texts too, Chromium, most", waves, goals.WAVES),
        goals.warm_figure(warm, scene.task.articles),
    ]


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

"""The engines in Chromium: what a reader waits for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright

from tests.chromium import FLAGS
from tests.search_index.bench.server import CountingServer


@dataclass(frozen=True, slots=True)
class FirstList:
    """A query asked on a fresh page."""

    query: str
    answer: dict[str, Any]
    sent: list[tuple[str, int]]

    def bytes_of(self, *prefixes: str) -> int:
        return sum(size for path, size in self.sent if path.startswith(prefixes))


@contextmanager
def open_chromium(executable: str) -> Iterator[Page]:
    """Start Chromium and give a page of it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        try:
            yield browser.new_page()
        finally:
            browser.close()


def ask_fresh(page: Page, server: CountingServer, name: str, queries: list[str]) -> list[FirstList]:
    """Open a page anew for each query and wait for its first list."""
    lists = []
    for query in queries:
        server.take()
        page.goto(f"{server.address}/{name}?q={quote(query)}")
        page.wait_for_function("window.answer", timeout=60_000)
        lists.append(FirstList(query, page.evaluate("window.answer"), server.take()))
    return lists


# Queries asked again together: more than the engine keeps answers of, so that each is worked out anew.
_ROUND = 20


def ask_warm(page: Page, server: CountingServer, queries: list[str]) -> list[float]:
    """Ask all queries twice on one page; return the milliseconds of the second time, when no file is missing."""
    page.goto(f"{server.address}/ours.html")
    page.wait_for_function("window.answer")
    times: list[float] = []
    for start in range(0, len(queries), _ROUND):
        some = queries[start : start + _ROUND]
        for query in some:
            page.evaluate("(query) => ask(query)", query)
        times += [float(page.evaluate("(query) => ask(query)", query)) for query in some]
    return times

"""What the search page of this archive fetches before its first list, and in how many rounds."""

import gzip
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from tests.site.built_site import Site

pytestmark = pytest.mark.browser

# Scripts and index of the first list, as gzip sends them.
MOST_BYTES = 40 * 1024
OTHER_SCRIPTS = ("theme/js/site.js", "theme/js/preferences.js", "theme/js/appearance.js")
QUERIES = ("电子健康卡", "聊城", "0635-8451234", "蔡霞主任")

# Notes when the first result is in the page.
MARK = """
new MutationObserver((_, observer) => {
    if (!document.querySelector(".results a")) return;
    window.firstList = Date.now();
    observer.disconnect();
}).observe(document, {childList: true, subtree: true});
"""


def first_list(page: Page, site: Site, query: str) -> dict[str, int]:
    """The scripts of the search and files of the index that are asked for before the first list, with their waves.

    A request belongs to the wave after those of them that had ended when it began.
    """
    waves: dict[str, int] = {}
    begun: dict[str, float] = {}

    def read_path(request: Request) -> str:
        return urlsplit(request.url.removeprefix(site.address)).path

    def begin(request: Request) -> None:
        path = read_path(request)
        if path.startswith(("theme/js/search", "search/index/")):
            waves.setdefault(path, 1 + max((waves[ended] for ended in begun), default=0))

    def end(request: Request) -> None:
        if read_path(request) in waves:
            begun.setdefault(read_path(request), request.timing["startTime"])

    page.on("request", begin)
    page.on("requestfinished", end)
    page.add_init_script(MARK)
    page.goto(f"{site.address}search/?q={query}", wait_until="commit")
    expect(page.locator(".results a").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    shown = page.evaluate("window.firstList")
    return {path: waves[path] for path, time in begun.items() if time <= shown}


def size(site: Site, path: str) -> int:
    return len(gzip.compress((site.folder / path).read_bytes(), mtime=0))


@pytest.mark.parametrize("query", QUERIES)
def test_scripts_and_index_of_the_first_list_are_light(page: Page, site: Site, query: str) -> None:
    asked = first_list(page, site, query)
    assert {"search/index/manifest.json", "theme/js/search_page.js"} <= set(asked)
    counted = {path: size(site, path) for path in [*asked, *OTHER_SCRIPTS]}
    assert sum(counted.values()) <= MOST_BYTES, counted


def test_the_first_list_is_one_wave_after_the_script(page: Page, site: Site) -> None:
    asked = first_list(page, site, "电子健康卡")
    script = asked.pop("theme/js/search_page.js")
    assert set(asked) == {"theme/js/search/worker.js", "search/index/manifest.json"}
    assert max(asked.values()) == script + 1


def test_suggestions_wait_for_the_first_letter(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.address}search/")
    page.wait_for_load_state("networkidle")
    assert not any("search/index/suggestions" in url for url in asked)
    page.get_by_role("combobox").press_sequentially("聊")
    expect(page.get_by_role("option").first).to_be_visible()
    assert any("search/index/suggestions" in url for url in asked)

"""What the search page fetches before its first list, and in how many rounds."""

import gzip
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, expect

from tests.site.built_site import Site

QUERIES = ("电子健康卡", "聊城", "0635-8451234", "蔡霞主任")
SCRIPT = "theme/js/search_page.js"
# The scripts that every page of the site has.
OTHER_SCRIPTS = ("theme/js/site.js", "theme/js/preferences.js", "theme/js/appearance.js")

# Notes when the first result is in the page: when it has changed, or asks its worker for something more, which another
# thread may do before the change is told.
MARK = """
const note = () => {
    if (document.querySelector(".results a")) window.firstList ??= Date.now();
};
new MutationObserver(note).observe(document, {childList: true, subtree: true});
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (...message) {
    note();
    post.apply(this, message);
};
"""


def watch_first_list(page: Page, site: Site, query: str) -> dict[str, int]:
    """Return the scripts of the search and files of the index asked for before the first list, with their waves.

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


def count_bytes(site: Site, asked: dict[str, int]) -> dict[str, int]:
    """Return the sizes of what was asked for, and of the scripts of every page, as gzip sends them."""
    return {
        path: len(gzip.compress((site.folder / path).read_bytes(), mtime=0))
        for path in [*asked, *OTHER_SCRIPTS]
    }

"""The site, built once for each base path, and a browser that notes what goes wrong."""

from collections.abc import Iterator
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from tests.site.base_path_server import BasePathServer
from tests.site.built_site import Site, finish_build, start_build
from tests.site.invented_archive import convert_archive

BASES = ("/", "/repo/")


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Site]]:
    """The published site under every base path, served."""
    with ExitStack() as servers:
        built, builds = {}, []
        for number, base in enumerate(BASES):
            folder = tmp_path_factory.mktemp("site") / str(number)
            server = servers.enter_context(BasePathServer(folder, base))
            built[base] = Site(folder, server.address, base)
            builds.append(start_build(folder, server.address))
        for build in builds:
            finish_build(build)
        yield built


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The invented archive, converted, built as it would be published, and served under /repo/."""
    folder = tmp_path_factory.mktemp("invented")
    with BasePathServer(folder / "output", "/repo/") as server:
        content = convert_archive(folder / "content")
        finish_build(start_build(folder / "output", server.address, content))
        yield Site(folder / "output", server.address, "/repo/")


@pytest.fixture(params=BASES, ids=["root", "repo"])
def site(sites: dict[str, Site], request: pytest.FixtureRequest) -> Site:
    """The site at the root of a host, then under /repo/."""
    return sites[request.param]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser profile of its own."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(30_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A tab in which nothing may go wrong: no error in the console, no request to another host."""
    page = context.new_page()
    faults: list[str] = []
    watch(page, faults)
    yield page
    assert faults == []


def watch(page: Page, faults: list[str]) -> None:
    """Note every error and every request that leaves this machine."""

    def note_message(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            faults.append(f"{message.type}: {message.text}")

    def note_request(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.hostname != "127.0.0.1":
            faults.append(f"request to {request.url}")

    def note_failure(request: Request) -> None:
        # A tab that is led away breaks off what it was loading.
        if request.failure != "net::ERR_ABORTED":
            faults.append(f"failed: {request.url} {request.failure}")

    page.on("console", note_message)
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("request", note_request)
    page.on("requestfailed", note_failure)

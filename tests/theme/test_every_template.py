"""What holds for every template, in Chromium: no barrier, no sideways scrolling however large the text, no motion."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site.base_path_server import BasePathServer
from tests.theme.conftest import ROOT, run_build
from tests.theme.every_template import PAGES, PATHS
from tests.theme.long_lists import copy_long_content

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What can differ between light and dark.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
# A desktop window at 200 % has half as many pixels of twice the size.
ZOOMED = {"width": 640, "height": 400}
# What sticks out at the right, for the one who has to mend it.
OUTSIDE = """() => {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const isOutside = (element) => element.getBoundingClientRect().right > innerWidth + 0.5;
  const found = [...document.querySelectorAll("body *")].filter(isOutside);
  return found.map((element) => `${element.tagName}.${element.className?.baseVal ?? element.className}`);
}"""
# The colours that a reader who forces colours has chosen for text.
SYSTEM_COLOURS = """() => ["CanvasText", "GrayText"].map((name) => {
  const box = document.body.appendChild(document.createElement("i"));
  box.style.color = name;
  return getComputedStyle(box).color;
})"""


@pytest.fixture(scope="module")
def long_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small site with lists that go on, served under /repo/."""
    folder = tmp_path_factory.mktemp("long")
    with BasePathServer(folder / "output", "/repo/") as server:
        run = run_build(copy_long_content(folder), folder / "output", server.address.rstrip("/"))
        assert run.returncode == 0, run.stdout + run.stderr
        yield server.address


@contextmanager
def open_pages(browser: Browser, address: str, **settings: Any) -> Iterator[Iterator[tuple[str, Page]]]:
    """Go through a page of every template and form, each once all that it asks for has come."""
    context = browser.new_context(locale="zh-CN", bypass_csp=True, service_workers="block", **settings)
    context.set_default_timeout(60_000)
    page = context.new_page()

    def go_through() -> Iterator[tuple[str, Page]]:
        for path in PATHS:
            answer = page.goto(address + path)
            assert answer is not None
            assert answer.status == 200, path
            if path.startswith("search/"):
                page.wait_for_load_state("networkidle")
            yield path, page

    yield go_through()
    context.close()


def test_no_template_is_left_out() -> None:
    templates = {path.stem for path in (ROOT / "theme/templates").glob("*.html")} - {"base"}
    assert set(PAGES) == templates


@pytest.mark.parametrize(
    ("scheme", "rules"), [("light", RULES), ("dark", COLOUR_RULES)], ids=["light", "dark"]
)
def test_no_barrier(browser: Browser, long_address: str, scheme: str, rules: list[str]) -> None:
    found: dict[tuple[str, int], str] = {}
    with open_pages(browser, long_address, color_scheme=scheme) as pages:
        for path, page in pages:
            for viewport in (DESKTOP, PHONE):
                page.set_viewport_size(viewport)  # type: ignore[arg-type]
                result = Axe().run(page, options={"runOnly": rules})
                if result.violations_count:
                    found[path, viewport["width"]] = result.generate_report()
    assert found == {}


def test_nothing_sticks_out(browser: Browser, long_address: str) -> None:
    """On a phone, on a desktop zoomed to 200 %, and with text of twice the size on both."""
    found: dict[tuple[str, int, str], list[str]] = {}
    with open_pages(browser, long_address) as pages:
        for path, page in pages:
            for viewport, size in ((PHONE, "100%"), (PHONE, "200%"), (ZOOMED, "100%"), (DESKTOP, "200%")):
                page.set_viewport_size(viewport)  # type: ignore[arg-type]
                page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", size)
                if outside := page.evaluate(OUTSIDE):
                    found[path, viewport["width"], size] = outside
    assert found == {}


def test_nothing_moves_and_drawings_have_forced_colours(browser: Browser, long_address: str) -> None:
    """Browsers force the colours of texts and boxes by themselves, but leave those of drawings alone."""
    drawn: dict[str, set[str]] = {}
    forced = {"forced_colors": "active", "color_scheme": "dark", "reduced_motion": "reduce"}
    with open_pages(browser, long_address, viewport=DESKTOP, **forced) as pages:
        for path, page in pages:
            assert page.evaluate("document.getAnimations().length") == 0, path
            assert page.evaluate(OUTSIDE) == [], path
            drawn[path] = set(
                page.locator("main svg :is(circle, rect, text, tspan)").evaluate_all(
                    "parts => parts.map((part) => getComputedStyle(part).fill)"
                )
            )
        allowed = set(page.evaluate(SYSTEM_COLOURS))
    assert {path: colours - allowed for path, colours in drawn.items() if colours - allowed} == {}
    assert any(drawn.values())

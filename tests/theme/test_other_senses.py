"""Readers who do not use a mouse, who force their own colours, who enlarge the page or want no motion."""

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

ARTICLE = "articles/sample-0301-01/02/"
FOCUS = """() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { width, height } = element.getBoundingClientRect();
  const isSeen = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && width > 0 && height > 0;
  return [element.textContent.trim() || element.type, isSeen];
}"""


def test_keyboard_alone_reads_an_article(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="跳到正文")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    seen = {}
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        name, is_seen = page.evaluate(FOCUS)
        seen[name] = is_seen
    assert "首页" not in list(seen)[:5], "the link to the text leads past the masthead"
    assert {"莘县", "对照版面原文", "字大", "复制链接", "复制", "BibTeX、RIS、CSL-JSON"} <= set(seen)
    assert [name for name, is_seen in seen.items() if not is_seen] == []


def test_forced_colours_reach_the_drawings(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active", color_scheme="dark", service_workers="block")
    page = context.new_page()
    page.goto(address + "places/")
    ink = page.evaluate("getComputedStyle(document.body).color")
    for selector in ("svg a circle", "svg a text", "svg a .count"):
        fill = page.locator(selector).first.evaluate("(element) => getComputedStyle(element).fill")
        assert fill == ink, selector
    context.close()


def test_forced_colours_show_the_chosen_suggestion(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active", service_workers="block")
    page = context.new_page()
    page.route("**/search/index/**", lambda route: route.fulfill(status=200, body="{}"))
    page.goto(address + "search/")
    page.evaluate(
        """document.querySelector("main .search-form").insertAdjacentHTML("beforeend",
        '<ul class="suggestions"><li role="option" aria-selected="true">甲<li role="option">乙</ul>')"""
    )
    outlines = page.locator(".suggestions li").evaluate_all(
        "(rows) => rows.map((row) => getComputedStyle(row).outlineStyle)"
    )
    assert outlines == ["solid", "none"]
    context.close()

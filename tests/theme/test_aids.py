"""What helps readers, in Chromium: appearance, text size, copying, page view, traditional characters, offline."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser

ARTICLE = "articles/sample-0301-01/02/"


def read_ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


# What the page was told before there is anything to paint.
FIRST_APPEARANCE = """new MutationObserver((_, observer) => {
  if (!document.body) return;
  observer.disconnect();
  window.firstAppearance = document.documentElement.dataset.appearance;
}).observe(document, { childList: true, subtree: true })"""


def test_dark_by_hand_lasts_and_does_not_flash(page: Page, address: str) -> None:
    page.goto(address)
    light = read_ground(page)
    page.get_by_role("button", name="深色").click()
    dark = read_ground(page)
    assert dark != light
    page.add_init_script(FIRST_APPEARANCE)
    page.goto(address + ARTICLE)
    assert page.evaluate("window.firstAppearance") == "dark", "the first thing painted would be light"
    assert read_ground(page) == dark
    page.get_by_role("button", name="浅色").click()
    assert read_ground(page) == light


def test_text_size_grows_and_lasts(page: Page, address: str) -> None:
    size = "parseFloat(getComputedStyle(document.querySelector('article p:last-child')).fontSize)"
    page.goto(address + ARTICLE)
    before = page.evaluate(size)
    page.get_by_role("button", name="字大").click()
    larger = page.evaluate(size)
    assert larger > before
    page.reload()
    assert page.evaluate(size) == larger


def test_link_and_citation_are_copied(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    page.get_by_role("button", name="复制链接").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == address + ARTICLE
    page.locator(".citation p + .copies button").click()
    assert page.evaluate("navigator.clipboard.readText()") == (
        "张三, 李四. 莘县图书馆请来村医义诊[N]. 齐鲁晚报, 2023-03-01(01)."
    )


def test_citation_is_saved_as_a_file(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    page.get_by_text("BibTeX、RIS").click()
    with page.expect_download() as started:
        page.get_by_role("button", name="下载").nth(1).click()
    assert started.value.suggested_filename.endswith(".ris")
    assert "TY  - NEWS" in Path(started.value.path()).read_text("utf-8")


def test_hits_are_marked_in_the_article(page: Page, address: str) -> None:
    page.goto(f"{address}{ARTICLE}?hl=图书馆&hl=健康账")
    page.wait_for_function("CSS.highlights.get('hit')?.size === 6")


def test_traditional_characters_by_hand_and_back(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    page.get_by_role("button", name="繁體").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("莘縣圖書館請來村醫義診")
    page.goto(address)
    expect(page.get_by_role("main")).to_contain_text("城市與區縣")
    page.get_by_role("button", name="简体").click()
    expect(page.get_by_role("main")).to_contain_text("城市与区县")


def test_what_was_read_is_there_without_a_network(page: Page, context: BrowserContext, address: str) -> None:
    page.goto(address)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    page.goto(address + ARTICLE)
    page.wait_for_function(
        "caches.open('jianbao-read').then((cache) => cache.match(location.href)).then((found) => Boolean(found))"
    )
    context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("莘县图书馆请来村医义诊")
    context.set_offline(False)


def test_newer_page_is_shown_not_the_kept_one(page: Page, address: str, served: Path) -> None:
    page.goto(address)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    home = served / "index.html"
    original = home.read_text("utf-8")
    try:
        page.goto(address)
        home.write_text(original.replace("最新版面", "更新的版面"), "utf-8")
        os.utime(home, (2_000_000_000, 2_000_000_000))
        page.goto(address)
        expect(page.get_by_role("main")).to_contain_text("更新的版面")
    finally:
        home.write_text(original, "utf-8")


def test_an_unread_page_says_so_without_a_network(context: BrowserContext, address: str) -> None:
    page = context.new_page()  # without the fixture's ear for faults: a lost network is one
    page.goto(address)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    context.set_offline(True)
    page.goto(address + "topics/")
    expect(page.get_by_role("heading", level=1)).to_have_text("没有网络")
    page.get_by_role("link", name="回到首页").click()
    expect(page.get_by_role("heading", name="最新版面")).to_be_visible()
    context.set_offline(False)


@pytest.mark.parametrize(
    "path", ["", ARTICLE, "search/", "pages/sample-0301-01/", "pages/sample-0301-01/#lines-02"]
)
def test_nothing_moves_while_a_page_loads(page: Page, address: str, path: str) -> None:
    page.add_init_script(
        "window.shifts = [];"
        "const note = (list) => window.shifts.push(...list.getEntries().map((entry) => entry.value));"
        "new PerformanceObserver(note).observe({ type: 'layout-shift', buffered: true });"
    )
    if path == "search/":
        # The small site has no index; its request fails, which is no fault of the page.
        page.route("**/search/index/**", lambda route: route.fulfill(status=200, body="{}"))
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shifts.reduce((sum, value) => sum + value, 0)") < 0.01

"""The search page in Chromium: typing, suggestions, keyboard, narrowing, history, the way to the hit."""

import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

pytestmark = pytest.mark.browser


def find_status(page: Page) -> Locator:
    return page.get_by_role("status")


def list_titles(page: Page) -> list[str]:
    return page.locator(".results h2").all_inner_texts()


def open_search(page: Page, address: str, query: str = "") -> None:
    page.goto(f"{address}search/?{query}")
    expect(find_status(page)).to_have_text(re.compile("篇|没有|输入"))


def test_results_come_as_one_types_and_the_address_follows(page: Page, address: str) -> None:
    open_search(page, address)
    page.keyboard.type("义诊")
    expect(find_status(page)).to_have_text("找到 2 篇。")
    expect(page).to_have_url(re.compile(r"\?q=%E4%B9%89%E8%AF%8A$"))
    expect(page.locator(".results mark").first).to_have_text("义诊")


def test_keyboard_alone_leads_to_the_marked_hit(page: Page, address: str) -> None:
    open_search(page, address)
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type("健康账")
    page.keyboard.press("Enter")
    expect(find_status(page)).to_have_text("找到 1 篇。")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".results a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/articles/sample-0301-01/02/"))
    page.wait_for_function("CSS.highlights.get('hit')?.size === 2")


def test_pinyin_suggests_a_place_that_is_taken_with_arrow_and_enter(page: Page, address: str) -> None:
    open_search(page, address)
    page.keyboard.type("shenxian")
    option = page.get_by_role("option", name=re.compile("^莘县"))
    expect(option).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox")).to_have_value("莘县")
    expect(find_status(page)).to_have_text("找到 2 篇。")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_facets_count_and_narrow_and_back_undoes(page: Page, address: str) -> None:
    open_search(page, address, "q=图书馆")
    assert len(list_titles(page)) == 2
    box = page.get_by_role("checkbox", name=re.compile("^东昌府区"))
    expect(box.locator("xpath=..")).to_contain_text("1")
    box.check()
    expect(find_status(page)).to_have_text("找到 1 篇。")
    expect(box).to_be_focused()
    assert list_titles(page) == ["小学生把图书馆搬进教室"]
    page.go_back()
    expect(find_status(page)).to_have_text("找到 2 篇。")
    expect(box).not_to_be_checked()


def test_dates_and_order_stand_in_the_address(page: Page, address: str) -> None:
    open_search(page, address, "q=义诊")
    page.get_by_label("最早").check()
    expect(page).to_have_url(re.compile("sort=oldest"))
    expect(page.locator(".results h2").first).to_have_text("莘县图书馆请来村医义诊")
    page.get_by_label("从").fill("2023-03-02")
    expect(find_status(page)).to_have_text("找到 1 篇。")
    page.reload()
    expect(find_status(page)).to_have_text("找到 1 篇。")
    expect(page.get_by_label("最早")).to_be_checked()
    expect(page.get_by_label("从")).to_have_value("2023-03-02")


def test_query_without_a_whole_hit_says_that_its_words_were_taken(page: Page, address: str) -> None:
    open_search(page, address, "q=图书馆血压")
    expect(find_status(page)).to_contain_text("没有一篇含有")
    assert "莘县图书馆请来村医义诊" in list_titles(page)


def test_hostile_query_and_title_show_as_text(page: Page, address: str) -> None:
    open_search(page, address, "q=%3Cscript%3E")
    assert list_titles(page)[0].startswith("<script>alert")
    open_search(page, address, "q=%3Cimg%20src=x%20onerror=alert(2)%3E")
    assert page.locator(".search-page img").count() == 0


def test_lost_network_is_said_and_the_search_can_be_repeated(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    open_search(page, address)
    context.set_offline(True)
    page.keyboard.type("义诊")
    again = page.get_by_role("button", name="重试")
    expect(again).to_be_visible(timeout=30_000)
    context.set_offline(False)
    again.click()
    expect(find_status(page)).to_have_text("找到 2 篇。")


def test_bars_beside_the_years_show_the_trend_of_the_words(page: Page, address: str) -> None:
    open_search(page, address, "q=日")
    years = page.locator("fieldset", has_text="年份").locator("label")
    expect(years.first).to_be_visible()
    counts = [int(text) for text in years.locator(".count").all_inner_texts()]
    assert len(set(counts)) > 1
    bars = years.locator(".trend span").evaluate_all("bars => bars.map((bar) => bar.style.inlineSize)")
    assert [float(bar.rstrip("%")) for bar in bars] == pytest.approx([100 * n / max(counts) for n in counts])
    assert page.locator("fieldset", has_text="城市").locator(".trend").count() == 0


def test_unknown_newspaper_is_named_as_such(page: Page, address: str) -> None:
    open_search(page, address, "q=张店区")
    expect(page.locator(".results .where")).to_have_text("约2022年10月 · 报纸未详 · 淄博")


# A worker in place of the engine's, which finds its one hit at the third go: as in an archive of many candidates.
SLOW_WORKER = """
const extract = { text: "国、于", marks: [], isCut: [] };
const hit = { id: 1, url: "articles/1/", title: "通知", titleMarks: [], extract };
const about = { exact: true, totalIsApproximate: true, words: ["国、于"], facets: {} };
let asked = 0;
const answers = {
  open: () => 1000,
  suggest: () => [],
  search: (query, { full }) => full || asked++ > 1
    ? { ...about, total: 1, totalIsApproximate: false, isPart: false, looked: 162, results: [hit] }
    : { ...about, total: 162 - 61 * asked, isPart: true, looked: 61 * asked, results: [] },
};
addEventListener("message", ({ data: { id, method, args } }) => {
  if (method) postMessage({ id, value: answers[method](...args) });
});
"""


def test_a_search_without_a_hit_yet_tells_how_far_it_is(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.route(
        "**/search/worker.js", lambda route: route.fulfill(body=SLOW_WORKER, content_type="text/javascript")
    )
    page.add_init_script(
        """window.said = [];
        addEventListener("DOMContentLoaded", () => {
            const status = document.querySelector("[role=status]");
            new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
        });"""
    )
    open_search(page, address, "q=国、于")
    expect(find_status(page)).to_have_text("找到 1 篇。")
    told = [text for text in page.evaluate("said") if "仍在查找" in text]
    assert told == [
        "还没有找到，仍在查找：已看 61 篇，还有 101 篇要看……",
        "还没有找到，仍在查找：已看 122 篇，还有 40 篇要看……",
    ]
    assert list_titles(page) == ["通知"]

"""The page view in Chromium: cleaned text on one side, the page's own lines on the other, each leading to the other."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

ARTICLE = "articles/sample-0301-01/02/"
VIEW = "pages/sample-0301-01/"


def chosen_lines(page: Page) -> list[int]:
    lines = page.locator(".run li.is-chosen")
    return [int(value) for value in lines.evaluate_all("lines => lines.map((line) => line.value)")]


def cleaned(page: Page, number: int) -> Locator:
    return page.locator(f".item-list [data-item='{number}'] .cleaned")


def test_article_leads_to_its_lines_beside_its_cleaned_text(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    page.get_by_role("link", name="对照版面原文").click()
    marked = page.locator(".run.is-marked")
    expect(marked).to_have_count(2)
    expect(marked.first).to_contain_text("莘县图书馆请来村医义诊")
    expect(marked.first).to_be_in_viewport()
    expect(page.locator(".item-list .is-marked")).to_contain_text("莘县图书馆请来村医义诊")
    # The line break of the page is gone; what else was said stands in the same order.
    paragraph = cleaned(page, 2).get_by_text("讲解春季常见病的预防办法。")
    expect(paragraph).to_be_visible()
    expect(paragraph).to_be_in_viewport()
    assert page.locator(".cleaned[open]").count() == 1


def test_both_sides_stand_side_by_side(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}{VIEW}#lines-02")
    left = page.locator(".item-list .is-marked").bounding_box()
    right = page.locator(".run.is-marked").first.bounding_box()
    assert left and right
    assert left["x"] + left["width"] <= right["x"]
    assert left["y"] < right["y"] + right["height"]
    assert right["y"] < left["y"] + left["height"]


def test_part_of_the_text_marks_exactly_its_lines(page: Page, address: str) -> None:
    page.goto(f"{address}{VIEW}#lines-02")
    cleaned(page, 2).get_by_role("link", name="第8-9行").click()
    assert chosen_lines(page) == [8, 9]
    expect(page.locator("#line-8")).to_be_in_viewport()
    cleaned(page, 2).get_by_role("link", name="第15行").click()
    assert chosen_lines(page) == [15]


def test_line_marks_the_part_it_became(page: Page, address: str) -> None:
    page.goto(address + VIEW)
    page.locator(".run li[value='13']").click()
    assert chosen_lines(page) == [12, 13]
    part = page.locator(".cleaned .is-chosen")
    expect(part).to_contain_text("东昌府区一所小学的走廊里摆上了书架，孩子们课间就能读书。")
    expect(part).to_be_in_viewport()
    expect(page.locator(".item-list .is-marked")).to_contain_text("小学生把图书馆搬进教室")


def test_address_of_a_line_leads_to_it(page: Page, address: str) -> None:
    page.goto(f"{address}{VIEW}#line-13")
    assert chosen_lines(page) == [12, 13]


def test_a_long_list_shows_the_item_whose_lines_are_marked(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 160})
    page.goto(f"{address}{VIEW}#lines-03")
    item = page.locator(".item-list .is-marked")
    expect(item).to_contain_text("小学生把图书馆搬进教室")
    expect(item.locator("h3")).to_be_in_viewport()
    expect(page.locator(".run.is-marked").first).to_be_in_viewport()


def test_masked_and_missing_are_said_on_both_sides(page: Page, address: str) -> None:
    page.goto(f"{address}pages/sample-0301-02/#lines-03")
    for side in (".items", ".original"):
        expect(page.locator(f"{side} .is-marked mark.masked").first).to_be_visible()
    page.goto(f"{address}pages/sample-0301-02/#lines-02")
    for side in (".items", ".original"):
        expect(page.locator(f"{side} .is-marked p.turn")).to_have_text("原文有缺失：第4行之后文字缺失")


def test_everything_is_there_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + VIEW)
    text = cleaned(page, 3)
    text.locator("summary").click()
    expect(text).to_contain_text("孩子们课间就能读书。")
    text.get_by_role("link", name="第12-13行").click()
    expect(page.locator("#line-12")).to_be_in_viewport()
    context.close()

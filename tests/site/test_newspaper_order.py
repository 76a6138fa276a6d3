"""Going through a newspaper as it was printed, in Chromium: issue by issue, page by page, article by article."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.site.built_site import Site

pytestmark = pytest.mark.browser

FIRST_ISSUE = "newspapers/qilu-wanbao/2023/03/01/"


def follow(page: Page, words: str) -> None:
    """Click the one step of this name and wait for the page it leads to."""
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("link", name=re.compile(f"^{words}")).click()


def path(page: Page, site: Site) -> str:
    return page.url.removeprefix(site.address).split("#")[0]


def list_steps(page: Page) -> list[str]:
    steps = page.locator("nav.steps a span").all_inner_texts()
    return [step.strip() for step in steps]


def test_issues_follow_one_another(page: Page, invented: Site) -> None:
    page.goto(invented.address + FIRST_ISSUE)
    assert list_steps(page) == ["下一期"]
    days = []
    for step in ("下一期", "下一期"):
        follow(page, step)
        days.append(path(page, invented))
    assert days == ["newspapers/qilu-wanbao/2023/03/02/", "newspapers/qilu-wanbao/2023/03/08/"]
    # The pages of 约2023年4月 are no issue: they come after, but are not called the next one.
    assert list_steps(page) == ["上一期", "之后"]
    follow(page, "之后")
    assert path(page, invented) == "newspapers/qilu-wanbao/2023/04/"
    assert list_steps(page) == ["之前"]
    for step in ("之前", "上一期", "上一期"):
        follow(page, step)
    assert path(page, invented) == FIRST_ISSUE


def test_pages_of_an_issue_follow_one_another(page: Page, invented: Site) -> None:
    page.goto(f"{invented.address}pages/qlwb-2023-03-01-01/")
    assert list_steps(page) == ["下一版", "下一期"]
    follow(page, "下一版")
    assert path(page, invented) == "pages/qlwb-2023-03-01-02/"
    assert list_steps(page) == ["上一版", "下一版", "下一期"]
    follow(page, "下一版")
    assert path(page, invented) == "pages/qlwb-2023-03-01-03/"
    assert list_steps(page) == ["上一版", "下一期"]
    follow(page, "上一版")
    assert path(page, invented) == "pages/qlwb-2023-03-01-02/"
    follow(page, "下一期")
    assert path(page, invented) == "newspapers/qilu-wanbao/2023/03/02/"


def test_articles_of_a_page_follow_one_another(page: Page, invented: Site) -> None:
    page.goto(f"{invented.address}articles/qlwb-2023-03-01-01/01/")
    assert list_steps(page) == ["下一篇"]
    follow(page, "下一篇")
    expect(page.get_by_role("heading", level=1)).to_have_text("张炉集镇大棚番茄提前上市")
    assert list_steps(page) == ["上一篇"]
    follow(page, "上一篇")
    expect(page.get_by_role("heading", level=1)).to_have_text("莘县图书馆请来村医义诊")


def test_calendar_leads_to_the_issue_and_the_issue_to_its_pages(page: Page, invented: Site) -> None:
    page.goto(f"{invented.address}newspapers/")
    main = page.get_by_role("main")
    follow(page, "齐鲁晚报")
    days = main.locator("table a").evaluate_all("links => links.map((link) => link.ariaLabel)")
    assert days == ["3月1日，5篇", "3月2日，3篇", "3月8日，2篇"]
    expect(main.get_by_role("link", name="约2023年4月，日不详：1篇")).to_be_visible()
    follow(page, "3月1日，5篇")
    assert path(page, invented) == FIRST_ISSUE
    assert main.get_by_role("heading", level=3).all_inner_texts() == ["第01版", "第02版", "第03版"]
    follow(page, "第02版")
    expect(page.get_by_role("heading", level=1)).to_have_text("齐鲁晚报 2023年3月1日 第02版")
    crumbs = page.get_by_role("navigation", name="所在位置").get_by_role("link").all_inner_texts()
    assert crumbs == ["报纸", "齐鲁晚报", "2023年3月1日"]


def test_lists_write_dates_as_exact_as_they_are_known(page: Page, invented: Site) -> None:
    page.goto(f"{invented.address}zibo/")
    expect(page.locator(".stories .where")).to_have_text("约2023年4月 · 齐鲁晚报")
    page.goto(f"{invented.address}guanxian/")
    expect(page.locator(".stories .where")).to_have_text("2023年3月8日 · 齐鲁晚报 · 第01版")
    page.goto(f"{invented.address}articles/qlwb-2023-04/01/")
    expect(page.locator(".facts time")).to_have_text("约2023年4月")
    expect(page.locator(".facts time")).to_have_attribute("datetime", "2023-04")
    page.goto(f"{invented.address}2023/04/")
    expect(page.locator(".stories a")).to_have_text("淄博张店区老街亮起了灯")

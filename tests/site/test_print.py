"""What a printed page has and what it leaves out, in Chromium with the media of print."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.built_site import Site

pytestmark = pytest.mark.browser

ARTICLE = "articles/qlwb-2023-03-01-01/01/"
# A page of every kind that readers may want on paper.
PATHS = (
    ARTICLE,
    "",
    "pages/qlwb-2023-03-01-01/",
    "newspapers/qilu-wanbao/2023/03/01/",
    "liaocheng/",
    "places/",
    "dates/",
    "rights/",
)
# What serves only who can click: nothing of it may take room on paper.
LEADING_ON = "nav, button, form, .tools, .copies, .report, .further, .skip, .colophon ul, summary"


def open_on_paper(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print")


@pytest.mark.parametrize("path", PATHS)
def test_ways_on_are_left_out_and_the_permalink_is_told(page: Page, invented: Site, path: str) -> None:
    open_on_paper(page, invented.address + path)
    shown = page.locator(LEADING_ON).evaluate_all(
        "elements => elements.filter((element) => element.checkVisibility()).map((element) => element.outerHTML)"
    )
    assert shown == []
    expect(page.locator("h1").first).to_be_visible()
    expect(page.get_by_text(f"固定链接：{invented.address}{path}", exact=True)).to_be_visible()


def test_permalink_is_told_on_paper_only(page: Page, invented: Site) -> None:
    page.goto(invented.address + ARTICLE)
    expect(page.locator(".permalink")).to_be_hidden()


def test_article_is_printed_whole_with_facts_and_citation(page: Page, invented: Site) -> None:
    open_on_paper(page, invented.address + ARTICLE)
    expect(page.get_by_role("article")).to_contain_text("村医每个月来看一次")
    expect(page.locator(".facts time")).to_be_visible()
    citation = "孙明远. 莘县图书馆请来村医义诊[N]. 齐鲁晚报, 2023-03-01(01)."
    expect(page.get_by_text(citation, exact=True)).to_be_visible()


def test_paper_is_never_dark(page: Page, invented: Site) -> None:
    page.goto(invented.address + ARTICLE)
    page.get_by_role("button", name="深色").click()
    page.emulate_media(media="print", color_scheme="dark")
    ink, ground = page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert ink == "rgb(32, 28, 23)"
    assert ground == "rgba(0, 0, 0, 0)"


def test_nothing_is_cut_off_on_broad_paper(page: Page, invented: Site) -> None:
    """The page view's list scrolls by itself on a screen; on paper nobody can scroll."""
    page.set_viewport_size({"width": 1280, "height": 200})
    open_on_paper(page, f"{invented.address}pages/qlwb-2023-03-01-01/")
    cut = page.locator("main *").evaluate_all(
        """elements => elements.filter((element) => {
          const { overflowY, position } = getComputedStyle(element);
          return position === "sticky" || (overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1);
        }).map((element) => element.className)"""
    )
    assert cut == []

"""Reading the archive in Chromium, under both base paths: home, lists, article, page view, missing page."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.site.built_site import ROOT, Site

pytestmark = pytest.mark.browser

LISTS = ("newspapers/", "dates/", "places/", "topics/", "liaocheng/", "zibo/", "about/", "rights/")


def test_home_leads_to_cities_topics_and_pages(page: Page, site: Site) -> None:
    page.goto(site.address)
    main = page.get_by_role("main")
    expect(main.get_by_role("searchbox")).to_be_visible()
    for name in ("聊城", "淄博", "卫生健康"):
        expect(main.get_by_role("link", name=name).first).to_be_visible()
    expect(main.locator('a[href*="pages/"]').first).to_be_visible()


@pytest.mark.parametrize("folder", LISTS)
def test_lists_are_there_and_lead_back(page: Page, site: Site, folder: str) -> None:
    answer = page.goto(site.address + folder)
    assert answer is not None
    assert answer.status == 200
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("banner").get_by_role("link").first.click()
    page.wait_for_url(re.compile(re.escape(site.address) + r"(index\.html)?$"))


def test_every_article_opens_without_a_fault(page: Page, site: Site) -> None:
    for path, article in site.articles.items():
        page.goto(site.address + path)
        assert page.get_by_role("article").inner_text().split() != []
        assert article.blocks[-1][:10] in page.get_by_role("article").inner_text()


def test_article_leads_to_its_page_and_the_page_to_its_articles(page: Page, site: Site) -> None:
    path = sorted(site.articles)[0]
    page_id = path.split("/")[1]
    page.goto(site.address + path)
    page.get_by_role("main").locator(f'a[href*="pages/{page_id}/"]').first.click()
    page.wait_for_url(re.compile(f"/pages/{page_id}/"))
    main = page.get_by_role("main")
    expect(main.locator(f'a[href*="articles/{page_id}/"]').first).to_be_visible()
    lines = (ROOT / f"content/raw/{page_id}.txt").read_text("utf-8").split("\n")
    shown = "".join(main.inner_text().split())
    assert all("".join(line.split()) in shown for line in lines)


def test_phone_shows_an_article_without_sideways_scrolling(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page_id = sorted(site.articles)[0].split("/")[1]
    for path in ("", sorted(site.articles)[0], f"pages/{page_id}/", "search/?q=聊城", "liaocheng/"):
        page.goto(site.address + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_missing_page_is_told_in_chinese(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    answer = page.goto(site.address + "articles/none/99/")
    assert answer is not None
    assert answer.status == 404
    page.get_by_role("main").get_by_role("link").first.click()
    page.wait_for_url(re.compile(re.escape(site.address) + r"(index\.html)?$"))

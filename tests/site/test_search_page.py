"""Searching as a reader does, in Chromium, under both base paths."""

import re
from collections import Counter

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.site.built_site import Site

pytestmark = pytest.mark.browser

QUERIES = ("聊城", "淄博", "电子健康卡", "蔡霞主任", "0635-8451234", "電子健康卡")


def search(page: Page, site: Site, query: str) -> None:
    page.goto(f"{site.address}search/?q={query}")
    await_hits(page)


def await_hits(page: Page) -> None:
    """Wait until the page tells how many articles it found, and shows them."""
    expect(page.get_by_role("status").first).to_have_text(re.compile(r"找到 \d+ 篇|没有"))
    page.wait_for_load_state("networkidle")


def links_to_articles(page: Page) -> Locator:
    return page.get_by_role("main").locator('ol a[href*="articles/"]')


def shown_paths(page: Page, site: Site) -> set[str]:
    """The articles listed on the page in view, by their path below the site's root."""
    addresses = links_to_articles(page).evaluate_all("links => links.map((link) => link.href)")
    return {re.sub(r"[?#].*", "", address).removeprefix(site.address) for address in addresses}


def all_paths(page: Page, site: Site) -> set[str]:
    """The articles listed on this page of results and all that follow."""
    paths = shown_paths(page, site)
    while (further := page.get_by_role("main").get_by_role("link", name=re.compile("下一页"))).count():
        before = page.url
        further.first.click()
        page.wait_for_function("before => location.href !== before", arg=before)
        await_hits(page)
        paths |= shown_paths(page, site)
    return paths


@pytest.mark.parametrize("query", QUERIES)
def test_search_gives_exactly_the_articles_that_hold_the_query(page: Page, site: Site, query: str) -> None:
    expected = site.holding(query)
    assert expected
    search(page, site, query)
    expect(links_to_articles(page).first).to_be_visible()
    assert all_paths(page, site) == expected


def test_hits_are_marked_in_their_extracts(page: Page, site: Site) -> None:
    search(page, site, "电子健康卡")
    expect(page.get_by_role("main").locator("ol mark").first).to_have_text("电子健康卡")


def test_home_leads_to_results_and_results_to_the_article(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.get_by_role("main").get_by_role("searchbox").fill("蔡霞主任")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q="))
    await_hits(page)
    links_to_articles(page).first.click()
    page.wait_for_url(re.compile(r"/articles/"))
    expect(page.get_by_role("article")).to_contain_text("蔡霞主任")


def test_city_and_topic_narrow_the_results(page: Page, site: Site) -> None:
    items = site.items
    holding = site.holding("工作")
    in_city = {path for path in holding if items[path]["city"] == "聊城"}
    topics = Counter(topic for path in in_city for topic in items[path]["topics"])
    (topic, count), *_ = topics.most_common()
    assert 0 < count < len(in_city) < len(holding)
    search(page, site, "工作")
    narrow(page, "聊城")
    assert all_paths(page, site) == in_city
    # On the last page of results; a further filter leads back to the first.
    narrow(page, topic)
    address = page.url
    expected = {path for path in in_city if topic in items[path]["topics"]}
    assert all_paths(page, site) == expected
    # The address keeps the query and both filters.
    page.goto(site.address)
    page.goto(address)
    await_hits(page)
    assert all_paths(page, site) == expected


def narrow(page: Page, label: str) -> None:
    """Tick a filter and wait for the results that are left."""
    before = page.url
    page.get_by_role("checkbox", name=re.compile(f"^{label}")).first.check()
    page.wait_for_function("before => location.href !== before", arg=before)
    await_hits(page)


def test_query_without_a_hit_is_told(page: Page, site: Site) -> None:
    page.goto(f"{site.address}search/?q=鑫鑫鑫鑫")
    expect(page.get_by_role("status").first).to_contain_text("没有")
    assert links_to_articles(page).count() == 0


def test_without_scripts_the_page_says_so_and_leads_on(context: BrowserContext, site: Site) -> None:
    browser = context.browser
    assert browser is not None
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(f"{site.address}search/?q=聊城")
    main = page.get_by_role("main")
    assert "JavaScript" in main.inner_text()
    for folder in ("newspapers/", "dates/", "places/", "topics/"):
        expect(main.locator(f'a[href$="{folder}"]').first).to_be_visible()
    plain.close()

"""Where an article leads on: related articles, those of its page, and the same text printed elsewhere."""

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from tests.site.article_text import parse
from tests.site.built_site import Site

pytestmark = pytest.mark.browser

VILLAGE_DOCTORS, A_MONTH_LATER = "articles/qlwb-2023-03-01-01/01/", "articles/qlwb-2023-03-02-02/01/"
CARD, CARD_AGAIN = "articles/qlwb-2023-03-02-02/02/", "articles/qlwb-2023-03-08-01/01/"


def list_titles(page: Page, name: str) -> list[str]:
    return page.get_by_role("region", name=name).get_by_role("listitem").get_by_role("link").all_inner_texts()


def test_related_articles_lead_to_one_another(page: Page, invented: Site) -> None:
    page.goto(invented.address + VILLAGE_DOCTORS)
    assert list_titles(page, "相关文章")[0] == "莘县村医义诊一个月回访"
    page.get_by_role("link", name="莘县村医义诊一个月回访").click()
    page.wait_for_url(invented.address + A_MONTH_LATER)
    assert "莘县图书馆请来村医义诊" in list_titles(page, "相关文章")


def test_articles_of_the_page_are_listed_beside_it(page: Page, invented: Site) -> None:
    page.goto(invented.address + CARD)
    assert list_titles(page, "同版文章") == ["莘县村医义诊一个月回访"]
    page.get_by_role("link", name="看整个版面").click()
    page.wait_for_url(f"{invented.address}pages/qlwb-2023-03-02-02/")


def test_same_text_elsewhere_is_said_and_leads_there_and_back(page: Page, invented: Site) -> None:
    page.goto(invented.address + CARD)
    for where, there in (
        ("2023年3月8日 · 齐鲁晚报 · 第01版", CARD_AGAIN),
        ("2023年3月2日 · 齐鲁晚报 · 第02版", CARD),
    ):
        expect(page.locator(".facts")).to_contain_text("相同的文字也见于")
        assert "公交卡今起可以在村里办" not in list_titles(page, "相关文章")
        page.get_by_role("link", name=where).click()
        page.wait_for_url(invented.address + there)
    page.goto(invented.address + VILLAGE_DOCTORS)
    expect(page.locator(".facts")).not_to_contain_text("相同的文字")


def list_related(site: Site, path: str) -> list[str]:
    """The paths of the related articles below the site's root."""
    sections = parse(site.folder / path / "index.html").iter("section")
    related = (part for part in sections if part.get("aria-labelledby") == "related")
    links = (link.get("href") or "" for part in related for link in part.iter("a"))
    return [urljoin(f"{site.address}{path}", link).removeprefix(site.address) for link in links]


def test_no_related_article_stands_on_the_same_page(sites: dict[str, Site], invented: Site) -> None:
    pairs = [
        (path, other)
        for site in (sites["/"], invented)
        for path in site.articles
        for other in list_related(site, path)
    ]
    assert len(pairs) > 50
    assert [(path, other) for path, other in pairs if path.split("/")[1] == other.split("/")[1]] == []

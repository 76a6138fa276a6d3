"""What axe-core finds on each kind of page, in light and in dark."""

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.site.built_site import Site

pytestmark = pytest.mark.browser


def kinds_of_page(site: Site) -> list[str]:
    article = sorted(site.articles)[0]
    page_id = article.split("/")[1]
    lists = ["newspapers/", "dates/", "places/", "topics/", "liaocheng/", "about/", "404.html"]
    return ["", article, f"pages/{page_id}/", "search/?q=聊城", *lists]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_barrier(
    browser: Browser, sites: dict[str, Site], scheme: Literal["light", "dark"]
) -> None:
    site = sites["/repo/"]
    page = browser.new_page(color_scheme=scheme)
    found: dict[str, Any] = {}
    for path in kinds_of_page(site):
        page.goto(site.address + path)
        page.wait_for_load_state("networkidle")
        for violation in Axe().run(page).response["violations"]:
            found[f"{path or '/'}: {violation['id']}"] = [node["target"] for node in violation["nodes"]][:3]
    page.close()
    assert found == {}

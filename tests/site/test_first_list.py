"""What the search page of this archive fetches before its first list, and in how many rounds."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.built_site import Site
from tests.site.first_list import QUERIES, SCRIPT, count_bytes, watch_first_list

pytestmark = pytest.mark.browser

# Scripts and index of the first list, as gzip sends them.
MOST_BYTES = 40 * 1024


@pytest.mark.parametrize("query", QUERIES)
def test_scripts_and_index_of_the_first_list_are_light(page: Page, site: Site, query: str) -> None:
    asked = watch_first_list(page, site, query)
    assert {"search/index/manifest.json", SCRIPT} <= set(asked)
    counted = count_bytes(site, asked)
    assert sum(counted.values()) <= MOST_BYTES, counted


def test_the_first_list_is_one_wave_after_the_script(page: Page, site: Site) -> None:
    asked = watch_first_list(page, site, "电子健康卡")
    script = asked.pop(SCRIPT)
    assert set(asked) == {"theme/js/search/worker.js", "search/index/manifest.json"}
    assert max(asked.values()) == script + 1


def test_suggestions_wait_for_the_first_letter(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.address}search/")
    page.wait_for_load_state("networkidle")
    assert not any("search/index/suggestions" in url for url in asked)
    page.get_by_role("combobox").press_sequentially("聊")
    expect(page.get_by_role("option").first).to_be_visible()
    assert any("search/index/suggestions" in url for url in asked)

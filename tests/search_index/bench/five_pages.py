"""The archive of this repository: what its search page fetches before the first list."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.search_index.bench import goals
from tests.search_index.bench.goals import Figure
from tests.site.base_path_server import BasePathServer
from tests.site.built_site import Site, finish_build, start_build
from tests.site.first_list import QUERIES, SCRIPT, count_bytes, watch_first_list


def measure_five_pages(page: Page, folder: Path) -> list[Figure]:
    """Build the site as it is published, ask its search page, and return the heaviest first list."""
    with BasePathServer(folder, "/") as server:
        site = Site(folder, server.address, "/")
        finish_build(start_build(folder, server.address))
        lists = []
        for query in QUERIES:
            fresh = page.context.browser.new_context().new_page() if page.context.browser else page
            lists.append(watch_first_list(fresh, site, query))
            fresh.close()
    sent = max(sum(count_bytes(site, asked).values()) for asked in lists)
    waves = max(max(asked.values()) - asked[SCRIPT] for asked in lists)
    return goals.five_page_figures(sent, waves)

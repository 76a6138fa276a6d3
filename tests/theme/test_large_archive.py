"""The search page over an archive whose postings lie in shards: the list that goes on by itself."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from plugins.search_index.builder import Plan, build_index
from plugins.search_index.documents import Document
from plugins.search_index.files import write_index
from plugins.search_index.scripts import SEGMENTED, bundle_scripts
from tests.site.base_path_server import BasePathServer
from tests.theme.conftest import ROOT

pytestmark = pytest.mark.browser

# Nothing in the index tells 甲乙，乙丙，丙丁 from 甲乙丙丁: one article in six is a true hit.
ARTICLES = {number: "甲乙丙丁" if number % 6 == 0 else "甲乙，乙丙，丙丁" for number in range(400)}

# Counts the results that are taken away again.
WATCH = """
window.removed = 0;
new MutationObserver((changes) => {
    for (const {target, removedNodes} of changes)
        if (target.matches?.(".results")) window.removed += removedNodes.length;
}).observe(document, {childList: true, subtree: true});
"""


@pytest.fixture(scope="module")
def large(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small site with another archive: its address."""
    folder = tmp_path_factory.mktemp("large") / "output"
    shutil.copytree(site, folder)
    archive = [
        Document(number, f"第{number}篇", text, facets={"city": ("聊城" if number % 2 else "淄博",)})
        for number, text in ARTICLES.items()
    ]
    plan = Plan(url_form="articles/{id}/", whole_bytes=-1, single_segment=8)
    shutil.rmtree(folder / "search" / "index")
    write_index(folder / "search" / "index", build_index(archive, plan))
    for number, text in ARTICLES.items():
        page = folder / "articles" / str(number) / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f"<article><h1>第{number}篇</h1><p>{text}</p></article>", encoding="utf-8")
    bundle_scripts(ROOT / "theme/static/js", folder / "theme/js", joined=SEGMENTED)
    with BasePathServer(folder, "/") as server:
        yield server.address


def test_a_part_of_a_page_is_shown_and_goes_on_without_a_jump(page: Page, large: str) -> None:
    page.add_init_script(WATCH)
    page.goto(f"{large}search/?q=甲乙丙丁")
    expect(page.locator(".results li")).to_have_count(10, timeout=30_000)
    numbers = [int(title[1:-1]) for title in page.locator(".results h2").all_inner_texts()]
    assert all(number % 6 == 0 for number in numbers)
    assert page.evaluate("window.removed") == 0
    page.get_by_role("link", name="下一页").click()
    expect(page.get_by_text(re.compile("第 2 页"))).to_be_visible()
    expect(page.locator(".results li")).to_have_count(10, timeout=30_000)
    further = [int(title[1:-1]) for title in page.locator(".results h2").all_inner_texts()]
    assert not set(numbers) & set(further)


def test_an_address_with_a_filter_is_answered(page: Page, large: str) -> None:
    page.goto(f"{large}search/?q=甲乙&city=聊城")
    expect(page.get_by_role("status")).to_have_text("找到 200 篇。")
    expect(page.get_by_role("checkbox", name=re.compile("聊城"))).to_be_checked()

"""Long lists: of no date, of a section, of a tag and of a person."""

from pathlib import Path

import pytest

from tests.theme.conftest import run_build
from tests.theme.html_page import find_all, read_page, read_text
from tests.theme.long_lists import COUNT, copy_long_content


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with lists that go on."""
    folder = tmp_path_factory.mktemp("long")
    run = run_build(copy_long_content(folder), folder / "output", "https://example.org/repo")
    assert run.returncode == 0, run.stdout + run.stderr
    return folder / "output"


def read_list(path: Path) -> tuple[list[str], list[str]]:
    """The titles that a page lists, and what its pager says."""
    page = read_page(path / "index.html")
    (stories,) = find_all(page, "ol", class_="stories")
    pagers = find_all(page, "nav", class_="pager")
    return [read_text(link) for link in stories.iter("a")], [
        read_text(part) for nav in pagers for part in nav
    ]


def test_long_lists_go_on_below_their_own_address(long_site: Path) -> None:
    sections = [path.parent for path in long_site.glob("sections/*/page/2")]
    (section,) = {path.parent for path in sections}
    for folder in (long_site / "undated", section, long_site / "tianqi", long_site / "people" / "张三丰"):
        first, first_pager = read_list(folder)
        second, second_pager = read_list(folder / "page" / "2")
        assert first_pager == ["第 1 页，共 2 页", "下一页"], folder
        assert second_pager == ["上一页", "第 2 页，共 2 页"], folder
        assert len(first) == 50
        titles = {f"明天有雪{number:02d}" for number in range(1, COUNT + 1)}
        assert titles <= {*first, *second}, folder
        assert not {*first} & {*second}, folder


def test_parts_have_titles_of_their_own_and_links_that_resolve(long_site: Path) -> None:
    part = long_site / "undated" / "page" / "2"
    page = read_page(part / "index.html")
    assert read_text(find_all(page, "title")[0]).startswith("日期不详 · 第2页 · ")
    for link in page.iter("a"):
        target = (part / (link.get("href") or "").split("#")[0]).resolve()
        assert target.is_file() or (target / "index.html").is_file(), link.get("href")

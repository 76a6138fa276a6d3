"""Feeds of the built site: each its own, dates no more exact than known, what Atom (RFC 4287) asks for."""

import xml.etree.ElementTree as ET
from datetime import datetime
from xml.etree.ElementTree import Element

import pytest

from plugins.feeds.feeds import amend_entry, write_date
from tests.theme.conftest import build_site

ATOM = "{http://www.w3.org/2005/Atom}"
ROOT = "https://example.org/repo/"


@pytest.fixture(scope="module")
def feeds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Element]:
    """Every feed of the small site by its path."""
    site = build_site(tmp_path_factory.mktemp("feeds"), ROOT.rstrip("/"))
    return {path.relative_to(site).as_posix(): ET.parse(path).getroot() for path in site.rglob("*.atom.xml")}


def read(element: Element, name: str) -> str | None:
    return element.findtext(f"{ATOM}{name}")


def read_link(feed: Element, rel: str) -> str | None:
    return next((link.get("href") for link in feed.iter(f"{ATOM}link") if link.get("rel") == rel), None)


def list_entries(feed: Element) -> dict[str, Element]:
    """The entries by the path of their article."""
    return {(read(entry, "id") or "").removeprefix(ROOT): entry for entry in feed.iter(f"{ATOM}entry")}


def test_each_feed_is_its_own(feeds: dict[str, Element]) -> None:
    assert len(feeds) > 5
    for path, feed in feeds.items():
        assert read(feed, "id") == read_link(feed, "self") == ROOT + path
    pages = {path: read_link(feed, "alternate") for path, feed in feeds.items()}
    assert pages["feeds/all.atom.xml"] == ROOT
    assert pages["feeds/tags/shenxian.atom.xml"] == f"{ROOT}shenxian/"
    assert pages["feeds/newspapers/qilu-wanbao.atom.xml"] == f"{ROOT}newspapers/qilu-wanbao/"


def test_entries_are_known_by_their_permalinks(feeds: dict[str, Element]) -> None:
    for feed in feeds.values():
        for path, entry in list_entries(feed).items():
            assert read_link(entry, "alternate") == ROOT + path


def test_known_day_is_the_day_of_publication(feeds: dict[str, Element]) -> None:
    entry = list_entries(feeds["feeds/all.atom.xml"])["articles/sample-0301-01/02/"]
    assert (read(entry, "published") or "").startswith("2023-03-01T00:00:00")
    assert read(entry, "updated") == read(entry, "published")
    assert read(entry, "title") == "莘县图书馆请来村医义诊"


@pytest.mark.parametrize(
    ("path", "words", "updated"),
    [
        ("articles/sample-zibo/01/", "约2022年10月", "2022-10-01"),
        ("articles/sample-year/01/", "约2021年", "2021-01-01"),
        ("articles/sample-undated/01/", "日期不详", "1900-01-01"),
    ],
)
def test_less_exact_date_is_told_in_words(
    feeds: dict[str, Element], path: str, words: str, updated: str
) -> None:
    entry = list_entries(feeds["feeds/all.atom.xml"])[path]
    assert read(entry, "published") is None
    assert (read(entry, "updated") or "").startswith(updated)
    assert (read(entry, "title") or "").endswith(f"（{words}）")
    assert (read(entry, "summary") or "").startswith(f"<p>{words}</p>")


def test_every_entry_has_what_atom_asks_for(feeds: dict[str, Element]) -> None:
    for feed in feeds.values():
        assert feed.find(f"{ATOM}author") is not None
        assert all(name.text for name in feed.iter(f"{ATOM}name"))
        assert all(category.get("term") != "未详" for category in feed.iter(f"{ATOM}category"))
        for entry in feed.iter(f"{ATOM}entry"):
            assert all(read(entry, name) for name in ("id", "title", "updated"))
            datetime.fromisoformat(read(entry, "updated") or "")


def test_entry_without_summary_gets_one_that_tells_the_date() -> None:
    entry = {
        "link": "https://example.org/a/",
        "title": "题",
        "author_name": "",
        "categories": ["未详", "聊城"],
        "description": None,
        "pubdate": datetime(2023, 1, 1),
    }
    amend_entry(entry, "year")
    assert (entry["description"], entry["categories"], entry["author_name"]) == (
        "<p>约2023年</p>",
        ["聊城"],
        None,
    )


def test_dates_are_written_as_the_site_writes_them() -> None:
    day = datetime(2023, 3, 1)
    words = [write_date(day, precision) for precision in ("month", "year", "unknown")]
    assert words == ["约2023年3月", "约2023年", "日期不详"]

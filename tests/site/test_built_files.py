"""What the built files hold: links that lead somewhere, exactly the items' text, no personal number."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.personal_numbers import count_personal_numbers
from tests.site.article_text import parse
from tests.site.built_site import ROOT, Site

ADDRESSES = ("href", "src", "action", "data-index")


def links(page: Path) -> Iterator[str]:
    for element in parse(page).iter():
        yield from (element.attrib[name] for name in ADDRESSES if name in element.attrib)


def anchors(page: Path) -> set[str]:
    return {element.attrib["id"] for element in parse(page).iter() if "id" in element.attrib}


def find_target(site: Site, address: str) -> Path | None:
    """The file that the server would send for an address, None when there is none."""
    path = unquote(urlsplit(address).path)
    if not path.startswith(site.base):
        return None
    target = site.folder / path.removeprefix(site.base)
    target = target / "index.html" if path.endswith("/") else target
    return target if target.is_file() else None


def test_every_article_and_notice_has_its_page(site: Site) -> None:
    assert site.items
    assert set(site.articles) == set(site.items)


def test_every_page_has_its_view(site: Site) -> None:
    for text in (ROOT / "content/raw").glob("*.txt"):
        view = site.folder / "pages" / text.stem / "index.html"
        shown = "".join("".join(parse(view).itertext()).split())
        for line in text.read_text("utf-8").splitlines():
            assert "".join(line.split()) in shown, f"{view}: {line}"


def test_articles_show_exactly_the_text_of_their_item(site: Site) -> None:
    for path, article in site.articles.items():
        _, page_id, number, _ = path.split("/")
        ledger = json.loads((ROOT / f"content/ledger/{page_id}.json").read_text("utf-8"))
        lines = (ROOT / f"content/raw/{page_id}.txt").read_text("utf-8").split("\n")
        owned = [item for item in ledger["items"] if int(number) in (item["number"], item.get("belongs_to"))]
        spans = [span for item in owned for span in item["spans"]]
        expected = "".join(lines[line - 1][start:end] for line, start, end in spans)
        # The order is the items' reading order; a caption stands before the text it belongs to.
        assert sorted("".join(article.blocks).replace(" ", "").replace("\u3000", "")) == sorted(
            "".join(expected.split())
        ), path


def test_cleaned_texts_of_a_page_have_the_characters_of_their_lines(site: Site) -> None:
    views = sorted(site.folder.glob("pages/*/index.html"))
    assert views
    for view in views:
        page = parse(view)
        cleaned, lines = defaultdict(str), defaultdict(str)
        for item in (element for element in page.iter("li") if "data-item" in element.attrib):
            parts = (part for part in item.iter("p") if "data-lines" in part.attrib)
            for link, part in ((next(part.iter("a")), part) for part in parts):
                cleaned[item.attrib["data-item"]] += "".join(part.itertext()).replace(link.text or "", "", 1)
        for run in (element for element in page.iter("div") if "data-item" in element.attrib):
            lines[run.attrib["data-item"]] += "".join("".join(line.itertext()) for line in run.iter("li"))
        assert {number: sorted("".join(text.split())) for number, text in cleaned.items()} == {
            number: sorted("".join(text.split())) for number, text in lines.items()
        }, view


def test_every_internal_link_leads_somewhere(site: Site) -> None:
    host = urlsplit(site.address).netloc
    seen: dict[str, bool] = {}
    dead: list[str] = []
    for page in sorted(site.folder.rglob("*.html")):
        folder = page.relative_to(site.folder).as_posix().removesuffix("index.html")
        for link in links(page):
            address = urljoin(site.address + folder, link)
            if urlsplit(address).netloc != host or urlsplit(address).scheme not in {"http", "https"}:
                continue
            if address not in seen:
                seen[address] = leads_somewhere(site, address)
            if not seen[address]:
                dead.append(f"{folder or '/'}: {link}")
    assert dead == []
    assert len(seen) > 50


def leads_somewhere(site: Site, address: str) -> bool:
    target = find_target(site, address)
    fragment = unquote(urlsplit(address).fragment)
    if target is None or not fragment or target.suffix != ".html":
        return target is not None
    return fragment in anchors(target)


def test_feeds_sitemap_and_canonical_links_name_pages_of_this_site(site: Site) -> None:
    files = [*site.folder.rglob("*.xml"), site.folder / "robots.txt"]
    assert len(files) > 20
    for path in files:
        for address in re.findall(r"https?://127\.0\.0\.1[^\s<>\"']*", path.read_text("utf-8")):
            assert address.startswith(site.address.rstrip("/")), f"{path}: {address}"
            if address.rstrip("/") != site.address.rstrip("/"):
                assert find_target(site, address), f"{path}: {address}"


def test_no_clear_personal_number_in_any_file(site: Site) -> None:
    files = [path for path in site.folder.rglob("*") if path.is_file()]
    assert len(files) > 100
    found = [path for path in files if count_personal_numbers(path.read_bytes().decode("utf-8", "replace"))]
    assert found == []


def test_masked_number_is_shown_as_masked(site: Site) -> None:
    assert site.holding("*" * 18)


def test_pages_are_strict_html_in_chinese(site: Site) -> None:
    import html5lib

    for page in site.folder.rglob("*.html"):
        parser = html5lib.HTMLParser(strict=False)
        document = parser.parse(page.read_bytes(), transport_encoding="utf-8")
        faults = [fault for fault in parser.errors if fault[1] != "expected-doctype-but-got-start-tag"]
        assert faults == [], page
        assert document.attrib.get("lang") == "zh-CN", page


@pytest.mark.parametrize(
    "name", ["index.html", "404.html", "search/index.html", "feeds/all.atom.xml", "sitemap.xml"]
)
def test_files_that_others_rely_on_are_there(site: Site, name: str) -> None:
    assert (site.folder / name).is_file()

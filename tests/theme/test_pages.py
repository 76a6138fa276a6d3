"""What holds for every page of the site."""

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.theme.conftest import build_site
from tests.theme.html_page import find_all, list_links, list_pages, read_page, read_text

ADDRESS = "https://example.org/repo"


def find_file(site: Path, path: str) -> Path:
    target = site / unquote(path).lstrip("/")
    return target / "index.html" if path.endswith("/") or target == site else target


def test_every_page_is_valid_and_frames_its_content(site: Path) -> None:
    pages = list_pages(site)
    assert len(pages) > 40
    for path in pages:
        page = read_page(path)
        assert page.get("lang") == "zh-CN"
        assert len(find_all(page, "h1")) == 1, path
        assert next(read_text(title) for title in find_all(page, "title")), path
        assert [len(find_all(page, tag)) for tag in ("main", "footer")] == [1, 1], path


def test_ids_are_unique(site: Path) -> None:
    for path in list_pages(site):
        ids = [element.get("id") for element in read_page(path).iter() if element.get("id")]
        assert len(ids) == len(set(ids)), (path, ids)


def test_every_internal_link_and_anchor_resolves_below_any_base_path(site: Path) -> None:
    anchors = {path: {element.get("id") for element in read_page(path).iter()} for path in list_pages(site)}
    for path in anchors:
        here = "/repo/" + path.relative_to(site).as_posix().removesuffix("index.html")
        for link in list_links(read_page(path)):
            target = urlsplit(urljoin(f"https://example.org{here}", link))
            if target.netloc != "example.org":
                continue
            assert target.path.startswith("/repo/"), (path, link)
            file = find_file(site, target.path.removeprefix("/repo/"))
            assert file.is_file(), (path, link)
            if target.fragment:
                assert unquote(target.fragment) in anchors[file], (path, link)


def test_nothing_is_loaded_from_elsewhere_and_nothing_is_inline(site: Path) -> None:
    for path in list_pages(site):
        page = read_page(path)
        (policy,) = [
            meta for meta in page.iter("meta") if meta.get("http-equiv") == "Content-Security-Policy"
        ]
        assert "default-src 'none'" in (policy.get("content") or "")
        for element in page.iter():
            assert element.get("style") is None, path
            assert not [name for name in element.attrib if name.startswith("on")], path
            if element.tag == "script" and element.get("type") != "application/ld+json":
                assert element.get("src"), path
            loaded = element.get("src") or (
                element.get("href") if element.get("rel") == "stylesheet" else None
            )
            assert not loaded or not urlsplit(loaded).netloc, (path, loaded)


def test_pages_work_without_a_published_address(tmp_path: Path) -> None:
    output = build_site(tmp_path, "http://localhost:8000")
    # Those two are shown at any depth, so their links start at the root.
    pages = [path for path in list_pages(output) if path.name not in {"404.html", "offline.html"}]
    links = [link for path in pages for link in list_links(read_page(path))]
    assert not [link for link in links if link.startswith("/")]


def test_build_twice_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = build_site(tmp_path)
    files = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert files == {
        path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()
    }

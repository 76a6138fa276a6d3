import xml.etree.ElementTree as ET

from plugins.sitemap.sitemap import write_robots, write_sitemaps

ROOT = "https://example.org/repo"


def read_addresses(text: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(text).iter() if element.tag.endswith("}loc")]


def test_small_site_has_one_file() -> None:
    files = write_sitemaps(ROOT, ["b/", "", "莘&县/"])
    assert list(files) == ["sitemap.xml"]
    assert read_addresses(files["sitemap.xml"]) == [
        f"{ROOT}/",
        f"{ROOT}/b/",
        f"{ROOT}/%E8%8E%98%26%E5%8E%BF/",
    ]


def test_large_site_is_cut_and_indexed_without_loss() -> None:
    paths = [f"{number}/" for number in range(7)]
    files = write_sitemaps(ROOT, paths, limit=3)
    assert read_addresses(files.pop("sitemap.xml")) == [f"{ROOT}/{name}" for name in files]
    parts = [read_addresses(text) for text in files.values()]
    assert [len(part) for part in parts] == [3, 3, 1]
    assert [address for part in parts for address in part] == [f"{ROOT}/{path}" for path in sorted(paths)]


def test_robots_name_the_sitemap() -> None:
    assert f"Sitemap: {ROOT}/sitemap.xml" in write_robots(ROOT)

"""The first view of every article of the archive is light, that of the longest one, too."""

from pathlib import Path

from tests.site.built_site import Site
from tests.site.first_view import measure_first_view

# What a slow phone's network brings in its first round trips.
MOST_BYTES = 15_000


def test_first_view_of_every_article_is_light(sites: dict[str, Site]) -> None:
    site = sites["/repo/"]
    sizes = {path: measure_first_view(site.folder / path / "index.html") for path in site.articles}
    assert len(sizes) > 20
    largest = max(sizes, key=sizes.__getitem__)
    assert sizes[largest] <= MOST_BYTES, (largest, sizes[largest])
    assert min(sizes.values()) > 5_000, "styles and scripts are not counted"


def test_everything_that_a_page_loads_is_counted(tmp_path: Path) -> None:
    files = {
        "index.html": '<link rel="stylesheet" href="a.css"><script type="module" src="a.js"></script>',
        "a.css": "b {}",
        "a.js": 'import { b } from "./b.js";',
        "b.js": "export const b = 1;",
        "unused.js": "x",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    counted = measure_first_view(tmp_path / "index.html")
    (tmp_path / "b.js").write_text("export const b = 1; // which nobody expected", "utf-8")
    assert measure_first_view(tmp_path / "index.html") > counted
    (tmp_path / "unused.js").write_text("x" * 999, "utf-8")
    (tmp_path / "b.js").write_text("export const b = 1;", "utf-8")
    assert measure_first_view(tmp_path / "index.html") == counted

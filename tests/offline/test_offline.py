import json
from pathlib import Path
from struct import Struct

import pytest

from plugins.offline.offline import find_paper, write_manifest, write_worker

THEME = Path(__file__).parents[2] / "theme" / "static"
# A PNG file's width and height, two numbers of four bytes after its signature and the name of its first part.
PNG_SIZE = Struct(">II")
FILES = {"theme/css/site.css": b"a", "theme/js/site.js": b"b"}


def read_first_line(files: dict[str, bytes]) -> str:
    return write_worker("", files).split("\n")[0]


def test_version_is_that_of_the_files() -> None:
    assert read_first_line(FILES) == read_first_line(dict(reversed(FILES.items())))
    assert read_first_line(FILES) != read_first_line({**FILES, "theme/js/site.js": b"c"})
    assert read_first_line(FILES) != read_first_line({"theme/css/site.css": b"ab", "theme/js/site.js": b""})


def test_worker_keeps_home_search_and_theme() -> None:
    shell = json.loads(
        write_worker("", FILES).split("\n")[1].removeprefix("const SHELL = ").removesuffix(";")
    )
    assert shell == ["", "offline.html", "search/", "search/index/manifest.json", *FILES]


def test_manifest_works_under_any_base_path() -> None:
    manifest = json.loads(write_manifest("剪报", "检索", "#fbf9f3"))
    assert [manifest[key] for key in ("start_url", "scope", "lang")] == ["./", "./", "zh-CN"]
    assert not [icon for icon in manifest["icons"] if icon["src"].startswith(("/", "http"))]


def test_every_icon_of_the_manifest_is_as_large_as_it_says() -> None:
    icons = json.loads(write_manifest("剪报", "检索", "#fbf9f3"))["icons"]
    assert {(icon["sizes"], icon["purpose"]) for icon in icons} >= {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }
    for icon in icons:
        data = (THEME / icon["src"].removeprefix("theme/")).read_bytes()
        if icon["type"] == "image/png":
            assert "{}x{}".format(*PNG_SIZE.unpack_from(data, 16)) == icon["sizes"]


def test_colour_comes_from_the_token_file() -> None:
    assert find_paper([":root {\n  --paper: #123abc;\n}"]) == "#123abc"
    with pytest.raises(ValueError, match=r"tokens\.css"):
        find_paper([""])

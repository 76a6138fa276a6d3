"""What the Nu checker says of every page of the site."""

from pathlib import Path

import pytest

from tests.theme.nu_checker import check_pages, is_java_present

pytestmark = pytest.mark.skipif(
    not is_java_present(), reason="the Nu checker needs Java, and there is none here"
)

PAGE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>剪报</title></head>
<body><h1>剪报</h1>{}</body></html>
"""


def test_checker_finds_what_a_parser_lets_pass(tmp_path: Path) -> None:
    (tmp_path / "right.html").write_text(PAGE.format("<ol><li>一</li></ol>"), "utf-8")
    assert check_pages(tmp_path) == []
    (tmp_path / "wrong.html").write_text(
        PAGE.format('<a href="a b">一</a><label for="x">二</label>'), "utf-8"
    )
    assert [fault.split(":")[0] for fault in check_pages(tmp_path)] == ["/wrong.html", "/wrong.html"]


def test_no_page_breaks_a_rule(site: Path) -> None:
    assert check_pages(site) == []

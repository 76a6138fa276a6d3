"""Report a mistake: a link to a form for a new issue that says which article, where and which words."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import html5lib

from tests.theme.conftest import copy_content, run_build

ADDRESS = "https://example.org/repo"
FORM = "https://github.com/example/archive/issues/new"
ARTICLE = "articles/sample-0301-01/02/"


def test_the_form_is_filled_with_place_and_words(tmp_path: Path) -> None:
    output = tmp_path / "output"
    run = run_build(copy_content(tmp_path), output, ADDRESS, REPORT_URL=FORM)
    assert run.returncode == 0, run.stdout + run.stderr
    page = html5lib.parse((output / ARTICLE / "index.html").read_text("utf-8"), namespaceHTMLElements=False)
    link = next(element for element in page.iter("a") if element.get("data-report") is not None)
    asked = parse_qs(urlsplit(link.get("href")).query)
    assert link.get("href").startswith(FORM + "?")
    assert asked["title"] == ["差错 sample-0301-01/02"]
    place, lines, words = asked["body"][0].splitlines()
    assert place == f"{ADDRESS}/{ARTICLE}"
    assert lines.startswith("第") and lines.endswith("行")
    printed = "".join("".join(page.find(".//article").itertext()).split())
    assert len(words) > 10
    assert "".join(words.removesuffix("…").split())[:15] in printed


def test_without_a_form_there_is_no_link(site: Path) -> None:
    assert "data-report" not in (site / ARTICLE / "index.html").read_text("utf-8")

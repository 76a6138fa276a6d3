"""Whatever a page holds: every character but white space in exactly one item, no error, the same bytes twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.authorities import default_folder, load_authorities
from plugins.converter.archive.archive import Folders, Options, convert_one
from plugins.converter.archive.posts import render_posts
from plugins.converter.language import words
from plugins.converter.ledgers.ledger import Stamp, dump_ledger
from plugins.converter.pages.page import parse_page
from plugins.converter.pipeline import convert_page
from tests.converter.ledger_check import check_ledger
from tests.converter.mutations import MARKS, ODD, list_hostile_lines, mutate_page, read_corpus

SEEDS = range(60)
ANY_LINE = st.one_of(
    st.sampled_from(list_hostile_lines()),
    st.sampled_from([line for text in read_corpus()[:20] for line in text.split("\n")]),
    st.text(st.sampled_from(MARKS + ODD), max_size=30),
    st.text(max_size=20),
)
ANY_PAGE = st.lists(ANY_LINE, max_size=12).map("\n".join)


def convert(text: str) -> tuple[tuple[str, ...], str, dict[str, str]]:
    """The page's lines, its ledger and its posts, without files."""
    page = parse_page("000_page", text)
    converted, numbering = convert_page(page, load_authorities(default_folder()))
    return page.lines, dump_ledger(converted, numbering, Stamp("", {})), render_posts(converted)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_mutated_page_is_lossless(seed: int) -> None:
    lines, ledger, _ = convert(mutate_page(seed))
    check_ledger(lines, ledger)


@settings(max_examples=100, deadline=None)
@given(text=ANY_PAGE)
@example(text="")
@example(text="\n\n \n\u3000")
@example(text="\u2028")
@example(text="\x1c标题\x1d")
def test_any_page_is_lossless(text: str) -> None:
    lines, ledger, _ = convert(text)
    check_ledger(lines, ledger)


@pytest.mark.parametrize("text", read_corpus()[:12])
def test_a_whole_page_is_lossless(text: str) -> None:
    lines, ledger, _ = convert(text)
    check_ledger(lines, ledger)


@pytest.mark.parametrize("seed", range(1000, 1012))
def test_the_same_page_gives_the_same_bytes_with_either_cutter(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = mutate_page(seed)
    first = convert(text)
    cutter = words._load_jieba_cutter()
    assert words._load_cutter() is not cutter, "install rjieba: this test compares the two"
    monkeypatch.setattr(words, "_load_cutter", lambda: cutter)
    assert convert(text) == first


@pytest.mark.parametrize("seed", range(2000, 2006))
def test_converting_files_twice_changes_no_byte(seed: int, tmp_path: Path) -> None:
    folders = Folders(tmp_path / "raw", tmp_path / "ledger", tmp_path / "posts", default_folder())
    folders.raw.mkdir()
    # The folder's own mask: bytes as they are, in any encoding that a page may have.
    (folders.raw / "000_page.txt").write_bytes(mutate_page(seed).encode("utf-8"))
    outcome = convert_one("000_page", folders, Options())
    if outcome.failure is not None:
        assert "characters are" in outcome.failure  # too many control characters for a text
        return
    before = read_files(tmp_path)
    again = convert_one("000_page", folders, Options(every_page=True))
    assert again.changed == ()
    assert read_files(tmp_path) == before
    assert convert_one("000_page", folders, Options()).skipped


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=200))
def test_any_bytes_are_converted_or_refused_with_a_reason(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    folders = Folders(folder, folder / "ledger", folder / "posts", default_folder())
    (folder / "page.txt").write_bytes(data)
    outcome = convert_one("page", folders, Options())
    assert outcome.failure is None or len(outcome.failure) > len("no text")
    assert (folder / "ledger" / "page.json").exists() == (outcome.failure is None)


def read_files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}

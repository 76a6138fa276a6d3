"""Content that cannot be shown stops the build with a message that tells file, reason and way out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.theme.conftest import copy_content, run_build


def lose_text(content: Path) -> None:
    (content / "raw" / "sample-zibo.txt").unlink()


def break_ledger(content: Path) -> None:
    (content / "ledger" / "sample-zibo.json").write_text("{", "utf-8")


def name_strange_newspaper(content: Path) -> None:
    post = content / "posts" / "sample-zibo" / "01.md"
    post.write_text(post.read_text("utf-8").replace("Category: 未详", "Category: 无名报"), "utf-8")


def share_slug(content: Path) -> None:
    table = content / "authorities" / "topics.toml"
    table.write_text(table.read_text("utf-8").replace('"zhengwu"', '"search"'), "utf-8")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lose_text, ("sample-zibo.txt", "remove its ledger")),
        (break_ledger, ("sample-zibo.json:1", "convert again")),
        (name_strange_newspaper, ("无名报", "newspapers.toml")),
        (share_slug, ("search", "政务")),
    ],
)
def test_build_stops_and_says_why(
    spoil: Callable[[Path], None], words: tuple[str, ...], tmp_path: Path
) -> None:
    content = copy_content(tmp_path)
    spoil(content)
    run = run_build(content, tmp_path / "output", "https://example.org")
    said = "".join((run.stdout + run.stderr).split())
    assert run.returncode != 0
    assert [word for word in words if "".join(word.split()) not in said] == []
    assert "Traceback" not in said

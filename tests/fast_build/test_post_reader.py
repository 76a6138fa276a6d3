"""The reader gives exactly what Pelican's own reader gives."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pelican.readers import MarkdownReader
from pelican.settings import DEFAULT_CONFIG

from plugins.fast_build.plain_body import write_plain
from plugins.fast_build.post_reader import PostReader

ROOT = Path(__file__).parents[2]
POSTS = sorted((ROOT / "content" / "posts").rglob("*.md"))
HEAD = "Title: 题\nTags: 聊城, 教育\n"
# Pieces of newspaper text, and everything that python-markdown could take for markup.
PIECES = st.sampled_from(
    [
        *(
            "聊城",
            "（记者 张三）",
            "2023年",
            "0635-8451234",
            "“好”",
            "a",
            " ",
            "  ",
            "\u3000",
            "\n",
            "\n\n",
            "\n\n\n",
        ),
        *(
            "1. ",
            "- ",
            "+ ",
            "* ",
            "# ",
            "## ",
            "##",
            "> ",
            "===",
            "---",
            ": ",
            "    ",
            "\t",
            "\r\n",
            "\\*",
            "`",
            "```",
        ),
        *(
            "*",
            "**",
            "_",
            "[一](二)",
            "![",
            "[^1]",
            "<b>",
            "&amp;",
            "&",
            "|",
            "~~~",
            "{: #x}",
            "^",
            "=",
            ":",
            "!",
        ),
        *(
            "https://example.org",
            "\x02",
            "\x03",
            "\x7f",
            "\u2028",
            "\x85",
            "...",
            "(c)",
            '"',
            "'",
            "$",
            "%",
            "@",
            "/",
        ),
    ]
)


def make_readers() -> tuple[MarkdownReader, PostReader]:
    configuration = {**DEFAULT_CONFIG, "FORMATTED_FIELDS": []}
    return MarkdownReader(configuration), PostReader(configuration)


def read_both(text: str, folder: Path) -> list[tuple[str, Any]]:
    path = folder / "post.md"
    path.write_bytes(text.encode())
    return [reader.read(str(path)) for reader in make_readers()]


@given(st.lists(PIECES, max_size=8).map("".join))
@settings(max_examples=100, deadline=None)
@example("一段。\n\n## 小标题\n\n又一段。")
@example("## 小标题 ##\n\n一段")
@example("一行\n---")
@example("*强调*与_强调_")
@example("甲\n\n: 乙")
@example("")
def test_any_body_reads_as_with_pelican(tmp_path_factory: pytest.TempPathFactory, body: str) -> None:
    own, fast = read_both(f"{HEAD}\n{body}\n", tmp_path_factory.getbasetemp())
    assert fast == own


@given(st.lists(PIECES, max_size=5).map("".join))
@settings(max_examples=40, deadline=None)
@example("甲\n这一行没有键")
@example("甲\n---\n乙")
def test_any_metadata_reads_as_with_pelican(tmp_path_factory: pytest.TempPathFactory, value: str) -> None:
    own, fast = read_both(f"{HEAD}Kicker: {value}\n\n一段。\n", tmp_path_factory.getbasetemp())
    assert fast == own


def test_one_reader_reads_many_posts_as_new_ones_do() -> None:
    own, fast = make_readers()
    assert len(POSTS) > 20
    for path in POSTS:
        assert fast.read(str(path)) == own.read(str(path)), path


def test_most_posts_need_no_markdown() -> None:
    bodies = [path.read_text("utf-8").partition("\n\n")[2].strip("\n") for path in POSTS]
    plain = [body for body in bodies if write_plain(body) is not None]
    assert len(plain) > 0.7 * len(bodies)


def test_subheads_and_paragraphs_are_written() -> None:
    assert write_plain("一段。\n\n## 小标题\n\n又一段。") == "<p>一段。</p>\n<h2>小标题</h2>\n<p>又一段。</p>"
    assert write_plain("一段*强调*。") is None

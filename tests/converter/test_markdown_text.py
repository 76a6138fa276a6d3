"""Escaped text shows exactly as it was printed, whatever Markdown would make of it."""

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.converter.archive.markdown_text import (
    escape_heading,
    escape_markdown,
    escape_value,
    show_controls,
)
from tests.converter.case_files import Case, name_case, read_cases
from tests.converter.rendering import Block, list_settings, read_blocks, read_post, show, show_value

HAZARDS = [case["text"] for case in read_cases("markdown")]
SETTINGS = list_settings()
# Pieces of hazards beside arbitrary characters: markup needs its neighbours to come alive.
MARKS = st.sampled_from(
    [*"#*_-+>:|~`\\[](){}<>&;=!.^\"' \t1９", "\x00", "\x02", "\u202e", "\u3000", "中", "a"]
)
LINES = st.one_of(
    st.sampled_from(HAZARDS),
    st.lists(st.one_of(MARKS, st.sampled_from(HAZARDS), st.text(max_size=3)), min_size=1, max_size=8).map(
        "".join
    ),
).filter(lambda text: bool(text.strip()))


def read(body: str, name: str) -> list[Block]:
    return read_blocks(read_post(f"Title: x\n\n{body}\n", SETTINGS[name])[0])


@pytest.fixture(params=SETTINGS)
def setting(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("case", read_cases("markdown"), ids=name_case)
def test_a_hazard_shows_as_text(case: Case, setting: str) -> None:
    text = case["text"]
    assert read(escape_markdown(text), setting) == [Block("p", show(text))]
    assert read(f"## {escape_heading(text)}", setting) == [Block("h2", show(text))]


@settings(max_examples=100, deadline=None)
@given(lines=st.lists(LINES, min_size=1, max_size=4), name=st.sampled_from(sorted(SETTINGS)))
@example(lines=["标题", "---"], name="pelican")
@example(lines=["甲 | 乙", "--- | ---", "丙 | 丁"], name="pelican")
@example(lines=["词", ": 释义"], name="project")
def test_any_lines_show_as_paragraphs_of_their_own(lines: list[str], name: str) -> None:
    body = "\n\n".join(map(escape_markdown, lines))
    assert read(body, name) == [Block("p", show(line)) for line in lines]


@settings(max_examples=100, deadline=None)
@given(lines=st.lists(LINES, min_size=1, max_size=3), name=st.sampled_from(sorted(SETTINGS)))
def test_any_lines_show_as_headings(lines: list[str], name: str) -> None:
    body = "\n\n".join(f"## {escape_heading(line)}" for line in lines)
    assert read(body, name) == [Block("h2", show(line)) for line in lines]


@settings(max_examples=100, deadline=None)
@given(text=LINES)
def test_a_value_is_one_line_and_shows_as_it_stands(text: str) -> None:
    value = escape_value(text)
    assert value.splitlines() == [value]
    assert show_value(value) == show(text)
    assert not set("<>\"'") & set(value)


@settings(max_examples=100, deadline=None)
@given(text=st.text())
def test_shown_text_cannot_hide_anything(text: str) -> None:
    shown = show_controls(text)
    assert show(shown) == "".join(shown.split()) == show(text)
    assert show_controls(shown) == shown


def test_settings_differ() -> None:
    """The three readers are three: a table is one only with Pelican's extensions."""
    table: dict[str, Any] = {name: read("a | b\n--- | ---\n1 | 2", name) for name in SETTINGS}
    assert table["pelican"][0].name.startswith("table")
    assert table["bare"][0].name == "p"

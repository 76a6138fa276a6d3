"""Posts: Pelican's own reader shows exactly an item's text and every field as it stands."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.authorities import default_folder, load_authorities
from plugins.converter.archive.posts import render_post, render_posts
from plugins.converter.pages.items import Credit, Element, Evidence, Item, Kind, PageFacts, PageItems, Role
from plugins.converter.pages.page import read_page
from plugins.converter.pages.spans import Span
from plugins.converter.pipeline import convert_page
from tests.converter.case_files import read_cases
from tests.converter.evaluation.page_sets import REPOSITORY
from tests.converter.rendering import Block, list_settings, read_blocks, read_post, show, show_value, squeeze

SETTINGS = list_settings()
HAZARDS = [case["text"] for case in read_cases("markdown")]
LINES = st.one_of(st.sampled_from(HAZARDS), st.text(min_size=1, max_size=12)).filter(
    lambda text: bool(text.strip())
)
PERHAPS = st.one_of(st.none(), LINES)
NAMES = st.lists(LINES, max_size=3, unique=True).map(tuple)
PRINTED = (Role.KICKER, Role.HEADLINE, Role.DECK, Role.DATELINE)
RAW_PAGES = sorted((REPOSITORY / "content" / "raw").glob("*.txt"))


def make_element(role: Role, text: str) -> Element:
    return Element(role, (Span(1, 0, len(text)),), text)


@st.composite
def draw_items(draw: st.DrawFn) -> Item:
    printed = [make_element(role, text) for role in PRINTED if (text := draw(PERHAPS)) is not None]
    body = draw(
        st.lists(st.builds(make_element, st.sampled_from([Role.PARAGRAPH, Role.SUBHEAD]), LINES), max_size=4)
    )
    return Item(
        kind=draw(st.sampled_from([Kind.ARTICLE, Kind.NOTICE])),
        elements=tuple(printed + body),
        number=draw(st.integers(1, 120)),
        section=draw(PERHAPS),
        credit=Credit(draw(NAMES), draw(NAMES), draw(NAMES), draw(PERHAPS)),
        date=draw(st.sampled_from([None, "2023", "2023-03", "2023-03-01"])),
        city=draw(PERHAPS),
        counties=draw(NAMES),
        topics=draw(NAMES),
        keywords=draw(NAMES),
        incomplete=draw(st.booleans()),
        problems=draw(NAMES),
    )


@st.composite
def draw_facts(draw: st.DrawFn) -> PageFacts:
    evidence = st.builds(Evidence, st.integers(1, 99), LINES, st.sampled_from(["masthead", "latest", "odd"]))
    return PageFacts(
        id="000_page",
        newspaper=draw(PERHAPS),
        date_evidence=draw(st.one_of(st.none(), evidence)),
        page_number=draw(PERHAPS),
    )


def make_caption(text: str, owner: int) -> Item:
    return Item(Kind.CAPTION, (make_element(Role.PARAGRAPH, text),), number=500, belongs_to=owner)


def show_body(item: Item, captions: list[str]) -> list[Block]:
    names = {Role.PARAGRAPH: "p", Role.SUBHEAD: "h2"}
    figures = [Block("figure/figcaption", show(text)) for text in captions]
    return figures + [
        Block(names[element.role], show(element.text)) for element in item.elements if element.role in names
    ]


def show_list(values: Any) -> list[str]:
    return [show_value(value) for value in values]


def widen(value: str) -> str:
    """What stands for the characters of a name that would part a list."""
    return show(value.translate(str.maketrans(",;<>&\"'", "，；＜＞＆＂＇")))


@pytest.mark.parametrize("name", SETTINGS)
@settings(max_examples=60, deadline=None)
@given(item=draw_items(), facts=draw_facts(), captions=st.lists(LINES, max_size=2))
def test_the_body_shows_exactly_the_items_text(
    name: str, item: Item, facts: PageFacts, captions: list[str]
) -> None:
    others = [make_caption(text, item.number) for text in captions] + [
        make_caption("别人的", item.number + 1)
    ]
    post = render_post(PageItems(facts, (item, *others)), item)
    content, _ = read_post(post, SETTINGS[name])
    assert read_blocks(content) == show_body(item, captions)


@settings(max_examples=100, deadline=None)
@given(item=draw_items(), facts=draw_facts())
def test_metadata_shows_as_it_stands(item: Item, facts: PageFacts) -> None:
    post = render_post(PageItems(facts, (item,)), item)
    _, metadata = read_post(post, SETTINGS["project"])
    printed = {
        "kicker": item.text(Role.KICKER),
        "deck": item.text(Role.DECK),
        "dateline": item.text(Role.DATELINE),
        "section": item.section,
        "byline": item.credit.text,
        "page_number": facts.page_number,
        "problems": "; ".join(item.problems) or None,
    }
    for key, text in printed.items():
        assert show_value(metadata.get(key, "")) == show(text or ""), key
    assert show_value(metadata["category"]) == show(facts.newspaper or "未详")
    if item.text(Role.HEADLINE):
        assert show_value(metadata["title"]) == show(item.text(Role.HEADLINE) or "")
    assert metadata["kind"] == item.kind.value
    assert metadata["slug"] == f"000_page-{metadata['item_number']}"
    assert int(metadata["item_number"]) == item.number


@settings(max_examples=100, deadline=None)
@given(item=draw_items(), facts=draw_facts())
def test_lists_keep_their_values_apart(item: Item, facts: PageFacts) -> None:
    _, metadata = read_post(render_post(PageItems(facts, (item,)), item), SETTINGS["project"])
    tags = dict.fromkeys(tag for tag in (item.city or "", *item.counties, *item.topics) if tag)
    assert show_list(metadata.get("tags", [])) == [widen(tag) for tag in tags]
    authors = dict.fromkeys(item.credit.names)
    assert show_list(metadata.get("authors", [])) == [widen(name) for name in authors]
    reporters = str(metadata.get("reporters", ""))
    assert [squeeze(name) for name in reporters.split(", ") if name] == [
        widen(name) for name in item.credit.reporters
    ]


@settings(max_examples=100, deadline=None)
@given(item=draw_items(), facts=draw_facts())
def test_a_header_is_one_line_a_key(item: Item, facts: PageFacts) -> None:
    header, _, _ = render_post(PageItems(facts, (item,)), item).partition("\n\n")
    keys = [line.partition(": ")[0] for line in header.splitlines()]
    assert len(keys) == len(set(keys)) == header.count("\n") + 1
    assert keys[0] == "Title"
    assert all(key.isascii() and key.replace("_", "").isalpha() for key in keys)


def test_a_post_without_a_headline_takes_its_first_words() -> None:
    item = Item(Kind.ARTICLE, (make_element(Role.PARAGRAPH, "<b>" + "文" * 40),), number=7)
    _, metadata = read_post(render_post(PageItems(PageFacts("p"), (item,)), item), SETTINGS["project"])
    assert show_value(metadata["title"]) == "<b>" + "文" * 17 + "…"


@pytest.mark.parametrize(
    ("date", "shown", "precision"),
    [(None, "1900-01-01", "unknown"), ("2023", "2023-01-01", "year"), ("2023-04", "2023-04-01", "month")],
)
def test_a_date_is_full_and_tells_its_precision(date: str | None, shown: str, precision: str) -> None:
    item = Item(Kind.NOTICE, (make_element(Role.PARAGRAPH, "文"),), number=1, date=date)
    _, metadata = read_post(render_post(PageItems(PageFacts("p"), (item,)), item), SETTINGS["project"])
    assert f"{metadata['date']:%Y-%m-%d}" == shown
    assert metadata["date_precision"] == precision


@pytest.mark.parametrize("path", RAW_PAGES, ids=lambda path: path.stem)
def test_posts_of_the_first_pages_show_their_text(path: Any) -> None:
    page, _ = convert_page(read_page(path), load_authorities(default_folder()))
    posts = render_posts(page)
    shown = {f"{item.number:02d}": item for item in page.items if item.kind in (Kind.ARTICLE, Kind.NOTICE)}
    assert posts.keys() == shown.keys()
    for name, item in shown.items():
        content, metadata = read_post(posts[name], SETTINGS["project"])
        captions = ["".join(one.paragraphs) for one in page.items if one.belongs_to == item.number]
        assert read_blocks(content) == show_body(item, captions)
        assert show_value(metadata["title"]) == show(item.text(Role.HEADLINE) or metadata["title"])

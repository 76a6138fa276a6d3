"""The five pages of the archive, converted, against the gold that the project keeps of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.converter.evaluation.conversion import convert_texts
from tests.converter.evaluation.fields import is_headline_right, squeeze
from tests.converter.evaluation.matching import Match, PageMatch, match_page
from tests.converter.evaluation.page_sets import CONVERTER_TESTS, read_first_pages
from tests.converter.page_maker.gold import read_gold

PAGE_IDS = [read_gold(path).id for path in sorted((CONVERTER_TESTS / "gold").glob("*.json"))]


@pytest.fixture(scope="module")
def pages() -> dict[str, PageMatch]:
    page_set = read_first_pages()
    readings = convert_texts({page.id: text for page, text in page_set.pages})
    return {page.id: match_page(page, text, readings[page.id]) for page, text in page_set.pages}


@pytest.fixture(params=PAGE_IDS)
def page(request: pytest.FixtureRequest, pages: dict[str, PageMatch]) -> PageMatch:
    return pages[request.param]


def list_wrong(page: PageMatch, kinds: tuple[str, ...], *names: str) -> list[str]:
    """`headline: field gold ≠ found` for each item of the kinds that has a field unlike the gold's."""
    return [
        f"{match.gold.headline}: {name} {getattr(match.gold, name)} ≠ {getattr(match.found, name, None)}"
        for match in page.matches
        if match.gold.kind in kinds
        for name in names
        if squeeze(str(getattr(match.gold, name))) != squeeze(str(getattr(match.found, name, None)))
    ]


def select(page: PageMatch, *kinds: str) -> list[Match]:
    return [match for match in page.matches if match.gold.kind in kinds]


def test_ledger_is_lossless(page: PageMatch) -> None:
    assert page.is_lossless


def test_articles_and_notices_own_exactly_their_characters(page: PageMatch) -> None:
    wrong = [match.gold.headline for match in select(page, "article", "notice") if not match.is_owner_right]
    assert wrong == []


def test_headlines(page: PageMatch) -> None:
    wrong = [
        (match.gold.headline, match.found and match.found.headline)
        for match in select(page, "article", "notice")
        if match.found is None or not is_headline_right(match.gold, match.found)
    ]
    assert wrong == []


def test_kickers_decks_and_subheads(page: PageMatch) -> None:
    # Under an accepted headline the other line is kicker or deck; only the gold's own headline fixes which.
    assert list_wrong(page, ("article",), "subheads") == []
    own = [
        one for one in page.matches if one.found and squeeze(one.found.headline) == squeeze(one.gold.headline)
    ]
    assert list_wrong(replace(page, matches=tuple(own)), ("article",), "kicker", "deck") == []


def test_bylines_with_roles_and_datelines(page: PageMatch) -> None:
    assert list_wrong(page, ("article",), "byline", "dateline") == []


def test_paragraphs(page: PageMatch) -> None:
    # The notice of page 004 prints telephone, contact and closing formula on one line: one paragraph or two.
    assert list_wrong(page, ("article",), "paragraphs") == []
    for match in select(page, "notice"):
        found = match.found.paragraphs if match.found else ()
        assert squeeze("".join(found)) == squeeze("".join(match.gold.paragraphs))


def test_kinds(page: PageMatch) -> None:
    assert list_wrong(page, ("article", "notice", "advertisement", "furniture", "caption"), "kind") == []


def test_cities_and_main_counties(page: PageMatch) -> None:
    assert list_wrong(page, ("article", "notice"), "city") == []
    for match in select(page, "article", "notice"):
        found = match.found.counties if match.found else ()
        if match.gold.county is None:
            assert set(found) <= set(match.gold.counties), match.gold.headline
        else:
            assert found[:1] == (match.gold.county,), match.gold.headline


def test_main_topics(page: PageMatch) -> None:
    wrong = [
        (match.gold.headline, match.gold.topics[0], match.found and match.found.topics)
        for match in select(page, "article", "notice")
        if match.found is None or match.found.topics[:1] != match.gold.topics[:1]
    ]
    assert wrong == []


def test_incomplete_items_and_no_others_are_flagged(page: PageMatch) -> None:
    assert list_wrong(page, ("article", "notice"), "incomplete") == []


def test_page_date_is_within_its_accepted_range(page: PageMatch) -> None:
    assert page.date is not None
    assert page.date.startswith(page.page.date_accept)


def test_number_of_articles_and_notices(pages: dict[str, PageMatch]) -> None:
    kinds = [match.found.kind for page in pages.values() for match in page.matches if match.found]
    assert (kinds.count("article"), kinds.count("notice")) == (25, 3)

"""Folds: what reads a page in learning must have learned from none of its writer's texts."""

from tests.converter.evaluation.page_sets import CONVERTER_TESTS
from tests.converter.fitting.folds import FOLDS, find_fold
from tests.converter.fitting.pages import deal_pages
from tests.converter.page_maker.article import Article, read_articles

WRITERS = [f"{first}{second}-" for first in "abcd" for second in "xyz"]
LEADS = "今年麦收比往年早了五天，农机手从南到北一路收过来，村里的晒场上铺满了新打的麦子。"


def name_texts(count: int) -> list[Article]:
    """Articles that say in their headline and in their text whose they are."""
    return [
        Article(
            f"{writer}{number}",
            headline=f"{writer[:2]}家第{number}号麦场开镰",
            body=(f"{writer[:2]}家说，{LEADS}",),
        )
        for writer in WRITERS
        for number in range(count)
    ]


def test_a_page_has_the_texts_of_its_fold_alone() -> None:
    pages = list(deal_pages(name_texts(6), 40, 7))
    assert len({page.fold for page in pages}) > 1
    for page in pages:
        writers = {(item.headline or "")[:2] for item in page.items if item.kind == "article"}
        assert writers
        assert {find_fold(f"{writer}-1") for writer in writers} == {page.fold}


def test_a_fold_has_as_many_pages_as_its_share_of_the_articles() -> None:
    articles = name_texts(6)
    pages = list(deal_pages(articles, 60, 7))
    assert abs(len(pages) - 60) < FOLDS
    for fold in range(FOLDS):
        share = sum(find_fold(one.name) == fold for one in articles) / len(articles)
        assert abs(sum(page.fold == fold for page in pages) - 60 * share) < 1


def test_a_writers_pages_and_articles_are_of_one_fold() -> None:
    assert len({find_fold(name) for name in ("pk-02", "pk-02-03", "pk-11")}) == 1
    assert {find_fold(name) for name in ("police-raid", "000_c9438ffb8e62d1b7", "typhoon")} == {0}
    written = {find_fold(one.name) for one in read_articles(CONVERTER_TESTS / "articles" / "tuning")}
    assert written == set(range(FOLDS))

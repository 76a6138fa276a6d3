"""The page maker: its truth accounts for each character, and its noise is what the profile says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.converter.evaluation.clusters import is_lossless
from tests.converter.evaluation.page_sets import CONVERTER_TESTS, read_set
from tests.converter.page_maker.__main__ import main
from tests.converter.page_maker.article import Article, ArticleError, guess_place, read_article, read_articles
from tests.converter.page_maker.composing import count_signature
from tests.converter.page_maker.cutting import NOT_AFTER_CUT, NOT_BEFORE_CUT, list_cuts
from tests.converter.page_maker.gold import GoldItem, is_interleaved, read_gold
from tests.converter.page_maker.noise import PROFILES
from tests.converter.page_maker.page import MadePage, make_page

ARTICLES_FOLDER = CONVERTER_TESTS / "articles"
TUNING = ARTICLES_FOLDER / "tuning"
ARTICLES = read_articles(TUNING)
STORIES = [one for one in ARTICLES if one.kind == "article"]
OTHERS = [one for one in ARTICLES if one.kind in ("notice", "advertisement", "caption")]
FURNITURE = [one for one in ARTICLES if one.kind == "furniture"]

pages = st.builds(
    make_page,
    st.tuples(
        st.lists(st.sampled_from(STORIES), min_size=1, max_size=6, unique=True),
        st.lists(st.sampled_from(OTHERS), max_size=2, unique=True),
    ).map(lambda both: [*both[0], *both[1]]),
    st.just(FURNITURE),
    st.sampled_from(sorted(PROFILES)),
    st.integers(0, 10**6),
)
quick = settings(max_examples=60, deadline=None)


def squeeze(text: str) -> str:
    return "".join(text.split())


def read_spans(page: MadePage, item: GoldItem) -> str:
    lines = page.text.split("\n")
    return "".join(lines[line - 1][start:end] for line, start, end in item.spans)


@quick
@given(pages)
def test_each_character_belongs_to_one_item(page: MadePage) -> None:
    assert is_lossless(page.text, [item.spans for item in page.gold.items])


@quick
@given(pages)
def test_fields_are_what_stands_in_the_spans(page: MadePage) -> None:
    for item in page.gold.items:
        fields = [item.kicker, item.headline, item.deck, item.dateline, item.byline.text]
        texts = [*filter(None, fields), *item.subheads, *item.paragraphs]
        signed = [
            page.text.split("\n")[line - 1][start:end]
            for element in item.elements
            if element.role == "signature"
            for line, start, end in element.spans
        ]
        assert Counter(squeeze("".join([*texts, *signed]))) == Counter(squeeze(read_spans(page, item)))
        assert [span for element in item.elements for span in element.spans] == list(item.spans)


@quick
@given(pages)
def test_whole_articles_keep_their_text(page: MadePage) -> None:
    whole = {_fold(squeeze("".join(one.body).replace("## ", ""))) for one in STORIES}
    for item in page.gold.items:
        if item.kind == "article" and not item.incomplete and " and " not in read_spans(page, item):
            body = [one for one in item.elements if one.role in ("paragraph", "subhead")]
            lines = page.text.split("\n")
            text = "".join(lines[ln - 1][a:b] for one in body for ln, a, b in one.spans)
            assert _fold(squeeze(text)) in whole


@quick
@given(pages)
def test_lines_of_an_open_paragraph_never_end_or_begin_at_a_forbidden_mark(page: MadePage) -> None:
    lines = page.text.split("\n")
    for item in page.gold.items:
        for element in item.elements:
            if element.role == "paragraph":
                pairs = zip(element.spans, element.spans[1:], strict=False)
                for (line, _, end), (following, start, _) in pairs:
                    assert lines[line - 1][end - 1] not in NOT_BEFORE_CUT
                    assert lines[following - 1][start] not in NOT_AFTER_CUT


@quick
@given(pages)
def test_what_belongs_to_an_item_points_at_it(page: MadePage) -> None:
    for item in page.gold.items:
        if item.belongs_to is not None:
            assert item.kind == "caption"
            assert page.gold.items[item.belongs_to].kind == "article"
        if item.duplicate_of is not None:
            original = page.gold.items[item.duplicate_of]
            assert squeeze(item.paragraphs[0]) in squeeze(read_spans(page, original))
    assert page.gold.interleaved == is_interleaved(page.gold.items)


def _fold(text: str) -> str:
    return text.translate(str.maketrans("，；：（）！？", ",;:()!?"))


def test_the_same_seed_gives_the_same_page() -> None:
    first, again = (make_page(STORIES[:5], FURNITURE, "hard", 7) for _ in range(2))
    assert first == again
    assert first.text != make_page(STORIES[:5], FURNITURE, "hard", 8).text


def test_only_the_woven_profiles_interleave() -> None:
    counts = {
        profile: sum(make_page(STORIES[:6], [], profile, seed).gold.interleaved for seed in range(20))
        for profile in PROFILES
    }
    assert counts["easy"] == 0
    assert min(counts["interleaved"], counts["hard"]) >= 10


def test_hard_pages_show_every_noise() -> None:
    made = [make_page(STORIES[at : at + 6], FURNITURE, "hard", at) for at in range(0, len(STORIES) - 6)]
    items = [item for page in made for item in page.gold.items]
    assert any(item.incomplete for item in items)
    assert any(item.duplicate_of is not None for item in items)
    assert any(item.belongs_to is not None for item in items)
    bylines = [one for item in items for one in item.elements if one.role == "byline"]
    assert any(len(one.spans) == 2 for one in bylines)
    assert any("\n\n\n\n" in page.text for page in made)
    assert any(" and " in page.text for page in made)


def test_cuts_spare_marks_but_not_words_and_numbers() -> None:
    assert list_cuts("全市“电子，卡”已发480多万张。") == [2, 4, 6, 8, 9, 10, 11, 12, 13, 14, 15]


def test_signature_of_a_notice() -> None:
    body = ("请相互转告。", "联系电话：0635-8211000", "特此公告", "冠县水务局", "2022年5月6日")
    assert count_signature(body) == 2


@pytest.mark.parametrize("line", ["kinds: article", "kind article", "kind: story"])
def test_a_wrong_header_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "x.txt"
    path.write_text(f"headline: 题\n{line}\n\n文。\n", encoding="utf-8")
    with pytest.raises(ArticleError, match=r"x\.txt, line 2"):
        read_article(path)


def test_a_byline_without_a_place_closes_its_article(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("kind: article\nbyline: （国甲）\n\n文。\n", encoding="utf-8")
    assert read_article(path).byline_place == "closing"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("聊城日报 2022年9月14日 星期三", "top"),
        ("责任编辑：单文静 美编：路遥", "bottom"),
        ("上一篇 下一篇", "web"),
        ("走基层", "middle"),
    ],
)
def test_the_place_of_furniture_is_told_by_its_words(text: str, place: str) -> None:
    assert guess_place(text) == place


def test_the_command_writes_pages_with_their_gold(tmp_path: Path) -> None:
    arguments = ["--articles", str(TUNING), "--out", str(tmp_path / "made"), "--seed", "3", "--pages", "3"]
    assert main(arguments) == 0
    page_set = read_set("made", tmp_path / "made", tmp_path / "made")
    assert [page.id for page, _ in page_set.pages] == ["made-easy-01", "made-hard-03", "made-interleaved-02"]
    for page, text in page_set.pages:
        assert is_lossless(text, [item.spans for item in page.items])


@pytest.mark.parametrize(
    "path", sorted((CONVERTER_TESTS / "pages").glob("*/*.json")), ids=lambda path: path.stem
)
def test_composed_pages_are_lossless(path: Path) -> None:
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    assert is_lossless(text, [item.spans for item in read_gold(path).items])


@pytest.mark.parametrize("half", ["tuning", "scoring"])
def test_composed_pages_are_made_of_the_articles_as_they_are(tmp_path: Path, half: str) -> None:
    # After a change to articles or page maker: the command below with --out tests/converter/pages/<half>.
    out = tmp_path / half
    assert main(["--articles", str(ARTICLES_FOLDER / half), "--out", str(out), "--seed", "20"]) == 0
    stored = {path.name: path.read_bytes() for path in (CONVERTER_TESTS / "pages" / half).iterdir()}
    made = {path.name: path.read_bytes() for path in out.iterdir()}
    assert sorted(made) == sorted(stored)
    assert [name for name in made if made[name] != stored[name]] == []


@pytest.mark.parametrize("half", ["tuning", "scoring"])
def test_headers_agree_with_their_texts(half: str) -> None:
    # Only names of files are shown: nobody who tunes the converter should see the scoring half.
    wrong = [one.name for one in read_articles(ARTICLES_FOLDER / half) if not is_consistent(one)]
    assert wrong == []


def is_consistent(article: Article) -> bool:
    names = (*article.reporters, *article.correspondents, *article.authors)
    if not all(name in squeeze(article.byline) for name in names) or not article.body:
        return False
    is_told = bool(article.headline and article.topics) or article.kind != "article"
    return is_told and not (article.counties and not article.city)


def test_a_county_that_is_only_named_is_not_the_main_one() -> None:
    story = replace(STORIES[0], counties=("-", "莘县"))
    item = next(one for one in make_page([story], [], "easy", 1).gold.items if one.kind == "article")
    assert (item.county, item.counties) == (None, ("莘县",))


def test_a_story_without_a_city_may_be_the_pages(tmp_path: Path) -> None:
    stories = [replace(STORIES[0], city="聊城"), replace(STORIES[1], city="", counties=())]
    items = [one for one in make_page(stories, [], "easy", 1).gold.items if one.kind == "article"]
    assert {(one.city, one.city_accept) for one in items} == {("聊城", ()), (None, ("聊城",))}

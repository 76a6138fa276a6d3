"""The latent space: how it is written and learned, and what it tells of texts that share no word."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.authorities import default_folder, load_authorities
from plugins.converter.assembly.growth import LATELY, Growth
from plugins.converter.language.latent_space import (
    LIMIT,
    TABLE,
    LatentSpace,
    count_terms,
    load_latent_space,
    read_space,
    write_space,
)
from plugins.converter.language.words import cut_words
from plugins.converter.pages.items import Kind
from plugins.converter.pages.page import parse_page
from plugins.converter.scoring import fragment_vectors
from plugins.converter.scoring.fragment_vectors import COMMON, list_likeness_cues, place_fragments
from plugins.converter.scoring.fragments import cut_fragments
from plugins.converter.scoring.scored_page import score_page
from plugins.converter.scoring.strands import Part
from tests.converter.fitting import latent
from tests.converter.fitting.folds import FOLDS
from tests.converter.fitting.latent import LEAST, Document, fit_fold_spaces, fit_space
from tests.converter.fitting.latent import list_documents as list_article_documents
from tests.converter.page_maker.article import Article

PLACES = load_authorities(default_folder()).places
FARM = ("麦田", "返青", "农机", "亩产", "追肥", "墒情")
COURT = ("法官", "原告", "被告", "判决", "调解", "借条")
COORDINATES = st.integers(-LIMIT, LIMIT)


def make_document(words: tuple[str, ...], fold: int = 0) -> Document:
    return Document(Counter(words), fold)


def make_field(words: tuple[str, ...], fold: int = 0) -> list[Document]:
    """Articles of one field, each with all words of it but one."""
    return [make_document(words[:at] + words[at + 1 :], fold) for at in range(len(words))] * 2


def compare(space: LatentSpace, one: str, other: str) -> float:
    left, right = space.place([{one: 1}, {other: 1}])
    return float(left @ right / np.linalg.norm(left) / np.linalg.norm(right))


@settings(max_examples=40, deadline=None)
@given(
    rows=st.dictionaries(st.text("麦田法官一", min_size=1, max_size=3), st.none(), min_size=1),
    data=st.data(),
)
def test_a_space_is_read_as_it_was_written(rows: dict[str, None], data: st.DataObject) -> None:
    sides = st.lists(COORDINATES, min_size=4, max_size=4)
    vectors = np.array([data.draw(sides) for _ in rows], dtype=np.int8)
    space = LatentSpace({term: row for row, term in enumerate(rows)}, vectors)
    with TemporaryDirectory() as folder:
        path = Path(folder, "space.tsv")
        write_space(path, space)
        found = read_space(path)
    for term in rows:
        assert found.vectors[found.rows[term]].tolist() == vectors[space.rows[term]].tolist()


@pytest.mark.parametrize("row", ["麦田", "麦田\tab", "麦田\ta"])
def test_a_broken_row_is_named(tmp_path: Path, row: str) -> None:
    path = tmp_path / "space.tsv"
    path.write_text(f"返青\tabc\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"space\.tsv:2: .*make the table anew"):
        read_space(path)


def test_the_table_holds_whole_coordinates_of_one_size() -> None:
    space = read_space(TABLE)
    assert len(space.rows) == len(space.vectors) > 5000
    assert set(np.unique(space.vectors).tolist()) <= set(range(-LIMIT, LIMIT + 1))


def test_words_that_keep_company_are_alike_without_meeting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(latent, "DIMENSIONS", 2)
    apart = [one for one in make_field(FARM) if not {"麦田", "墒情"} <= set(one.terms)]
    space = fit_space(apart * 4 + make_field(COURT) * 3)
    assert compare(space, "麦田", "墒情") > 0.9
    assert compare(space, "麦田", "借条") < 0.1


def test_terms_of_few_articles_are_left_out() -> None:
    rare = [make_document((*FARM, "寒露"))] * (LEAST - 1)
    space = fit_space(make_field(FARM) + make_field(COURT) + rare)
    assert "寒露" not in space.rows
    assert "麦田" in space.rows


def test_a_space_of_a_fold_has_learned_nothing_from_it() -> None:
    documents = [one for fold in range(FOLDS) for one in make_field(COURT, fold)] + make_field(FARM, 1)
    spaces = fit_fold_spaces(documents)
    assert ["麦田" in space.rows for space in spaces] == [fold != 1 for fold in range(FOLDS)]


def test_articles_that_no_page_is_made_of_are_in_every_fold() -> None:
    article = Article("pk-01", headline="麦田返青", body=("农机手来了。", "## 墒情好"))
    (dealt,) = list_article_documents([article], are_dealt=True)
    (kept,) = list_article_documents([article], are_dealt=False)
    assert kept.fold == -1 != dealt.fold
    assert dealt.terms["返青"] == 1
    assert dealt.terms["墒"] == 1


def test_terms_are_words_and_characters() -> None:
    (document,) = list_article_documents([Article("pk-01", body=("麦田a1返青。",))], are_dealt=True)
    assert document.terms == Counter(["麦田", "返青", "麦", "田", "返", "青"])


@given(st.lists(st.text("麦田法官，a 1", max_size=8), max_size=5))
def test_a_text_of_unknown_terms_is_at_nought(texts: list[str]) -> None:
    space = LatentSpace({"麦": 0}, np.ones((1, 4), dtype=np.int8))
    places = space.place([count_terms(text, cut_words(text)) for text in texts])
    assert places.shape == (len(texts), 4)
    for text, place in zip(texts, places, strict=True):
        count = text.count("麦")
        assert place.tolist() == pytest.approx([1 + np.log(count) if count else 0.0] * 4)


def test_the_learned_space_knows_local_news() -> None:
    space = load_latent_space()
    assert compare(space, "麦收", "农机") > compare(space, "麦收", "法官")
    assert compare(space, "患者", "医生") > compare(space, "患者", "路灯")


def test_fragments_are_compared_beside_what_their_page_shares() -> None:
    places = np.array([[4, 0, 0], [4, 1, 0], [0, 4, 0], [0, 0, 0]], dtype=np.float64)
    found = place_fragments(places)
    assert found.compare((0,), 1) > found.compare((0,), 2)
    assert found.compare((0, 1), 3) == found.compare((3,), 0) == 0.0
    assert -1.0 <= found.compare((0,), 2) < 0.0 < COMMON  # what they share with the page is no likeness
    assert found.find_likest(1, range(0, 1)) == pytest.approx(found.compare((0,), 1))
    assert found.find_likest(0, range(0)) == 0.0
    assert found.compare_neighbours(1)[0] == pytest.approx(found.compare((0,), 1), abs=1e-6)


def test_a_page_of_nothing_has_no_likeness() -> None:
    assert list_likeness_cues(place_fragments(np.zeros((0, 4), dtype=np.float64)), []) == []
    (cues,) = list_likeness_cues(place_fragments(np.ones((1, 4), dtype=np.float64)), ["C"])
    assert {"Yb^C", "Yn$C"} <= set(cues)


def test_an_endless_page_keeps_few_sums(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fragment_vectors, "MOST_SUMS", 3)
    found = place_fragments(np.eye(6, dtype=np.float64))
    values = [found.compare((at,), 5) for at in range(5)]
    assert values == [place_fragments(np.eye(6, dtype=np.float64)).compare((at,), 5) for at in range(5)]
    assert len(found._sums) <= 3


def test_a_strand_is_about_its_first_line_and_the_last_ones_but_no_names() -> None:
    page = score_page(cut_fragments(parse_page("p", "\n".join(["麦田返青"] * 12))), PLACES)
    strand = Growth(page, 0).open(Kind.ARTICLE, Part.DISPLAY)
    for index in range(1, 11):
        strand = Growth(page, index).extend(strand, Part.PARAGRAPH)
    assert strand.recent == (0, *range(11 - LATELY, 11))
    assert Growth(page, 11).extend(strand, Part.BYLINE).recent == strand.recent

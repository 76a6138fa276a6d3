"""Names tie the pieces of a story: they are found though no dictionary knows them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.authorities import default_folder, load_authorities
from plugins.converter.assembly.growth import Growth
from plugins.converter.assembly.meetings import meet
from plugins.converter.assembly.strand_cues import list_common_cues
from plugins.converter.language.words import cut_words
from plugins.converter.pages.items import Kind
from plugins.converter.pages.page import parse_page
from plugins.converter.scoring.cohesion import PageTerms, collect_terms, tell_names
from plugins.converter.scoring.fragments import cut_fragments
from plugins.converter.scoring.line_cues import name_kind
from plugins.converter.scoring.name_terms import list_names, list_surnames
from plugins.converter.scoring.scored_page import ScoredPage, score_page
from plugins.converter.scoring.strands import Part


def collect(*texts: str) -> PageTerms:
    return collect_terms(texts, list(map(cut_words, texts)))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("郑培林拉开弓弦。", {"郑培", "培林"}),
        ("村民范丽娜来了。", {"范丽"}),
        ("庄户剧团的窦光明老人。", {"窦光明"}),
        ("小区办起“板凳会”，大家议事。", {"板凳会"}),
    ],
)
def test_names_of_a_text(text: str, names: set[str]) -> None:
    assert names <= list_names(text, cut_words(text))


@pytest.mark.parametrize("text", ["他说了一句话就走了。", "老师和先生都来了。", "“今天，他来了”", ""])
def test_no_names_in_a_text(text: str) -> None:
    assert list_names(text, cut_words(text)) == frozenset()


@pytest.mark.parametrize(
    ("text", "surnames"),
    [
        ("郑培林拉开弓弦。", {"郑氏"}),
        ("老郑，还有王校长都来了。", {"郑氏", "王氏"}),
        ("小韩一笑。", {"韩氏"}),
    ],
)
def test_surnames_of_a_text(text: str, surnames: set[str]) -> None:
    assert surnames <= list_surnames(cut_words(text))


@pytest.mark.parametrize("text", ["老师和先生都来了。", "他从主任那里来。", ""])
def test_no_surnames_in_a_text(text: str) -> None:
    assert list_surnames(cut_words(text)) == frozenset()


def test_a_name_ties_fragments_that_share_no_word() -> None:
    terms = collect("射箭馆里，郑培林拉开弓弦。", "消防队赶到火场。", "站在台上的郑培林笑了。")
    first, second, third = terms.masks
    assert terms.overlap(first, third) > 0.0
    assert terms.overlap(first, second) == 0.0


def test_a_surname_alone_weighs_nothing_and_is_told() -> None:
    terms = collect("射箭馆里，郑培林拉开弓弦。", "消防队赶到火场。", "郑校长笑了。")
    first, second, third = terms.masks
    assert terms.overlap(first, third) == 0.0
    assert tell_names(first & terms.surnames, first, third) == "+"
    assert tell_names(first & terms.surnames, second, third) == "0"
    assert tell_names(first & terms.surnames, first, second) == "-"


def score(*lines: str) -> ScoredPage:
    fragments = cut_fragments(parse_page("names", "\n\n".join(lines)))
    return score_page(fragments, load_authorities(default_folder()).places)


def test_a_strand_shows_whether_it_knows_the_people_of_a_fragment() -> None:
    page = score("射箭馆里，郑培林拉开弓弦。", "蔡霞赶到了火场。", "站在台上的郑培林笑了，郑校长也来了。")
    strands = [Growth(page, index).open(Kind.ARTICLE, Part.PARAGRAPH) for index in (0, 1)]
    known, strange = (list_common_cues(meet(page, 2, strand)) for strand in strands)
    assert "P++" in known and "P00" in strange
    assert "P--" in list_common_cues(meet(page, 1, strands[0]))


@pytest.mark.parametrize(
    ("line", "kind"), [("高 峻", "nm"), ("车颖", "nm"), ("民声", "sA"), ("通水了", "sA")]
)
def test_a_lone_name_is_a_kind_of_line(line: str, kind: str) -> None:
    page = score(line, "消费者的钱袋，为何没有一把锁？有人统计过，一年里有二十家店关了门。")
    assert name_kind(page.fragments[0], page.scores[0]._replace(byline=0.0, furniture=0.0)) == kind


def test_some_of_the_people_of_a_fragment_belong_to_a_strand() -> None:
    terms = collect("郑培林来了。", "蔡霞主任来了。", "郑培林与蔡霞都来了。")
    first, second, third = terms.masks
    known = (first | second) & terms.names
    assert tell_names(known, first, third) == "~"
    assert tell_names(known, first | second, third) == "+"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(alphabet="郑培林王建国老校长“”，。的了说1a ", max_size=20), max_size=6))
def test_any_texts_have_names_that_stand_in_them(texts: list[str]) -> None:
    for text in texts:
        assert all(name in text for name in list_names(text, cut_words(text)))
        assert all(name[0] in text for name in list_surnames(cut_words(text)))
    terms = collect(*texts)
    assert len(terms.masks) == len(texts)
    assert all(mask >> len(terms.weights) == 0 for mask in (*terms.masks, terms.names, terms.surnames))

"""Topics of an item: cases in files, and what holds for any text."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.authorities import Authorities, Topics, default_folder, load_authorities
from plugins.converter.facts.topic_words import count_words, is_verse
from plugins.converter.facts.topics import TopicChoice, choose_topics
from plugins.converter.language.words import cut_words
from tests.converter.case_files import Case, name_case, read_cases

AUTHORITIES = load_authorities(default_folder())
NAMES = set(AUTHORITIES.topics.names)
CASES = read_cases("topics")
# Measured 0.98 on the cases that no word was chosen for; a fall below this is a loss.
LEAST_RIGHT_UNSEEN = 0.93


def choose(case: Case) -> TopicChoice:
    kind = case.get("kind", "article")
    return choose_topics(case["headline"], case.get("other", []), case["paragraphs"], kind, AUTHORITIES)


@pytest.mark.parametrize("case", [case for case in CASES if case["file"] != "scoring"], ids=name_case)
def test_main_topic_of(case: Case) -> None:
    assert choose(case).topics[0] == case["topic"]


def test_main_topics_of_unseen_cases() -> None:
    unseen = [case for case in CASES if case["file"] == "scoring"]
    right = sum(choose(case).topics[0] == case["topic"] for case in unseen)
    assert right / len(unseen) >= LEAST_RIGHT_UNSEEN


def test_cases_cover_every_topic_in_both_halves() -> None:
    for file in ("tuning", "scoring"):
        assert {case["topic"] for case in CASES if case["file"] == file} == NAMES


@settings(max_examples=100, deadline=None)
@given(
    st.text(),
    st.lists(st.text(), max_size=4),
    st.sampled_from(["article", "notice", "advertisement", "caption"]),
)
def test_any_text_gets_one_or_two_topics_of_the_table(
    headline: str, paragraphs: list[str], kind: str
) -> None:
    choice = choose_topics(headline, [], paragraphs, kind, AUTHORITIES)
    assert 1 <= len(choice.topics) <= 2
    assert set(choice.topics) <= NAMES
    assert 0.0 <= choice.margin <= 1.0
    assert {entry.topic for entry in choice.evidence} <= set(choice.topics)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.sampled_from(["原告", "被告", "开庭", "法院", "遗失", "声明作废", "马拉松", "公司"]), max_size=6
    )
)
def test_notices_and_advertisements_carry_their_topic(words: list[str]) -> None:
    text = ",".join(words)
    assert "便民公告" in choose_topics("公告", [], [text], "notice", AUTHORITIES).topics
    assert "广告" in choose_topics("开业", [], [text], "advertisement", AUTHORITIES).topics


def test_an_authoritys_legal_notice_is_law_first() -> None:
    text = "某县公安局对某公司涉嫌非法吸收公众存款案立案侦查,请投资人到公安机关登记。"
    assert choose_topics("通告", [], [text], "notice", AUTHORITIES).topics == ("公安法治", "便民公告")


def test_a_notice_with_a_mere_hint_of_law_stays_a_notice() -> None:
    text = "某公司遗失租赁合同一份,声明作废。"
    assert choose_topics("遗失声明", [], [text], "notice", AUTHORITIES).topics == ("便民公告",)


def test_verse_is_literature_whatever_its_words() -> None:
    lines = ["玻璃上的光,", "落在杯子里,", "谁也不说话,", "墙慢慢变暗"]
    assert choose_topics("无题", [], lines, "article", AUTHORITIES).topics == ("文学副刊",)


def test_two_topics_when_both_are_strong_and_one_when_not() -> None:
    text = "图书馆举办展览。足球联赛开赛。"
    assert set(choose_topics("博物馆旁的足球联赛", [], [text], "article", AUTHORITIES).topics) == {
        "文化旅游",
        "体育",
    }
    assert choose_topics("足球联赛开赛", [], ["球迷参观了展览。"], "article", AUTHORITIES).topics == ("体育",)


def test_no_word_tells_then_the_fallback_without_margin() -> None:
    choice = choose_topics("", [], [], "article", AUTHORITIES)
    fallback = AUTHORITIES.topics.fallback
    assert fallback is not None
    assert choice == TopicChoice((fallback.name,))


def test_evidence_says_which_word_and_how_much() -> None:
    choice = choose_topics("消防员扑灭火灾", [], ["昨夜发生火灾。"], "article", AUTHORITIES)
    heaviest = choice.evidence[0]
    assert (heaviest.word, heaviest.topic) == ("火灾", "应急安全")
    assert heaviest.weight > choice.evidence[-1].weight > 0


def test_words_count_only_as_whole_words_and_outside_names() -> None:
    assert count_words(cut_words("工人大都回家"), AUTHORITIES)["人大"] == 0
    assert count_words(cut_words("区人大开会"), AUTHORITIES)["人大"] == 1
    assert count_words(cut_words("聊城经济技术开发区"), AUTHORITIES)["经济"] == 0


def test_headline_outweighs_body() -> None:
    body = "市民观看了足球比赛。"
    assert choose_topics("博物馆办展览", [], [body], "article", AUTHORITIES).topics[0] == "文化旅游"
    assert choose_topics("足球联赛开赛", [], ["博物馆旁开赛。"], "article", AUTHORITIES).topics[0] == "体育"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["风从河上来,", "吹皱一池水,", "柳条低下头,", "听见春天"], True),
        (["湖上清风起,楼前明月圆。归帆何处是,灯火小桥边。"], True),
        (["白菜每斤1.2元", "萝卜每斤0.8元", "土豆每斤1.5元", "大葱每斤2元"], False),
        (["昨天,市气象台发布预报。", "明天有雨。"], False),
        ([], False),
    ],
)
def test_verse_by_its_shape(paragraphs: list[str], expected: bool) -> None:
    assert is_verse(paragraphs) is expected


def test_a_topic_of_another_table_needs_no_code() -> None:
    row = replace(AUTHORITIES.topics.rows[0], name="宠物", slug="chongwu", terms=(("宠物", 5.0),))
    other = Authorities(AUTHORITIES.places, AUTHORITIES.newspapers, Topics((*AUTHORITIES.topics.rows, row)))
    assert choose_topics("宠物展开幕", [], ["宠物迷来了。"], "article", other).topics[0] == "宠物"

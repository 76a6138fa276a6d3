"""The topic model: the learned table, collections of judged articles, and what holds for any words."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.authorities import default_folder, load_authorities
from plugins.converter.facts.topic_cues import LENGTH, TopicCues, TopicEvidence, read_topic_cues
from plugins.converter.facts.topic_model import ANY, SHARE, STRENGTH, TABLE, load_topic_model, make_model
from plugins.converter.facts.topics import choose_topics
from tests.converter.evaluation.page_sets import CONVERTER_TESTS
from tests.converter.fitting.topics import fit_topics, list_lessons
from tests.converter.page_maker.article import Article, ArticleError, read_collection

AUTHORITIES = load_authorities(default_folder())
JUDGED = sorted((CONVERTER_TESTS / "articles" / "judged").glob("*.txt"))
FREE = [topic.name for topic in AUTHORITIES.topics.rows if topic.kind is None]
TEXTS = st.text(alphabet="学校医院下乡足球比赛扶贫路桥，。 1", max_size=40)


def test_a_word_that_no_person_weighed_tells_a_topic() -> None:
    model = load_topic_model()
    weighed = {word for topic in AUTHORITIES.topics.rows for word, _ in topic.terms}
    column = model.topics.index("教育")
    words = sorted(model.rows.keys() - weighed, key=lambda word: -model.weights[model.rows[word], column])[:4]
    choice = choose_topics("，".join(words), [], [], "article", AUTHORITIES)
    assert choice.topics[0] == "教育"
    assert {entry.word for entry in choice.evidence} & set(words)


def test_where_it_happens_tells_no_topic() -> None:
    words = read_topic_cues("东昌府区沙镇的书屋", [], ["阳谷县的孩子来看书。"], AUTHORITIES).words
    assert "书屋" in words
    assert not {"东昌府区", "东昌府", "沙镇", "阳谷县", "阳谷"} & words.keys()


def test_what_people_say_is_not_the_narrators() -> None:
    narrators = next(topic for topic in AUTHORITIES.topics.rows if topic.narrator)
    word = narrators.terms[0][0]

    def weigh(text: str) -> float:
        table = read_topic_cues("", [], [text], AUTHORITIES).table
        return sum(entry.weight for entry in table if (entry.word, entry.topic) == (word, narrators.name))

    assert weigh(f"{word}，{word}。") > weigh(f"{word}，“{word}。”") > weigh(f"“{word}。”") == 0.0


@settings(max_examples=80, deadline=None)
@given(TEXTS, st.lists(TEXTS, max_size=2), st.lists(TEXTS, max_size=4))
def test_the_words_of_any_item_weigh_the_same_together(
    headline: str, others: list[str], paragraphs: list[str]
) -> None:
    words = read_topic_cues(headline, others, paragraphs, AUTHORITIES).words
    assert not words or sum(weight**2 for weight in words.values()) == pytest.approx(LENGTH**2)


@settings(max_examples=80, deadline=None)
@given(TEXTS, st.lists(TEXTS, max_size=4))
def test_what_the_words_add_makes_up_the_score(headline: str, paragraphs: list[str]) -> None:
    model = load_topic_model()
    weighing = model.weigh(read_topic_cues(headline, [], paragraphs, AUTHORITIES), FREE)
    for topic in FREE:
        added = sum(entry.weight for entry in weighing.table if entry.topic == topic)
        added += weighing.added[topic].sum() if topic in weighing.added else 0.0
        assert weighing.scores[topic] == pytest.approx(model.alone.get(topic, 0.0) + added)


def test_the_tables_words_share_what_they_add_together() -> None:
    model = make_model({TABLE: {SHARE: 2.0, STRENGTH: 1.0}})
    table = (TopicEvidence("训练", "体育", 6.0), TopicEvidence("比赛", "体育", 2.0))
    first, second = model.weigh(TopicCues(table, {}), ["体育"]).explain("体育")
    assert first.word == "训练"
    assert first.weight == pytest.approx(3 * second.weight)


def test_learning_finds_the_words_that_tell() -> None:
    articles = [
        Article(name=str(number), headline=f"甲乙{word}", topics=(topic,), body=("丙丁。",))
        for number in range(6)
        for word, topic in (("琵琶", "文化旅游"), ("铁饼", "体育"))
    ]
    table = fit_topics(list_lessons(articles, AUTHORITIES), AUTHORITIES)
    assert table["文化旅游"]["琵琶"] > 0 > table["体育"]["琵琶"]
    assert table["体育"]["铁饼"] > 0 > table["文化旅游"]["铁饼"]
    assert ANY in table["体育"]


def test_notices_teach_nothing() -> None:
    notice = Article(name="a", kind="notice", headline="挂失", topics=("便民公告",), body=("遗失。",))
    assert not list_lessons([notice], AUTHORITIES)


@pytest.mark.parametrize("path", JUDGED, ids=lambda path: path.stem)
def test_judged_articles_are_whole_and_their_topics_in_the_table(path: Path) -> None:
    for article in read_collection(path):
        assert article.headline
        assert article.body
        assert article.topics
        assert {*article.topics, *article.topics_accept} <= set(FREE)
        assert article.topics[0] not in article.topics_accept


def test_a_mistake_in_a_collection_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "judged.txt"
    path.write_text("headline: 甲\n\n乙。\n\n---\n\nheadline: 丙\ntopic: 教育\n\n丁。\n", encoding="utf-8")
    with pytest.raises(ArticleError, match=r"judged\.txt, line 8: “topic: 教育”"):
        read_collection(path)

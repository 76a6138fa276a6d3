from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.related.related import find_related


def test_rarest_shared_keyword_counts_most() -> None:
    keywords = [["健康", "图书馆"], ["健康"], ["健康"], ["图书馆"], ["足球"]]
    assert find_related(keywords)[0] == [3, 1, 2]


def test_nothing_shared_is_not_related() -> None:
    assert find_related([["足球"], ["图书馆"], []]) == [[], [], []]


def test_two_shared_keywords_beat_one_and_the_nearer_article_comes_first() -> None:
    assert find_related([["甲", "乙"], ["甲"], ["甲"], ["甲", "乙"]])[0] == [3, 1, 2]


def test_keyword_of_everything_is_not_followed() -> None:
    assert find_related([["健康"]] * 10, limit=9) == [[]] * 10


@given(st.lists(st.lists(st.sampled_from("甲乙丙丁戊"), max_size=4), max_size=12))
@settings(max_examples=60, deadline=None)
def test_related_articles_share_a_keyword_and_are_others(keywords: list[list[str]]) -> None:
    for position, found in enumerate(find_related(keywords, most=3)):
        assert len(found) == len(set(found)) <= 3
        assert position not in found
        assert all(set(keywords[position]) & set(keywords[other]) for other in found)

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.related.same_text import LEAST_LETTERS, find_same_text

BUS = (
    "<p>从今天起，东昌府区的村民不用进城也能办公交卡，村里的小卖部就是办卡点，带上照片，十分钟办好。</p>"
    "<p>公交公司说，六十岁以上的老人不收工本费，卡丢了补办一次也不收钱，一年审一次，在村里就能审。</p>"
)
PEARS = "<p>冠县的梨园昨天办起剪枝比赛，二十四名果农一人一把剪刀，比谁剪得又快又好，头名是一位五十八岁的妇女。</p>"


def test_text_printed_again_is_found_whatever_its_width_and_punctuation() -> None:
    again = BUS.replace("，", ",").replace("。</p><p>", "。\n")
    assert find_same_text([BUS, PEARS, again]) == [[2], [], [0]]


def test_text_cut_for_another_page_is_the_same() -> None:
    assert find_same_text([BUS, BUS.split("</p>")[0]]) == [[1], [0]]


def test_a_sentence_in_common_is_not_the_same_text() -> None:
    common = "<p>公交公司说，六十岁以上的老人不收工本费。</p>"
    assert find_same_text([BUS, PEARS + common + PEARS.replace("冠县", "高唐县")[:60]]) == [[], []]


def test_short_forms_are_not_compared() -> None:
    form = "<p>身份证丢失，声明作废，特此声明。</p>"
    assert find_same_text([form, form]) == [[], []]


def test_form_that_everybody_fills_in_is_not_the_same_text() -> None:
    assert find_same_text([BUS] * 21) == [[]] * 21
    assert find_same_text([BUS] * 3) == [[1, 2], [0, 2], [0, 1]]


def test_no_articles_have_no_same_text() -> None:
    assert find_same_text([]) == []
    assert find_same_text(["", "<p></p>"]) == [[], []]


TEXTS = st.text(st.sampled_from("天地玄黄宇宙洪荒，。<a> "), max_size=90)


@given(
    st.lists(TEXTS, max_size=6),
    st.text(st.sampled_from("日月盈昃辰宿列张"), min_size=LEAST_LETTERS, max_size=80),
)
@settings(max_examples=60, deadline=None)
def test_a_copy_is_always_found_and_sameness_is_mutual(texts: list[str], text: str) -> None:
    same = find_same_text([*texts, text, f"<p>{text}</p>"])
    assert len(texts) + 1 in same[len(texts)]
    for position, found in enumerate(same):
        assert position not in found
        assert all(position in same[other] for other in found)

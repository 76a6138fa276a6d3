import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.converter.parsers.advertisement_signs import SIGNS, Sign
from plugins.converter.parsers.advertisements import advertisement_score, weigh_advertisement
from tests.converter.case_tables import Row, read_table, text_of


@pytest.mark.parametrize("row", read_table("advertisements", "lines"), ids=text_of)
def test_a_line_that_sells_is_told_from_news(row: Row) -> None:
    assert float(row["low"]) <= advertisement_score(row["text"]) <= float(row["high"])


def test_the_reasons_are_named() -> None:
    assert weigh_advertisement("地址:某某路1号 联系电话:0635-8451234").reasons == ("address", "telephone")
    assert weigh_advertisement("孩子们放学了").reasons == ()


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.name)
def test_every_sign_holds_for_its_examples(sign: Sign) -> None:
    assert all(sign.pattern.search(example) for example in sign.examples)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from("·| 1*×店路北满送"), max_size=160).map("".join))
def test_lines_of_separators_come_to_an_end(text: str) -> None:
    assert 0.0 <= advertisement_score(text) <= 1.0


def test_a_line_of_points_comes_to_an_end() -> None:
    assert advertisement_score("·" * 120) == 0.0

"""Seams inside a number: what is counted goes on from its numeral."""

import pytest

from plugins.converter.scoring.seams import measure_seam


@pytest.mark.parametrize(
    ("tail", "head"),
    [
        ("又在崖上打了二十六", "根桩,硬是把坡度放缓了。"),
        ("全村种了三百", "亩梨树。"),
        ("今年6月2", "0日,雨还在下。"),
        ("收入784", "亿元。"),
        ("招收了30", "名学员。"),
    ],
)
def test_a_number_goes_on(tail: str, head: str) -> None:
    assert measure_seam(tail, head, tail + head).number > 0.0


@pytest.mark.parametrize(
    ("tail", "head"),
    [
        ("他们的步调很统一", "本报讯 昨天,雨停了。"),
        ("又在崖上打了二十六", "他说,路修好了。"),
        ("坡度放缓了", "根桩打得很深。"),
        ("排名第30", "雨停了。"),
    ],
)
def test_what_is_no_number_does_not(tail: str, head: str) -> None:
    assert measure_seam(tail, head, tail + head).number == 0.0


def test_a_chinese_numeral_says_less_than_a_figure() -> None:
    figure = measure_seam("打了26", "根桩", "").number
    assert 0.0 < measure_seam("打了二十六", "根桩", "").number < figure

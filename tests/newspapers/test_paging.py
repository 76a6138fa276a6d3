from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newspapers.paging import cut_parts


def test_parts_lead_to_one_another() -> None:
    first, second, third = cut_parts("abcde", "undated/", 2)
    assert [part.url for part in (first, second, third)] == ["undated/", "undated/page/2/", "undated/page/3/"]
    assert (first.previous_url, first.following_url) == (None, second.url)
    assert (second.previous_url, second.following_url) == (first.url, third.url)
    assert (third.previous_url, third.following_url) == (second.url, None)
    assert ["".join(part.values) for part in (first, second, third)] == ["ab", "cd", "e"]


def test_list_without_values_is_one_empty_part() -> None:
    (part,) = cut_parts((), "2023/", 50)
    assert (part.values, part.number, part.count, part.following_url) == ((), 1, 1, None)


@given(st.lists(st.integers(), max_size=40), st.integers(1, 9))
@settings(max_examples=80, deadline=None)
def test_every_value_is_in_exactly_one_part(values: list[int], most: int) -> None:
    parts = list(cut_parts(values, "", most))
    assert [value for part in parts for value in part.values] == values
    assert all(part.count == len(parts) and len(part.values) <= most for part in parts)

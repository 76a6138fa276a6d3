"""Forgetting cues while learning: what is kept weighs more, what is forgotten is not learned."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.converter.fitting.forgetting import forget

TABLES = st.dictionaries(
    st.sampled_from(["join article", "end*article"]),
    st.dictionaries(st.text("abcLr12", min_size=1), st.floats(-5.0, 5.0), max_size=8),
    max_size=2,
)


@given(TABLES, st.floats(0.0, 0.9), st.integers(0, 99))
def test_each_cue_is_forgotten_or_scaled(table: dict[str, dict[str, float]], share: float, seed: int) -> None:
    thinned = forget(table, share, Random(seed))
    for move, rows in table.items():
        for cue, weight in rows.items():
            if f"{move} {cue}" in thinned.forgotten:
                assert cue not in thinned.cues[move]
            else:
                assert abs(thinned.cues[move][cue] * (1.0 - share) - weight) < 1e-9


@given(TABLES)
def test_nothing_is_forgotten_when_nothing_is_to_be(table: dict[str, dict[str, float]]) -> None:
    assert forget(table, 0.0, Random(1)).cues == table


def test_about_the_share_is_forgotten_and_not_learned() -> None:
    table = {"join": {f"L{number}": 1.0 for number in range(400)}}
    thinned = forget(table, 0.25, Random(5))
    assert 60 < len(thinned.forgotten) < 140
    gone, new = min(thinned.forgotten), "join never-seen"
    assert thinned.keep({gone: 2, new: 1}) == {new: 1}

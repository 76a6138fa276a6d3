"""Multinomial logistic regression: what it finds in cases whose answer is known."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.converter.fitting.regression import Prior, fit_log_linear, list_strong, tabulate_features

LOOSE = Prior(decay=1e-3, decay_alone=1e-6)
STEPS = 200


def name_choices(*choices: int) -> np.ndarray:
    return np.eye(max(choices) + 1)[list(choices)]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 30), min_size=2, max_size=4))
def test_without_features_a_choice_is_as_likely_as_it_is_frequent(counts: list[int]) -> None:
    targets = name_choices(*(choice for choice, count in enumerate(counts) for _ in range(count)))
    found = fit_log_linear(tabulate_features([{}] * len(targets), ["none"]), targets, LOOSE, STEPS)
    chances = np.exp(found.alone) / np.exp(found.alone).sum()
    assert chances == pytest.approx(np.array(counts) / sum(counts), abs=1e-3)


def test_a_feature_speaks_for_the_choice_it_goes_with() -> None:
    cases = [{"left": 1.0}] * 9 + [{"right": 1.0}] * 9 + [{"left": 1.0}]
    found = fit_log_linear(
        tabulate_features(cases, ["left", "right"]), name_choices(*[0] * 9, *[1] * 10), LOOSE, STEPS
    )
    left = found.alone + found.weights[0]
    assert left[0] - left[1] == pytest.approx(math.log(9.0), abs=0.02)  # nine of ten
    assert found.weights[1, 1] > 1.0 > -1.0 > found.weights[1, 0]


def test_a_tied_feature_has_one_weight_for_all_choices() -> None:
    says = name_choices(0, 1, 2, 0, 1, 2, 0, 1)  # what each case's evidence says, right in six of eight
    targets = name_choices(0, 1, 2, 0, 1, 2, 1, 2)
    found = fit_log_linear(tabulate_features([{}] * 8, ["none"]), targets, LOOSE, STEPS, tied=[says])
    assert found.tied.shape == (1,)
    assert found.tied[0] > 1.0


def test_a_strict_prior_keeps_weights_small() -> None:
    features, targets = tabulate_features([{"a": 1.0}, {"b": 1.0}], ["a", "b"]), name_choices(0, 1)
    loose, strict = (
        fit_log_linear(features, targets, Prior(decay, 1.0), STEPS).weights for decay in (0.01, 10.0)
    )
    assert np.abs(strict).max() < 0.1 < np.abs(loose).max()


def test_unknown_features_are_left_out_and_faint_weights_dropped() -> None:
    assert tabulate_features([{"a": 2.0, "z": 1.0}], ["a", "b"]).toarray().tolist() == [[2.0, 0.0]]
    assert list_strong(["a", "b"], np.array([0.5, -0.01]), least=0.1) == {"a": 0.5}

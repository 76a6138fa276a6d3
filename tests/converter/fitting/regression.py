"""Multinomial logistic regression with a Gaussian prior: a log-linear model of sparse features."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_array

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Prior:
    """How unlikely one nat is: of a feature's weight, and of what a choice has by itself. Tied weights have none."""

    decay: float
    decay_alone: float


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights in nats: of tied features, of each choice alone, of each feature (row) for each choice (column)."""

    tied: Matrix
    alone: Matrix
    weights: Matrix


def fit_log_linear(
    features: csr_array, targets: Matrix, prior: Prior, steps: int, tied: Sequence[Matrix] = ()
) -> Fit:
    """Fit by L-BFGS, in so many steps at most. `targets` are shares of the choices (columns) for each case (row).

    Each tied feature is a value for each case and choice, and has one weight for all choices.
    """
    count, size = targets.shape[1], (features.shape[1], targets.shape[1])

    def lose(values: Matrix) -> tuple[float, Matrix]:
        """The regularized loss and its slopes."""
        found = _part(values, len(tied), size)
        scores = found.alone + features @ found.weights
        for weight, values_of_one in zip(found.tied, tied, strict=True):
            scores += weight * values_of_one
        scores -= scores.max(axis=1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        wrong = np.exp(logs) - targets
        loss = -(targets * logs).sum() + prior.decay / 2 * (found.weights**2).sum()
        slopes = [
            np.array([(wrong * one).sum() for one in tied]),
            wrong.sum(axis=0) + prior.decay_alone * found.alone,
            (features.T @ wrong + prior.decay * found.weights).ravel(),
        ]
        return float(loss + prior.decay_alone / 2 * (found.alone**2).sum()), np.concatenate(slopes)

    start = np.zeros(len(tied) + count + size[0] * size[1])
    found = minimize(lose, start, jac=True, method="L-BFGS-B", options={"maxiter": steps}).x
    return _part(found, len(tied), size)


def _part(values: Matrix, tied: int, size: tuple[int, int]) -> Fit:
    return Fit(values[:tied], values[tied : tied + size[1]], values[tied + size[1] :].reshape(size))


def tabulate_features(cases: Iterable[Mapping[str, float]], names: Sequence[str]) -> csr_array:
    """The values of the named features, a row for each case."""
    columns = {name: column for column, name in enumerate(names)}
    listed = list(cases)
    cells = [
        (row, columns[name], value)
        for row, case in enumerate(listed)
        for name, value in case.items()
        if name in columns
    ]
    rows, places, values = zip(*cells, strict=True) if cells else ((), (), ())
    return csr_array((values, (rows, places)), shape=(len(listed), len(names)))


def list_strong(names: Sequence[str], weights: Matrix, least: float) -> dict[str, float]:
    """The weights that decide anything, by name."""
    return {name: float(weight) for name, weight in zip(names, weights, strict=True) if abs(weight) >= least}

"""Recall, precision and first places from what an engine returned and what is true."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quality:
    """Quality of some answers: means over the queries that have a true hit."""

    recall: float
    precision: float
    empty: float


def judge(answers: Iterable[tuple[list[str | int], list[str | int], list[str | int]]]) -> Quality:
    """Judge answers of (true ids, all returned ids, first ten returned ids)."""
    rows = [(set(true), set(found), first) for true, found, first in answers if true]
    return Quality(
        recall=_mean(len(true & found) / len(true) for true, found, _ in rows),
        precision=_mean(len(true & set(first)) / len(first) for true, _, first in rows if first),
        empty=_mean(float(not first) for _, _, first in rows),
    )


def _mean(numbers: Iterable[float]) -> float:
    values = list(numbers)
    return sum(values) / len(values) if values else 0.0


def quantile(numbers: Iterable[float], share: float) -> float:
    """Return the value that this share of the numbers do not exceed."""
    values = sorted(numbers)
    return values[min(len(values) - 1, int(share * len(values)))] if values else 0.0

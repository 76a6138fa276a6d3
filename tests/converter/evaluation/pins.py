"""The pinned scores: a result below one of them fails the evaluation."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from tests.converter.evaluation.scores import SCORE_NAMES, Scores

PINS = Path(__file__).with_name("pinned.toml")
ROUNDING = 0.0005  # pins have three decimals
Pinned = dict[str, dict[str, float]]  # set and group, score, lowest value allowed

HEAD = """# The lowest scores that pass. Raised by `python -m tests.converter.evaluation --pin`;
# lowered only by hand, with the reason in the commit.
"""


def read_pins(path: Path = PINS) -> Pinned:
    """The pins, empty when there is no file yet."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def list_falls(pins: Pinned, results: Mapping[str, Scores]) -> list[str]:
    """What is below its pin, in words; groups that were not measured are passed over."""
    falls = []
    for group, scores in results.items():
        for name, least in pins.get(group, {}).items():
            value = getattr(scores, name)
            if value is not None and value < least - ROUNDING:
                falls.append(f"{group}: {name} is {value:.3f}, pinned at {least:.3f}")
    return falls


def raise_pins(pins: Pinned, results: Mapping[str, Scores]) -> Pinned:
    """The pins with every higher result taken over; none becomes lower."""
    raised = {group: dict(values) for group, values in pins.items()}
    for group, scores in results.items():
        row = raised.setdefault(group, {})
        for name in SCORE_NAMES:
            value = getattr(scores, name)
            if value is not None:
                row[name] = max(row.get(name, 0.0), round(value, 3))
    return raised


def write_pins(pins: Pinned, path: Path = PINS) -> None:
    """Write the pins, groups in order of name."""
    blocks = [
        "\n".join([f'["{group}"]', *(f"{name} = {row[name]:.3f}" for name in SCORE_NAMES if name in row)])
        for group, row in sorted(pins.items())
    ]
    path.write_text(HEAD + "\n" + "\n\n".join(blocks) + "\n", encoding="utf-8")

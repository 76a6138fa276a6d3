"""Tables of learned weights: how much each cue speaks for a choice."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from sys import intern

import numpy as np
from numpy.typing import NDArray

# Choice -> cue -> weight in nats.
WeightTable = Mapping[str, Mapping[str, float]]

# A line `>join article` opens the rows of a choice; each row is a cue, a tab, a weight.
CHOICE = ">"


def read_table(path: Path) -> WeightTable:
    """Read a table: a line `>choice`, then its rows of cue and weight.

    Raises ValueError with file and line for a row that is none.
    """
    table: dict[str, dict[str, float]] = {}
    rows: dict[str, float] | None = None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith(CHOICE):
            rows = table.setdefault(line.removeprefix(CHOICE), {})
            continue
        cue, tab, weight = line.partition("\t")
        try:
            if rows is None or not tab:
                raise ValueError
            rows[intern(cue)] = float(weight)
        except ValueError as error:
            raise ValueError(
                f"{path.name}:{number}: not a row of cue and weight below a choice; make the table anew with "
                "python -m tests.converter.fitting"
            ) from error
    return table


def arrange_rows(
    table: WeightTable, choices: Sequence[str], without: str = ""
) -> tuple[dict[str, int], NDArray[np.float64]]:
    """The weights of the given choices as an array, a column for each, and the row of each cue but `without`."""
    cues = sorted({cue for choice in choices for cue in table[choice]} - {without})
    rows = {cue: row for row, cue in enumerate(cues)}
    weights = np.zeros((len(rows), len(choices)))
    for column, choice in enumerate(choices):
        for cue, weight in table[choice].items():
            if cue != without:
                weights[rows[cue], column] = weight
    return rows, weights

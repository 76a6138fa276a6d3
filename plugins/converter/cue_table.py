"""The tables of learned weights: how much each cue speaks for each kind of move, or for a role of a display line."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from sys import intern

CueTable = Mapping[str, Mapping[str, float]]

CUES = Path(__file__).with_name("cue_weights.tsv")
HEADS = Path(__file__).with_name("head_weights.tsv")
HEADER = "move\tcue\tweight"


@cache
def load_cues() -> CueTable:
    """The weights of the moves' cues, in nats; read once."""
    return read_table(CUES)


@cache
def load_heads() -> CueTable:
    """The weights of the cues of display lines, in nats; read once."""
    return read_table(HEADS)


def read_table(path: Path) -> CueTable:
    """Read a table of rows `move, cue, weight`. Raises ValueError with file and line for a row that is none."""
    table: dict[str, dict[str, float]] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines()[1:], 2):
        try:
            move, cue, weight = line.split("\t")
            table.setdefault(move, {})[intern(cue)] = float(weight)
        except ValueError as error:
            raise ValueError(
                f"{path.name}:{number}: not a row of move, cue and weight; make the table anew with "
                "python -m tests.converter.fitting"
            ) from error
    return table

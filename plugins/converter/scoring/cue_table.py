"""The tables of learned weights: how much each cue speaks for a kind of move, a role of a display line, lost text."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from sys import intern

CueTable = Mapping[str, Mapping[str, float]]

CUES = Path(__file__).with_name("cue_weights.tsv")
HEADS = Path(__file__).with_name("head_weights.tsv")
STARTS = Path(__file__).with_name("start_weights.tsv")
# A line `>join article` opens the rows of a move; each row is a cue, a tab, a weight.
MOVE = ">"


@cache
def load_cues() -> CueTable:
    """The weights of the moves' cues, in nats; read once."""
    return read_table(CUES)


@cache
def load_heads() -> CueTable:
    """The weights of the cues of display lines, in nats; read once."""
    return read_table(HEADS)


@cache
def load_starts() -> CueTable:
    """The weights of the cues of a text's start, in nats; read once."""
    return read_table(STARTS)


def read_table(path: Path) -> CueTable:
    """Read a table: a line `>move`, then its rows of cue and weight.

    Raises ValueError with file and line for a row that is none.
    """
    table: dict[str, dict[str, float]] = {}
    rows: dict[str, float] | None = None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith(MOVE):
            rows = table.setdefault(line.removeprefix(MOVE), {})
            continue
        cue, tab, weight = line.partition("\t")
        try:
            if rows is None or not tab:
                raise ValueError
            rows[intern(cue)] = float(weight)
        except ValueError as error:
            raise ValueError(
                f"{path.name}:{number}: not a row of cue and weight below a move; make the table anew with "
                "python -m tests.converter.fitting"
            ) from error
    return table

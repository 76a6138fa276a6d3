"""The tables of learned weights: how much each cue speaks for a kind of move, a role of a display line, lost text."""

from functools import cache
from pathlib import Path

from plugins.converter.language.weight_table import WeightTable, read_table

CUES = Path(__file__).with_name("cue_weights.tsv")
HEADS = Path(__file__).with_name("head_weights.tsv")
STARTS = Path(__file__).with_name("start_weights.tsv")


@cache
def load_cues() -> WeightTable:
    """The weights of the moves' cues, in nats; read once."""
    return read_table(CUES)


@cache
def load_heads() -> WeightTable:
    """The weights of the cues of display lines, in nats; read once."""
    return read_table(HEADS)


@cache
def load_starts() -> WeightTable:
    """The weights of the cues of a text's start, in nats; read once."""
    return read_table(STARTS)

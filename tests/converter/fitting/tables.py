"""Writing a learned table."""

from __future__ import annotations

from pathlib import Path

from plugins.converter.cue_table import HEADER, CueTable


def write_table(path: Path, table: CueTable) -> None:
    """Write a table by move and cue, weights in nats with two decimals; the order is fixed."""
    rows = [
        f"{move}\t{cue}\t{weight:.2f}"
        for move, weights in sorted(table.items())
        for cue, weight in sorted(weights.items())
    ]
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")

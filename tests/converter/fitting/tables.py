"""Writing a learned table."""

from __future__ import annotations

from pathlib import Path

from plugins.converter.scoring.cue_table import MOVE, CueTable


def write_table(path: Path, table: CueTable) -> None:
    """Write a table by move and cue, weights in nats with two decimals; the order is fixed."""
    lines: list[str] = []
    for move, weights in sorted(table.items()):
        lines.append(MOVE + move)
        lines += [f"{cue}\t{weight:.2f}" for cue, weight in sorted(weights.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")

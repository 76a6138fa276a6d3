"""Writing a learned table."""

from __future__ import annotations

from pathlib import Path

from plugins.converter.language.weight_table import CHOICE, WeightTable


def write_table(path: Path, table: WeightTable) -> None:
    """Write a table by move and cue, weights in nats with two decimals; the order is fixed."""
    lines: list[str] = []
    for move, weights in sorted(table.items()):
        lines.append(CHOICE + move)
        lines += [f"{cue}\t{weight:.2f}" for cue, weight in sorted(weights.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")

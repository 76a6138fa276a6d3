"""The figures as tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from tests.search_index.bench.build import Build
from tests.search_index.bench.quality import Quality, quantile


def kilobytes(numbers: Iterable[float]) -> str:
    """Return median and 95th percentile in KB."""
    values = list(numbers)
    return f"{quantile(values, 0.5) / 1024:.1f} / {quantile(values, 0.95) / 1024:.1f} KB"


def milliseconds(numbers: Iterable[float]) -> str:
    """Return median and 95th percentile in ms."""
    values = list(numbers)
    return f"{quantile(values, 0.5):.0f} / {quantile(values, 0.95):.0f} ms"


def show_quality(console: Console, columns: dict[str, dict[str, Quality]]) -> None:
    """Print recall / precision of the first ten / share of queries with nothing, for each class and engine."""
    table = Table("class", *columns, title="recall / precision of the first 10 / nothing found")
    for kind in next(iter(columns.values())):
        cells = (qualities.get(kind) for qualities in columns.values())
        table.add_row(kind, *(_write_quality(quality) for quality in cells))
    console.print(table)


def _write_quality(quality: Quality | None) -> str:
    return f"{quality.recall:.3f} / {quality.precision:.3f} / {quality.empty:.2f}" if quality else "–"


def show_rows(console: Console, title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table of figures."""
    table = Table("", *heads, title=title)
    for row in rows:
        table.add_row(*row)
    console.print(table)


def build_cells(build: Build, articles: int) -> list[str]:
    """Return the cells that tell of a build."""
    return [
        f"{build.size / articles:,.0f} B",
        f"{build.files:,}",
        f"{build.cpu_seconds:.1f} s",
        f"{build.peak_megabytes:,.0f} MB",
    ]

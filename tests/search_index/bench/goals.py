"""The goals of the search, and what was measured beside each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from tests.search_index.bench.build import Build
from tests.search_index.bench.quality import Quality, quantile

KB = 1024

# Dependent waves of requests before the first list.
WAVES = 3

# Up to so many articles the goals of a small archive hold, above it those of one of 100,000.
SMALL = 10_000

# Bytes before the first list, median and 95th percentile; milliseconds of a warm query, 95th percentile.
_BYTES = {True: (40 * KB, 60 * KB), False: (60 * KB, 100 * KB)}
_WARM = {True: 50, False: 150}

# A build at 100,000 articles.
_CPU_SECONDS, _MEGABYTES, _RAW_BYTES, _CHANGED = 120, 1536, 1000, 0.05


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value beside its goal, both as they are shown."""

    name: str
    goal: str
    value: str
    is_met: bool


def at_most(name: str, value: float, limit: float, unit: str = "") -> Figure:
    """Return a figure that may not be higher."""
    return Figure(name, f"≤ {limit:,g}{unit}", f"{value:,.5g}{unit}", value <= limit)


def at_least(name: str, value: float, limit: float) -> Figure:
    """Return a figure that may not be lower."""
    return Figure(name, f"≥ {limit:.2f}", f"{value:.4f}", value >= limit)


def quality_figures(qualities: Iterable[Quality]) -> list[Figure]:
    """Return the worst class's recall, precision and share of queries with nothing."""
    rows = list(qualities)
    return [
        at_least("recall, worst class", min(row.recall for row in rows), 1),
        at_least("precision of the first 10, worst class", min(row.precision for row in rows), 1),
        at_most("share with nothing found, worst class", max(row.empty for row in rows), 0),
    ]


def byte_figures(where: str, sent: Sequence[float], articles: int) -> list[Figure]:
    """Return median and 95th percentile of what was sent before the first list, script and texts too."""
    limits = _BYTES[articles <= SMALL]
    return [
        at_most(f"bytes, texts too, {where}, {name}", quantile(sent, share) / KB, limit / KB, " KB")
        for name, share, limit in zip(("median", "p95"), (0.5, 0.95), limits, strict=True)
    ]


def warm_figure(times: Sequence[float], articles: int) -> Figure:
    """Return the time of a warm query."""
    return at_most("warm query, Chromium, p95", quantile(times, 0.95), _WARM[articles <= SMALL], " ms")


def build_figures(build: Build, articles: int, changed: float) -> list[Figure]:
    """Return what the index and its build take; `changed` is the share of files that a page more changes."""
    return [
        at_most("index, raw bytes an article", build.size / articles, _RAW_BYTES),
        at_most("build, CPU (goal at 100,000)", build.cpu_seconds, _CPU_SECONDS, " s"),
        at_most("build, memory (goal at 100,000)", build.peak_megabytes, _MEGABYTES, " MB"),
        at_most("files changed by a page more", 100 * changed, 100 * _CHANGED, " %"),
    ]


def five_page_figures(sent: int, waves: int) -> list[Figure]:
    """Return what the archive of this repository fetches before its first list."""
    return [
        at_most("five pages: scripts and index", sent / KB, 40, " KB"),
        at_most("five pages: waves after the page's script", waves, 1),
    ]


def show(console: Console, figures: Iterable[Figure]) -> None:
    """Print all figures beside their goals."""
    table = Table("figure", "goal", "measured", "met", title="goals")
    for figure in figures:
        table.add_row(figure.name, figure.goal, figure.value, "yes" if figure.is_met else "NO")
    console.print(table)

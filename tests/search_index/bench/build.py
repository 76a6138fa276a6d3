"""Build an index in a process of its own, and measure what that takes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class Build:
    """What a build took and gave."""

    cpu_seconds: float
    peak_megabytes: float
    files: int
    size: int


def run_build(command: Sequence[str], folder: Path) -> Build:
    """Run a command that writes an index into a folder."""
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"bench: {command[0]} failed with status {status}")
    files = [path for path in folder.rglob("*") if path.is_file()]
    return Build(
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss / 1024,
        len(files),
        sum(path.stat().st_size for path in files),
    )


def build_index(corpus: Path, articles: int, folder: Path) -> Build:
    """Index the first articles of a corpus by the command that anyone would use."""
    part = folder.with_suffix(".jsonl")
    with corpus.open("rb") as lines, part.open("wb") as out:
        out.writelines(islice(lines, articles))
    return run_build([sys.executable, "-m", "plugins.search_index", str(part), str(folder)], folder)


def count_changed(before: Path, after: Path) -> tuple[int, int]:
    """Return how many files of an index are new or different, and how many it has."""
    files = [path.relative_to(after) for path in after.rglob("*") if path.is_file()]
    changed = [
        path
        for path in files
        if not (before / path).is_file() or (before / path).read_bytes() != (after / path).read_bytes()
    ]
    return len(changed), len(files)

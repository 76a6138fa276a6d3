"""The engine in Node: quality and cost of every query."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from tests.search_index.node import find_node

HERE = Path(__file__).parent
SCRIPTS = Path(__file__).parents[3] / "theme" / "static" / "js" / "search"


def run_queries(
    index: Path, corpus: Path, articles: int, queries: list[str], *, full: bool
) -> list[dict[str, Any]]:
    """Return what node_run.mjs measured for each query; `full` asks for all hits of each as well."""
    task = {
        "engine": (SCRIPTS / "engine.js").as_uri(),
        "index": str(index),
        "corpus": str(corpus),
        "articles": articles,
        "queries": queries,
        "all": full,
    }
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(task, file)
        file.flush()
        command = [find_node(), str(HERE / "node_run.mjs"), file.name]
        return list(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))

"""`python -m tests.search_index.bench --corpus FILE --articles N`: measure the search, beside Pagefind."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from rich.console import Console

from tests.search_index.bench.corpus import CorpusError, copy_corpus
from tests.search_index.bench.run import Task, run_bench


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(prog="bench-search", description=__doc__)
    parser.add_argument(
        "--corpus", type=Path, required=True, help="JSON Lines of {id, title, body}, plain, .gz or .zst"
    )
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--queries", type=int, default=50, help="of each class, in Node")
    parser.add_argument("--fresh", type=int, default=10, help="of each class, on fresh pages in Chromium")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--chromium", default=shutil.which("chromium"), help="path of the browser")
    parser.add_argument("--no-pagefind", action="store_true")
    options = parser.parse_args()
    if not options.corpus.is_file():
        parser.error(f"{options.corpus} is no file; name a JSON Lines corpus with --corpus")
    with tempfile.TemporaryDirectory(prefix="bench-search-") as folder:
        part = Path(folder, "corpus.jsonl")
        task = Task(
            corpus=part,
            articles=options.articles,
            queries=options.queries,
            fresh=options.fresh,
            seed=options.seed,
            chromium=options.chromium,
            pagefind=not options.no_pagefind,
        )
        try:
            copy_corpus(options.corpus, options.articles, part)
            run_bench(task, Path(folder), Console())
        except CorpusError as error:
            parser.error(str(error))


if __name__ == "__main__":
    main()

"""`python -m plugins.search_index ARTICLES.jsonl OUT_DIR`: index any JSON Lines file, without Pelican."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from plugins.search_index.builder import DEFAULT_ROOT, Plan, build_index
from plugins.search_index.errors import SearchIndexError
from plugins.search_index.files import write_index
from plugins.search_index.jsonl import read_jsonl


def main(arguments: Sequence[str] | None = None, out: TextIO = sys.stdout, err: TextIO = sys.stderr) -> int:
    """Build an index; return 0 when it is there, 1 when the input is at fault. argparse exits 2 on wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m plugins.search_index", description=__doc__)
    parser.add_argument(
        "articles", type=Path, metavar="ARTICLES.jsonl", help="one {id, title, body, …} a line"
    )
    parser.add_argument("out", type=Path, metavar="OUT_DIR", help="folder of the index; older files in it go")
    parser.add_argument(
        "--root", default=DEFAULT_ROOT, help="way from the index to where URLs start (%(default)s)"
    )
    options = parser.parse_args(arguments)
    try:
        documents = list(read_jsonl(options.articles))
        write_index(options.out, build_index(documents, Plan(root=options.root)))
    except SearchIndexError as error:
        err.write(f"search_index: {error}\n")
        return 1
    out.write(f"search_index: {len(documents)} documents -> {options.out}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

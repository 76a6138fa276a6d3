"""`python -m tests.converter.page_maker --articles DIR --out DIR --seed N`: composed pages and gold."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.converter.page_maker.article import ArticleError, read_articles
from tests.converter.page_maker.dealing import DEFAULT_PROFILES, make_pages
from tests.converter.page_maker.gold import write_gold
from tests.converter.page_maker.noise import PROFILES


def main(arguments: Sequence[str] | None = None) -> int:
    """Write `<page-id>.txt` and `<page-id>.json` for each page; 1 when an article cannot be read."""
    options = _read_options(arguments)
    try:
        articles = read_articles(options.articles)
    except ArticleError as error:
        sys.stderr.write(f"page maker: {error}\n")
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    prefix = options.prefix or options.out.name
    for page in make_pages(
        articles, options.pages, options.profile or DEFAULT_PROFILES, options.seed, prefix
    ):
        (options.out / f"{page.gold.id}.txt").write_bytes(page.text.encode("utf-8"))
        write_gold(page.gold, options.out / f"{page.gold.id}.json")
    return 0


def _read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.converter.page_maker", description=__doc__)
    parser.add_argument("--articles", type=Path, required=True, metavar="DIR", help="folder of article files")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the pages")
    parser.add_argument("--seed", type=int, required=True, help="the same seed gives the same pages")
    parser.add_argument("--pages", type=int, default=24, metavar="N", help="how many (24)")
    parser.add_argument("--profile", action="append", choices=sorted(PROFILES), help="may be given again")
    parser.add_argument("--prefix", help="what page ids begin with (the folder's name)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())

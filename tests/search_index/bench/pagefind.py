"""Pagefind over the same articles: its site, its index, its answers."""

from __future__ import annotations

import gzip
import json
import sys
from html import escape
from pathlib import Path

from tests.search_index.bench.build import Build, run_build
from tests.search_index.bench.corpus import Article


def build_site(articles: list[Article], folder: Path) -> Build:
    """Write a page for each article and index them."""
    folder.mkdir(parents=True)
    for article in articles:
        paragraphs = "".join(f"<p>{escape(line)}</p>" for line in article.body.split("\n"))
        title = escape(article.title)
        page = (
            f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title></head>'
            f"<body><article data-pagefind-body><h1>{title}</h1>{paragraphs}</article></body></html>"
        )
        (folder / f"{article.id}.html").write_text(page, encoding="utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", str(folder)]
    return run_build(command, folder / "pagefind")


def read_fragments(folder: Path) -> dict[str, str]:
    """Return the article's id for each fragment's name: what a result is known by before its data are fetched."""
    found = {}
    for path in (folder / "pagefind" / "fragment").iterdir():
        content = gzip.decompress(path.read_bytes())
        url = json.loads(content[content.index(b"{") :])["url"]
        found[path.stem] = Path(url).stem
    return found

"""The text of a built article page, read from its HTML as a browser would show it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
from opencc import OpenCC

SIMPLIFIED = OpenCC("t2s")
# 0635—8451234 and 0635-8451234 are one number.
DASHES = re.compile("[‐-―]")
BLOCKS = {
    "article",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "figure",
    "figcaption",
    "blockquote",
    "li",
    "div",
    "pre",
    "header",
}


def fold(text: str) -> str:
    """Make alike what a reader need not tell apart: width, case, dashes, traditional and simplified forms."""
    return SIMPLIFIED.convert(DASHES.sub("-", unicodedata.normalize("NFKC", text))).lower()


@dataclass(frozen=True)
class ArticleText:
    """The blocks of an article, from its kicker to its last paragraph."""

    blocks: tuple[str, ...]

    @cached_property
    def folded(self) -> str:
        """The folded blocks, a line each: no string that a reader types goes from one block into the next."""
        return "\n".join(map(fold, self.blocks))

    def holds(self, query: str) -> bool:
        """Whether the query stands in the text as a whole."""
        return fold(query) in self.folded


def parse(path: Path) -> Element:
    """Parse an HTML file as browsers do."""
    with path.open("rb") as stream:
        return html5lib.parse(stream, namespaceHTMLElements=False, transport_encoding="utf-8")


def read_article(path: Path) -> ArticleText:
    """Read the one <article> of a page."""
    (article,) = parse(path).iter("article")
    blocks = ("".join(block).strip() for block in _cut_blocks(article))
    return ArticleText(tuple(block for block in blocks if block))


def _cut_blocks(element: Element) -> Iterator[list[str]]:
    """Part an element's text where a block begins or ends."""
    current = [element.text or ""]
    for child in element:
        if child.tag in BLOCKS:
            yield current
            yield from _cut_blocks(child)
            current = []
        else:
            current.append("".join(child.itertext()))
        current.append(child.tail or "")
    yield current

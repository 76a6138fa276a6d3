"""Material: what is learned from."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from tests.converter.evaluation.page_sets import read_first_pages
from tests.converter.fitting.latent import Document, list_documents, list_page_documents
from tests.converter.fitting.lines import Line, list_article_lines, list_page_lines, read_lines
from tests.converter.page_maker.article import Article, read_articles, read_collection
from tests.converter.page_maker.gold import GoldPage
from tests.converter.page_maker.marked import read_marked
from tests.converter.page_maker.unmarking import list_articles


@dataclass(frozen=True, slots=True)
class Material:
    """What is learned from: the first pages and the marked ones with their texts, articles, heads and lines.

    `written` and the pages' own articles are laid out anew; of `judged` ones the topics were judged, of `headed` ones
    only the heads and first words are there, `listed` are lines by their kinds; nothing is learned from `checks`.
    """

    first: list[tuple[GoldPage, str]]
    marked: list[tuple[GoldPage, str]]
    written: list[Article]
    judged: list[Article]
    headed: list[Article]
    checks: list[Article]
    listed: list[Line]

    @property
    def pages(self) -> list[tuple[GoldPage, str]]:
        """All whole pages."""
        return [*self.first, *self.marked]

    @property
    def articles(self) -> list[Article]:
        """The articles that pages are made of."""
        return [*self.written, *(one for page, text in self.marked for one in list_articles(page, text))]

    def list_lines(self) -> list[Line]:
        """Lines with their kinds: of articles, of pages, and listed ones."""
        return [
            *chain.from_iterable(map(list_article_lines, self.written)),
            *chain.from_iterable(list_page_lines(page.id, text, page.items) for page, text in self.pages),
            *self.listed,
        ]

    def list_documents(self) -> list[Document]:
        """Articles as bags of terms."""
        return [
            *list_documents(self.written, are_dealt=True),
            *list_documents(self.judged, are_dealt=False),
            *chain.from_iterable(list_page_documents(page) for page, _ in self.pages),
        ]


def read_material(options: argparse.Namespace) -> Material:
    """Read all folders of the options."""
    return Material(
        first=list(read_first_pages().pages),
        marked=[read_marked(path) for folder in options.marked for path in sorted(folder.glob("*.txt"))],
        written=[one for folder in options.articles for one in read_articles(folder)],
        judged=[one for folder in options.judged for one in _read_collections(folder)],
        headed=[one for folder in options.heads for one in _read_collections(folder)],
        checks=[one for folder in options.check for one in read_articles(folder)],
        listed=[one for folder in options.lines for one in read_lines(folder)],
    )


def _read_collections(folder: Path) -> Iterator[Article]:
    for path in sorted(folder.glob("*.txt")):
        yield from read_collection(path)

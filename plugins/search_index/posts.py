"""Pelican's posts to documents: metadata as DESIGN.md names them, the text from the written article page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import unescape
from pathlib import Path
from typing import Any

from plugins.search_index.documents import Document, clean_text, clean_title
from plugins.search_index.errors import SearchIndexError
from plugins.search_index.page_text import article_text, drop_title

# Metadata key of each filter column.
_KEYS = {"city": "city", "county": "counties", "topic": "topics", "newspaper": "category", "kind": "kind"}

# How much of the date is known, by Date_precision; an unknown date has none.
_DATE_FORMS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}

ReadPage = Callable[[str], str]


def read_posts(posts: Iterable[Any], read_page: ReadPage) -> list[Document]:
    """Return the documents of all posts that come from a newspaper page, oldest first.

    `read_page` gives the HTML of a page by its path in the output. In this order a new page's articles mostly come
    last, so the segments of older articles stay as they are. Raises SearchIndexError for a page without <article>.
    """
    documents = [_read_post(post, read_page) for post in posts if getattr(post, "page_id", None)]
    return sorted(documents, key=lambda document: (document.date or "", str(document.id)))


def _read_post(post: Any, read_page: ReadPage) -> Document:
    """Return the document of one post."""
    title = clean_title(unescape(str(post.title)))
    text = article_text(read_page(post.save_as))
    if text is None:
        raise SearchIndexError(
            f"{post.save_as}: has no <article> element; the article template must write one"
        )
    return Document(
        id=f"{post.page_id}/{post.item_number}",
        title=title,
        body=drop_title(clean_text(text), title),
        date=_read_date(post),
        url=str(post.url),
        facets={column: values for column, key in _KEYS.items() if (values := _read_values(post, key))},
        keywords=(*_read_values(post, "keywords"), *_read_values(post, "reporters")),
    )


def _read_date(post: Any) -> str | None:
    """Return as much of the date as is known."""
    form = _DATE_FORMS.get(str(getattr(post, "date_precision", "day")))
    return None if form is None else str(post.date.strftime(form))


def _read_values(post: Any, key: str) -> tuple[str, ...]:
    """Return the values of a metadata key: a list joined with ", ", or Pelican's own objects."""
    value = getattr(post, key, None)
    if value is None or value == "":
        return ()
    parts = value if isinstance(value, list | tuple) else str(value).split(", ")
    return tuple(dict.fromkeys(unescape(str(part)).strip() for part in parts if str(part).strip()))


def read_output(folder: Path) -> ReadPage:
    """Return what reads pages from the output folder; a page that is not there is an error of the build."""

    def read_page(save_as: str) -> str:
        path = folder / save_as
        try:
            return path.read_text(encoding="utf-8")
        except OSError as error:
            raise SearchIndexError(
                f"{path}: cannot be read ({error.strerror}); build the site anew"
            ) from error

    return read_page

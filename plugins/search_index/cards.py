"""Result cards: what a list of hits shows of each document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.search_index.documents import Document
from plugins.search_index.files import IndexFile

# Cards in a file: the first ten hits lie in up to ten files. 8 cards are 0.5 KB (compressed); in a large archive 16
# keep the number of files down.
_BLOCK, _LARGE_BLOCK, _LARGE = 8, 16, 1 << 15


def card_row(document: Document, url_form: str | None) -> list[str | int | None]:
    """Return id, title, date, URL (null where `url_form` gives it), newspaper and city, without empty ends."""
    row: list[str | int | None] = [
        document.id,
        document.title,
        document.date,
        None if document.url == form_url(url_form, document.id) else document.url,
        next(iter(document.facet("newspaper")), None),
        next(iter(document.facet("city")), None),
    ]
    while row[-1] is None:
        row.pop()
    return row


def form_url(url_form: str | None, document_id: str | int) -> str | None:
    """Return the URL that the archive's rule gives a document."""
    return None if url_form is None else url_form.replace("{id}", str(document_id))


def block_size(documents: int) -> int:
    """Return how many cards a file of a segment of so many documents holds."""
    return _LARGE_BLOCK if documents >= _LARGE else _BLOCK


def write_cards(documents: Sequence[Document], url_form: str | None) -> Iterator[IndexFile]:
    """Yield the card files of one segment."""
    block = block_size(len(documents))
    for start in range(0, len(documents), block):
        rows = [card_row(document, url_form) for document in documents[start : start + block]]
        yield IndexFile.from_json(f"cards-{start // block}.json", {"cards": rows})

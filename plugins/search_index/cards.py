"""Result cards: what a list of hits shows of each document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.search_index.documents import Document
from plugins.search_index.files import IndexFile

# Cards in a file: the first ten hits lie in up to ten files of 0.5 KB (compressed). Files of 16 cards would make the
# first list 4 KB heavier, and spare a sixteenth of a file an article.
BLOCK = 8


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


def write_cards(documents: Sequence[Document], url_form: str | None) -> Iterator[IndexFile]:
    """Yield the card files of one segment."""
    for start in range(0, len(documents), BLOCK):
        rows = [card_row(document, url_form) for document in documents[start : start + BLOCK]]
        yield IndexFile.from_json(f"cards-{start // BLOCK}.json", {"cards": rows})

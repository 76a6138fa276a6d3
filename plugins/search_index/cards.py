"""Result cards: what a list of hits shows of each document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.search_index.documents import Document
from plugins.search_index.files import IndexFile

# Cards in a file: the first ten hits lie in up to ten files of 0.3 KB (compressed). Files of 8 cards would make the
# first list 2 KB heavier, and spare an eighth of a file an article.
BLOCK = 4


@dataclass(frozen=True, slots=True)
class Naming:
    """What need not stand in the cards: `url_form` gives most URLs; ids may count from `first`, else None."""

    url_form: str | None
    first: int | None = None

    @classmethod
    def of(cls, documents: Sequence[Document], url_form: str | None) -> Naming:
        """See whether the ids of an archive are whole numbers, each one more than the last.

        Then a document's text can be asked for beside its card, a round of requests earlier; a URL of its own would
        have to be known first.
        """
        if not documents or type(documents[0].id) is not int:
            return cls(url_form)
        first = documents[0].id
        in_order = all(
            type(document.id) is int and document.id == first + number and document.url is None
            for number, document in enumerate(documents)
        )
        return cls(url_form, first if in_order else None)

    def url(self, document_id: str | int) -> str | None:
        """Return the URL that the archive's rule gives a document."""
        return None if self.url_form is None else self.url_form.replace("{id}", str(document_id))


def card_row(document: Document, naming: Naming) -> list[str | int | None]:
    """Return id (unless ids are counted), title, date, URL (null where `naming` gives it), newspaper and city.

    Empty ends are left out.
    """
    row: list[str | int | None] = [
        *([document.id] if naming.first is None else []),
        document.title,
        document.date,
        None if document.url == naming.url(document.id) else document.url,
        next(iter(document.facet("newspaper")), None),
        next(iter(document.facet("city")), None),
    ]
    while row[-1] is None:
        row.pop()
    return row


def write_cards(documents: Sequence[Document], naming: Naming) -> Iterator[IndexFile]:
    """Yield the card files of one segment."""
    for start in range(0, len(documents), BLOCK):
        rows = [card_row(document, naming) for document in documents[start : start + BLOCK]]
        yield IndexFile.from_json(f"cards-{start // BLOCK}.json", {"cards": rows})

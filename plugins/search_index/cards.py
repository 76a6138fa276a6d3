"""Result cards: what a list of hits shows of each document, and what it is called before its card is there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.search_index.documents import Document
from plugins.search_index.files import IndexFile

# Cards in a file: the first ten hits lie in up to ten files of 0.3 KB (compressed). Files of 8 cards would make the
# first list 2 KB heavier, and spare an eighth of a file an article.
BLOCK = 4

# Ids are told beforehand when they take no more than so many characters in all: up to 14 KB (compressed) in the second
# wave of requests, in place of a fourth. With page ids like this site's that is some 9,000 articles.
MOST_ID_CHARACTERS = 32 * 1024

# 000_c9438ffb8e62d1b7/01: what is counted in an id.
_COUNTER = re.compile(r"[0-9]{1,9}\Z")

Id = str | int


@dataclass(frozen=True, slots=True)
class Naming:
    """What need not stand in the cards: `url_form` gives most URLs; ids may count from `first`, else None.

    `is_listed`: the ids stand in files of their own.
    """

    url_form: str | None
    first: int | None = None
    is_listed: bool = False

    @classmethod
    def of(cls, documents: Sequence[Document], url_form: str | None) -> Naming:
        """See whether the ids of an archive are whole numbers, each one more than the last, or can be listed.

        Then a document's text can be asked for beside its card, a round of requests earlier; a URL of its own would
        have to be known first.
        """
        naming = cls(url_form)
        if not documents or any(
            document.url != naming.url(document.id) for document in documents if document.url
        ):
            return naming
        runs = id_runs(documents)
        if len(runs) == 1 and type(documents[0].id) is int and documents[0].url is None:
            return cls(url_form, documents[0].id)
        return cls(url_form, None, len(json.dumps(runs)) <= MOST_ID_CHARACTERS)

    def url(self, document_id: Id) -> str | None:
        """Return the URL that the archive's rule gives a document."""
        return None if self.url_form is None else self.url_form.replace("{id}", str(document_id))


def card_row(document: Document, naming: Naming) -> list[Id | None]:
    """Return id (unless ids are counted), title, date, URL (null where `naming` gives it), newspaper and city.

    Empty ends are left out.
    """
    row: list[Id | None] = [
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
        rows = [_pack_row(document, naming) for document in documents[start : start + BLOCK]]
        yield IndexFile.from_rows(f"cards-{start // BLOCK}.bin", rows)


def _pack_row(document: Document, naming: Naming) -> list[Id | None]:
    """Return a card with its date as a number, 20230301: thirteen characters are eight. Years before 1000 stay text."""
    row = card_row(document, naming)
    if document.date and document.date >= "1":
        row[1 if naming.first is not None else 2] = int(document.date.replace("-", ""))
    return row


def id_runs(documents: Sequence[Document]) -> list[tuple[Id, int]]:
    """Return the first id of each run, and how many documents it has; each id of a run counts one on from the last."""
    runs: list[tuple[Id, int]] = []
    expected: Id | None = None
    for document in documents:
        if document.id == expected:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((document.id, 1))
        expected = _count_on(document.id)
    return runs


def _count_on(document_id: Id) -> Id | None:
    """Return the id that comes after one: 8 after 7, p/10 after p/09; None after an id without a number at its end."""
    if isinstance(document_id, int):
        return document_id + 1
    counter = _COUNTER.search(document_id)
    if counter is None:
        return None
    return f"{document_id[: counter.start()]}{int(counter[0]) + 1:0{len(counter[0])}d}"


def write_ids(documents: Sequence[Document]) -> IndexFile:
    """Return the file of one segment's ids."""
    flat: list[Id] = [part for run in id_runs(documents) for part in run]
    return IndexFile.from_json("ids.json", {"ids": flat})

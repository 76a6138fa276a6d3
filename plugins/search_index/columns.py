"""Filter columns: which documents have which city, county, topic, newspaper and kind, and every document's date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from plugins.search_index.bits import Numbers, Words, list_words, pack_words, rice_words
from plugins.search_index.documents import COLUMNS, Document
from plugins.search_index.files import IndexFile

DATE_COLUMN = "date"


def write_columns(documents: Sequence[Document]) -> Iterator[IndexFile]:
    """Yield the column files of one segment and the list of their values; a column nobody fills has no file."""
    described: dict[str, object] = {}
    for column in COLUMNS:
        values = _collect_values(documents, column)
        if values:
            counts = [len(numbers) for numbers in values.values()]
            described[column] = {"values": list(values), "counts": counts}
            words = [list_words(np.array(numbers), len(documents)) for numbers in values.values()]
            yield IndexFile(f"column-{column}.bin", pack_words(words))
    dates = np.array([date_number(document.date) for document in documents], dtype=np.int64)
    if dates.any():
        shift, steps = _code_dates(dates)
        described[DATE_COLUMN] = {"shift": shift}
        yield IndexFile(f"column-{DATE_COLUMN}.bin", pack_words([steps]))
    if described:
        yield IndexFile.from_json("columns.json", {"columns": described})


def _collect_values(documents: Sequence[Document], column: str) -> dict[str, list[int]]:
    """Return the documents of each value, most common value first."""
    found: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        for value in document.facet(column):
            found.setdefault(value, []).append(number)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def date_number(date: str | None) -> int:
    """Return year * 512 + month * 32 + day, 0 for what is not known: numbers in the order of the dates."""
    if date is None:
        return 0
    year, month, day = (*map(int, date.split("-")), 0, 0)[:3]
    return year * 512 + month * 32 + day


def _code_dates(dates: Numbers) -> tuple[int, Words]:
    """Code the steps from date to date (even numbers forward, odd ones back) with the shortest Rice parameter."""
    steps = np.diff(dates, prepend=0)
    folded = np.where(steps >= 0, 2 * steps, -2 * steps - 1)
    sizes = [int(((folded >> shift) + 1 + shift).sum()) for shift in range(24)]
    shift = int(np.argmin(sizes))
    return shift, rice_words(folded, shift)

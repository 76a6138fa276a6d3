"""The documents of an archive, as the indexer sees them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

# Filter columns in the order in which they are written and shown.
COLUMNS = ("city", "county", "topic", "newspaper", "kind")

# 2023, 2023-03, 2023-03-01: a date is as precise as the page tells.
DATE_FORM = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Document:
    """One article: what is searched (title, body), shown (id, url, title, date) and filtered by (facets)."""

    id: str | int
    title: str
    body: str
    date: str | None = None
    url: str | None = None
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    keywords: tuple[str, ...] = ()

    def facet(self, column: str) -> tuple[str, ...]:
        """Return the values of one filter column, most important first."""
        return self.facets.get(column, ())


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A query worth proposing: its text, what it is, and the Latin letters a reader may type for it."""

    text: str
    kind: str
    latin: tuple[str, ...] = ()


def clean_text(text: str) -> str:
    """Return the text with halves of surrogate pairs replaced, so that it can be written as UTF-8."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def clean_title(title: str) -> str:
    """Return the title on one line."""
    return " ".join(clean_text(title).split("\n"))

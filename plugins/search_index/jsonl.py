"""Documents from a JSON Lines file: one object a line, `{id, title, body, date?, url?, city?, topics?, …}`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from plugins.search_index.documents import COLUMNS, DATE_FORM, Document, clean_text, clean_title
from plugins.search_index.errors import SearchIndexError

# A column may be named in the plural, as the ledger does.
_PLURALS = {
    "city": "cities",
    "county": "counties",
    "topic": "topics",
    "newspaper": "newspapers",
    "kind": "kinds",
}


def read_jsonl(path: Path) -> Iterator[Document]:
    """Yield the documents of a file in order.

    Raises SearchIndexError with file and line when a line is no object, misses a key, or repeats an id.
    """
    seen: dict[str | int, int] = {}
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                where = f"{path}, line {number}"
                document = _read_line(line, where)
                if document.id in seen:
                    raise SearchIndexError(
                        f"{where}: id {document.id!r} is already used in line {seen[document.id]}; ids must be unique"
                    )
                seen[document.id] = number
                yield document
    except OSError as error:
        raise SearchIndexError(
            f"{path}: cannot be read ({error.strerror}); name a JSON Lines file"
        ) from error


def _read_line(line: bytes, where: str) -> Document:
    """Read one line; `where` begins every complaint."""
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SearchIndexError(
            f"{where}: is not UTF-8 (byte {error.start}); convert the file to UTF-8"
        ) from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise SearchIndexError(f"{where}: is not JSON ({error}); write one object a line") from error
    if not isinstance(row, dict):
        raise SearchIndexError(f"{where}: holds no object; write {{id, title, body}} on each line")
    return Document(
        id=_read_id(row, where),
        title=clean_title(_read_text(row, "title", where)),
        body=clean_text(_read_text(row, "body", where)),
        date=_read_date(row, where),
        url=_read_optional(row, "url", where),
        facets=_read_facets(row, where),
        keywords=_read_values(row, "keywords", where),
    )


def _read_id(row: dict[str, object], where: str) -> str | int:
    """Return the id, a text or a whole number."""
    value = row.get("id")
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        raise SearchIndexError(f'{where}: "id" is {value!r}; give a text or a whole number')
    return clean_text(value) if isinstance(value, str) else value


def _read_text(row: dict[str, object], key: str, where: str) -> str:
    """Return a text that must be there, empty or not."""
    value = row.get(key)
    if not isinstance(value, str):
        raise SearchIndexError(f'{where}: "{key}" is {_show(value)}; give a text, empty if there is none')
    return value


def _read_optional(row: dict[str, object], key: str, where: str) -> str | None:
    """Return a text that may be missing or null."""
    value = row.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise SearchIndexError(f'{where}: "{key}" is {_show(value)}; give a text or leave it out')
    return clean_text(value)


def _read_date(row: dict[str, object], where: str) -> str | None:
    """Return the date as YYYY, YYYY-MM or YYYY-MM-DD."""
    value = _read_optional(row, "date", where)
    if value is not None and not DATE_FORM.fullmatch(value):
        raise SearchIndexError(
            f'{where}: "date" is {value!r}; write YYYY-MM-DD, YYYY-MM or YYYY, or leave it out'
        )
    return value


def _read_facets(row: dict[str, object], where: str) -> dict[str, tuple[str, ...]]:
    """Return the values of each filter column that the row names."""
    facets = {}
    for column in COLUMNS:
        key = column if column in row else _PLURALS[column]
        values = _read_values(row, key, where)
        if values:
            facets[column] = values
    return facets


def _read_values(row: dict[str, object], key: str, where: str) -> tuple[str, ...]:
    """Return a text or a list of texts as a tuple without repeats."""
    value = row.get(key)
    if value is None or value == "":
        return ()
    values = value if isinstance(value, list) else [value]
    texts = [item for item in values if isinstance(item, str)]
    if len(texts) < len(values):
        raise SearchIndexError(f'{where}: "{key}" is {_show(value)}; give a text or a list of texts')
    return tuple(dict.fromkeys(clean_text(item) for item in texts if item))


def _show(value: object) -> str:
    """Return a short form of a wrong value."""
    if value is None:
        return "missing"
    text = repr(value)
    return text if len(text) <= 40 else text[:40] + "…"

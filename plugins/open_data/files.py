"""The whole archive as files: JSON Lines and CSV, in parts that every host takes."""

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO

from plugins.open_data.fields import FIELDS, Record, Value

# Hosts refuse files above 25 MB (GitHub's web upload) to 100 MB; a part stays below the least of them.
MOST_BYTES = 20_000_000
# Spreadsheets take a cell that begins so for a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_BYTE_ORDER_MARK = "\ufeff"


def write_json_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield one line of JSON for each record."""
    for record in records:
        yield json.dumps(record, ensure_ascii=False) + "\n"


def write_csv(records: Iterable[Record]) -> Iterator[str]:
    """Yield the rows of a CSV file without its header; lists are joined with ；.

    A cell that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    for record in records:
        yield _write_row([_write_cell(record[field.name]) for field in FIELDS])


def write_csv_header() -> str:
    """Return the names of the columns, after a byte order mark: without it Excel misreads Chinese."""
    return _BYTE_ORDER_MARK + _write_row([field.name for field in FIELDS])


def cut_parts(lines: Iterable[str], header: str = "", most: int = MOST_BYTES) -> Iterator[list[str]]:
    """Cut lines into parts of at most `most` bytes, each with the header; a longer line is a part of its own."""
    part, size = [header], len(header.encode())
    for line in lines:
        more = len(line.encode())
        if len(part) > 1 and size + more > most:
            yield part
            part, size = [header], len(header.encode())
        part.append(line)
        size += more
    yield part


def name_part(stem: str, number: int, ending: str) -> str:
    """Return articles.jsonl for the first part, articles-2.jsonl for the second."""
    return f"{stem}.{ending}" if number == 1 else f"{stem}-{number}.{ending}"


def _write_row(cells: list[str]) -> str:
    row = StringIO()
    csv.writer(row, lineterminator="\r\n").writerow(cells)
    return row.getvalue()


def _write_cell(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else ""
    text = "；".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text

"""The values of corrections: each is checked as it is read, and every mistake is kept for one report."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from plugins.authorities import Authorities
from plugins.authorities.rows import Row
from plugins.converter.facts.date_forms import make_date
from plugins.converter.pages.items import Kind
from plugins.converter.pages.masking import mask_numbers

# 2023, 2023-03, 2023-03-05: as exact as it is known.
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
# What is named when a name is in no table: more would fill the screen.
_SHOWN_NAMES = 20


@dataclass(frozen=True, slots=True)
class Bounds:
    """What values are checked against: the page's lines and the tables."""

    line_count: int
    authorities: Authorities


Reading = Callable[[Row, str, Bounds], Any]


def read_values(row: Row, readings: Mapping[str, Reading], bounds: Bounds) -> dict[str, Any]:
    """Read the keys of a block that are there."""
    return {key: read(row, key, bounds) for key, read in readings.items() if key in row.fields}


def read_count(row: Row, key: str, bounds: Bounds) -> int | None:
    """A whole number from 1; None when it is left out or wrong."""
    value = row.fields.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        row.report(f"{key} must be a whole number from 1, without quotes: {key} = 12")
        return None
    return value


def read_line(row: Row, key: str, bounds: Bounds) -> int | None:
    """A line of the page, counted from 1; None when it is left out or wrong."""
    value = read_count(row, key, bounds)
    return value if value is not None and _is_line(row, value, bounds) else None


def read_lines(row: Row, key: str, bounds: Bounds) -> tuple[int, int] | None:
    """Two different lines of the page; None when they are left out or wrong."""
    value = row.fields.get(key)
    is_pair = isinstance(value, list) and len(value) == 2 and all(type(line) is int for line in value)
    if not isinstance(value, list) or not is_pair or value[0] == value[1]:
        row.report(f"{key} must be two different lines of the page: {key} = [12, 40]")
        return None
    known = [_is_line(row, line, bounds) for line in value]
    return (value[0], value[1]) if all(known) else None


def read_text(row: Row, key: str, bounds: Bounds) -> str | None:
    """A text on one line, personal numbers masked; an empty one says that there is none."""
    value = row.fields[key]
    if isinstance(value, str) and value == value.strip() and len(value.splitlines()) <= 1:
        return mask_numbers(value).text or None
    row.report(
        f'{key} must be a text on one line without spaces around it: {key} = "…"; "" says that there is none'
    )
    return None


def read_texts(row: Row, key: str, bounds: Bounds) -> tuple[str, ...]:
    """A list of texts, each on one line, personal numbers masked; an empty list says that there is none."""
    value = row.fields[key]
    if isinstance(value, list) and all(_is_one_line(entry) for entry in value):
        return tuple(mask_numbers(entry.strip()).text for entry in value)
    row.report(
        f'{key} must be a list of texts, each on one line: {key} = ["…", "…"]; [] says that there is none'
    )
    return ()


def read_kind(row: Row, key: str, bounds: Bounds) -> Kind | None:
    """What an item is."""
    value = row.fields[key]
    if isinstance(value, str) and value in list(Kind):
        return Kind(value)
    row.report(f'{key} must be one of {", ".join(Kind)}: {key} = "article"')
    return None


def read_page_number(row: Row, key: str, bounds: Bounds) -> str | None:
    """A page's number as printed: "A03" or 3."""
    value = row.fields[key]
    return str(value) if type(value) is int and value > 0 else read_text(row, key, bounds)


def read_date(row: Row, key: str, bounds: Bounds) -> str | None:
    """A date as exact as it is known: YYYY, YYYY-MM or YYYY-MM-DD."""
    value = row.fields[key]
    text = value.isoformat() if type(value) is date else value
    match = _DATE.fullmatch(text) if isinstance(text, str) else None
    if match and make_date(int(match[1]), int(match[2] or 1), int(match[3] or 1)):
        return match[0]
    if text != "":
        row.report(
            f'{key} must be a day, a month or a year: "2023-03-05", "2023-03" or "2023"; "" says unknown'
        )
    return None


def read_newspaper(row: Row, key: str, bounds: Bounds) -> str | None:
    """A newspaper of the table; an empty text says that it is unknown."""
    names = [paper.name for paper in bounds.authorities.newspapers.rows]
    return _read_name(row, key, names, "newspapers.toml")


def read_city(row: Row, key: str, bounds: Bounds) -> str | None:
    """A city of the table; an empty text says that there is none."""
    return _read_name(row, key, [city.name for city in bounds.authorities.places.cities], "cities.toml")


def read_counties(row: Row, key: str, bounds: Bounds) -> tuple[str, ...]:
    """Counties and zones of the table, the main one first."""
    names = [county.name for county in bounds.authorities.places.counties]
    return _read_names(row, key, names, "cities.toml")


def read_topics(row: Row, key: str, bounds: Bounds) -> tuple[str, ...]:
    """Topics of the table, the main one first."""
    return _read_names(row, key, [topic.name for topic in bounds.authorities.topics.rows], "topics.toml")


def read_flag(row: Row, key: str, bounds: Bounds) -> bool:
    """A yes or no."""
    return row.flag(key)


def read_confidence(row: Row, key: str, bounds: Bounds) -> float:
    """A number from 0 to 1; 1 says that a person has looked and it is right."""
    value = row.fields[key]
    if not isinstance(value, bool) and isinstance(value, int | float) and 0 <= value <= 1:
        return float(value)
    row.report(f"{key} must be a number from 0 to 1; 1 says that the item was looked at and is right")
    return 0.0


def _is_line(row: Row, line: int, bounds: Bounds) -> bool:
    if 1 <= line <= bounds.line_count:
        return True
    row.report(f"line {line} does not exist; the page has the lines 1 to {bounds.line_count}")
    return False


def _is_one_line(entry: object) -> bool:
    return isinstance(entry, str) and len(entry.strip().splitlines()) == 1


def _read_name(row: Row, key: str, names: Sequence[str], table: str) -> str | None:
    value = row.fields[key]
    if isinstance(value, str) and value in names:
        return value
    if value != "":
        row.report(f'{key} must be a name of {table}{_list_names(names)}; "" says that there is none')
    return None


def _read_names(row: Row, key: str, names: Sequence[str], table: str) -> tuple[str, ...]:
    value = row.fields[key]
    if not isinstance(value, list):
        row.report(f'{key} must be a list of names: {key} = ["…"]; [] says that there is none')
        return ()
    for name in value:
        if name not in names:
            row.report(f'{key}: "{name}" is no name of {table}{_list_names(names)}')
    return tuple(dict.fromkeys(name for name in value if name in names))


def _list_names(names: Sequence[str]) -> str:
    return (
        f" ({', '.join(names)})" if len(names) <= _SHOWN_NAMES else ", where its block says how it is spelt"
    )

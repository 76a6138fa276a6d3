"""A date as exact as the page tells it: a day, a month, a year."""

import re
from dataclasses import dataclass

# "2023-03-01", "2023-03", "2023": the forms of `date` in a ledger.
_LEDGER_DATE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?\Z")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day (all three), a month (no day) or a year (neither)."""

    year: int
    month: int | None = None
    day: int | None = None


def parse_date(text: str | None) -> PartialDate | None:
    """Return the date written as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; None for None or anything else."""
    found = _LEDGER_DATE.match(text or "")
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    return None if year is None else PartialDate(year, month, day)


def cut_date(text: str, precision: str) -> PartialDate | None:
    """Return the part of a full date that `precision` (day, month, year, unknown) vouches for."""
    date = parse_date(text)
    if date is None or precision == "unknown":
        return None
    if precision == "year":
        return PartialDate(date.year)
    return PartialDate(date.year, date.month) if precision == "month" else date


def sort_key(date: PartialDate | None) -> tuple[int, int, int]:
    """Return a key in order of time; a month comes before its days, an unknown date before all."""
    if date is None:
        return (0, 0, 0)
    return (date.year, date.month or 0, date.day or 0)


def write_date(date: PartialDate | None) -> str:
    """Return the date as readers see it: 2023年3月1日, 约2023年3月, 约2023年, 日期不详."""
    if date is None:
        return "日期不详"
    if date.month is None:
        return f"约{date.year}年"
    if date.day is None:
        return f"约{date.year}年{date.month}月"
    return f"{date.year}年{date.month}月{date.day}日"


def write_iso(date: PartialDate | None) -> str | None:
    """Return the value of a `<time datetime>`: 2023-03-01, 2023-03 or 2023."""
    if date is None:
        return None
    parts = [f"{date.year:04d}", *(f"{part:02d}" for part in (date.month, date.day) if part)]
    return "-".join(parts)


def date_path(date: PartialDate) -> str:
    """Return the path of the period's page below the site's root: 2023/03/01/, 2023/03/ or 2023/."""
    return (write_iso(date) or "").replace("-", "/") + "/"

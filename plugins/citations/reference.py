"""What a citation says of an article, as plain text."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

UNKNOWN_NEWSPAPER = "未详"
_PRECISIONS = {"day": 3, "month": 2, "year": 1, "unknown": 0}


@dataclass(frozen=True, slots=True)
class Reference:
    """An article to cite. `date` has as many of year, month and day as are known."""

    id: str
    title: str
    authors: tuple[str, ...]
    newspaper: str | None
    date: tuple[int, ...]
    page_number: str | None
    url: str | None
    section: str | None = None
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()

    @property
    def iso_date(self) -> str | None:
        """The date as 2023-03-01, 2023-03 or 2023."""
        if not self.date:
            return None
        return "-".join(f"{part:0{4 if position == 0 else 2}d}" for position, part in enumerate(self.date))


def read_reference(metadata: Mapping[str, object], url: str | None) -> Reference:
    """Return the reference that a post's metadata gives (keys as Pelican gives them, values HTML-escaped)."""

    def text(key: str) -> str | None:
        value = metadata.get(key)
        return unescape(str(value)) if value else None

    def names(key: str) -> tuple[str, ...]:
        return tuple(name for name in (text(key) or "").split(", ") if name)

    authors = metadata.get("authors") or ()
    newspaper = text("category")
    return Reference(
        id=text("slug") or "",
        title=text("title") or "",
        authors=tuple(unescape(str(author)) for author in authors)
        if isinstance(authors, list | tuple)
        else (),
        newspaper=None if newspaper == UNKNOWN_NEWSPAPER else newspaper,
        date=_read_date(text("date"), text("date_precision")),
        page_number=text("page_number"),
        url=url,
        section=text("section"),
        places=((city,) if (city := text("city")) else ()) + names("counties"),
        topics=names("topics"),
    )


def _read_date(date: str | None, precision: str | None) -> tuple[int, ...]:
    """The post's Date starts with YYYY-MM-DD; only as much of it counts as its precision says."""
    parts = tuple(int(part) for part in (date or "")[:10].split("-") if part)
    return parts[: _PRECISIONS[precision or "day"]]

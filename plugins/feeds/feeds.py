"""What an Atom feed and its entries say of themselves, as the feed generator keeps it in dictionaries."""

from collections.abc import Mapping, MutableMapping
from datetime import datetime
from html import escape
from typing import Any
from urllib.parse import unquote

_UNKNOWN_NEWSPAPER = "未详"


def read_precision(metadata: Mapping[str, object]) -> str:
    """Return how exact a post's date is: day, month, year or unknown."""
    return str(metadata.get("date_precision", "day"))


def identify_feed(
    feed: MutableMapping[str, Any], root: str, pages: Mapping[str, str], site_name: str
) -> None:
    """Give a feed its own address as id, and the page that lists the same articles as its alternate.

    `pages` has the pages of feeds by path, both below `root`; a feed it does not name is that of the whole site.
    Entries without a byline take the feed's author, which Atom asks for.
    """
    feed["id"] = feed["feed_url"]
    feed["link"] = root + pages.get(unquote(feed["feed_url"]).removeprefix(root), "")
    feed["author_name"] = site_name


def amend_entry(entry: MutableMapping[str, Any], precision: str) -> None:
    """Take from an entry what is not known, and give it the permalink as id.

    Atom asks for a full time of the last change, `updated`: that of an article is the first moment of its day, month
    or year. Only a known day is its time of publication; else there is none, and title and summary tell the date.
    """
    entry["unique_id"] = entry["link"]
    entry["author_name"] = entry["author_name"] or None
    entry["categories"] = [name for name in entry["categories"] if name != _UNKNOWN_NEWSPAPER]
    if precision == "day":
        return
    date = entry["pubdate"]
    words = write_date(date, precision)
    entry["updateddate"], entry["pubdate"] = date, None
    entry["title"] = f"{entry['title']}（{words}）"
    entry["description"] = f"<p>{escape(words)}</p>{entry['description'] or ''}"


def write_date(date: datetime, precision: str) -> str:
    """Return the date as exact as it is known: 约2023年3月, 约2023年, 日期不详."""
    if precision == "unknown":
        return "日期不详"
    return f"约{date.year}年{date.month}月" if precision == "month" else f"约{date.year}年"

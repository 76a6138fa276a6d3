"""A post as a record of the open data: plain text, nothing escaped, nothing that is not known."""

import re
from collections.abc import Mapping
from html import unescape

from plugins.open_data.fields import FIELDS, Field, Record, Value

_UNKNOWN_NEWSPAPER = "未详"
_SIZES = {"day": 10, "month": 7, "year": 4, "unknown": 0}

_BLOCK_END = re.compile(r"</(?:p|h2|figcaption)>|<br ?/?>")
_TAG = re.compile(r"<[^>]*>")


def make_record(metadata: Mapping[str, object], url: str, content: str) -> Record:
    """Return the record of a post: `metadata` as Pelican gives it (HTML-escaped), `content` its HTML."""
    record: dict[str, Value] = {field.name: _read_value(metadata, field) for field in FIELDS if field.key}
    record["id"] = f"{record['page_id']}/{metadata.get('item_number')}"
    record["url"] = url
    record["text"] = read_text(content)
    size = _SIZES[str(metadata.get("date_precision", "day"))]
    record["date"] = str(metadata.get("date", ""))[:size] or None
    if record["newspaper"] == _UNKNOWN_NEWSPAPER:
        record["newspaper"] = None
    return {field.name: record[field.name] for field in FIELDS}


def read_text(content: str) -> str:
    """Return the text of a post's HTML, a line for each paragraph, subhead and caption."""
    lines = (unescape(_TAG.sub("", block)).strip() for block in _BLOCK_END.split(content))
    return "\n".join(line for line in lines if line)


def _read_value(metadata: Mapping[str, object], field: Field) -> Value:
    value = metadata.get(field.key)
    if field.kind == "list":
        names = value if isinstance(value, list) else str(value or "").split(", ")
        return [unescape(str(name)) for name in names if str(name)]
    if field.kind == "flag":
        return value == "true"
    if not value:
        return None
    return float(str(value)) if field.kind == "number" else unescape(str(value))

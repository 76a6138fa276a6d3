"""The static JSON interface: one document for each article, page, issue and tag, and an index of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.open_data.fields import FIELDS, Record

# What a list tells of an article; the rest stands in the article's own document.
_LISTED = ("id", "url", "title", "date", "newspaper", "page_number", "city", "counties", "topics")
# An issue is one known newspaper on one known day: only 2023-03-01 has this many characters.
_DAY = 10


@dataclass(frozen=True, slots=True)
class JsonDocument:
    """A JSON file of the interface: its path below data/ and what it holds."""

    path: str
    content: Mapping[str, object]


def list_documents(
    records: Sequence[Record], slugs: Mapping[str, str], tags: Mapping[str, Sequence[Record]]
) -> Iterator[JsonDocument]:
    """Yield every document; `slugs` gives the address of a tag or newspaper, `tags` the articles of each tag."""
    yield from (JsonDocument(f"articles/{record['id']}.json", record) for record in records)
    yield from _list_groups("pages", records, lambda record: str(record["page_id"]))
    issued = [record for record in records if record["newspaper"] and len(str(record["date"] or "")) == _DAY]
    yield from _list_groups(
        "issues", issued, lambda record: f"{slugs[str(record['newspaper'])]}/{record['date']}"
    )
    for name, own in tags.items():
        yield JsonDocument(
            f"tags/{slugs[name]}.json", {"name": name, "articles": [_shorten(record) for record in own]}
        )


def describe_interface(root: str, parts: Mapping[str, Sequence[str]], count: int) -> JsonDocument:
    """Return the index: how many articles, which files, how documents are addressed, what the fields mean."""
    paths = (
        "articles/{id}.json",
        "pages/{page_id}.json",
        "issues/{newspaper}/{date}.json",
        "tags/{slug}.json",
    )
    return JsonDocument(
        "index.json",
        {
            "articles": count,
            "root": f"{root}/data/" if root else None,
            "files": parts,
            "documents": list(paths),
            "fields": {field.name: {"kind": field.kind, "meaning": field.meaning} for field in FIELDS},
        },
    )


def _list_groups(
    folder: str, records: Iterable[Record], find_key: Callable[[Record], str]
) -> Iterator[JsonDocument]:
    groups: dict[str, list[Mapping[str, object]]] = {}
    for record in records:
        groups.setdefault(find_key(record), []).append(_shorten(record))
    for key, own in groups.items():
        yield JsonDocument(f"{folder}/{key}.json", {"id": key, "articles": own})


def _shorten(record: Record) -> dict[str, object]:
    return {name: record[name] for name in _LISTED}

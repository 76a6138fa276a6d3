"""CSL-JSON: the form that citation processors (citeproc, pandoc, Zotero) read."""

import json

from plugins.citations.reference import Reference


def write_csl(reference: Reference) -> str:
    """Return a list of one item of type article-newspaper, as JSON."""
    return json.dumps([describe_csl(reference)], ensure_ascii=False) + "\n"


def describe_csl(reference: Reference) -> dict[str, object]:
    """Return the item; a date that is not known to the day is marked `circa`."""
    item: dict[str, object] = {
        "id": reference.id,
        "type": "article-newspaper",
        "title": reference.title,
        # A Chinese name is not parted; as a family name every processor prints it whole (some know no literal).
        "author": [{"family": author} for author in reference.authors],
        "container-title": reference.newspaper,
        "issued": _describe_date(reference.date),
        "page": reference.page_number,
        "URL": reference.url,
        "language": "zh-CN",
    }
    return {key: value for key, value in item.items() if value}


def _describe_date(date: tuple[int, ...]) -> dict[str, object] | None:
    if not date:
        return None
    parts: dict[str, object] = {"date-parts": [list(date)]}
    return parts if len(date) == 3 else {**parts, "circa": True}

"""RIS: the tagged form that EndNote, NoteExpress and Zotero read."""

from collections.abc import Iterator

from plugins.citations.reference import Reference


def write_ris(reference: Reference) -> str:
    """Return the record of type NEWS; DA has a slash for each part of the date that is not known."""
    return "".join(f"{tag}  - {value}\n" for tag, value in _list_tags(reference)) + "ER  - \n"


def _list_tags(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", reference.id
    yield "TI", reference.title
    yield from (("AU", author) for author in reference.authors)
    if reference.newspaper:
        yield "T2", reference.newspaper
    if reference.date:
        yield "PY", f"{reference.date[0]:04d}"
        yield "DA", "/".join((reference.iso_date or "").split("-") + [""] * (3 - len(reference.date)))
    if reference.page_number:
        yield "SP", reference.page_number
    if reference.url:
        yield "UR", reference.url
    yield "LA", "zh-CN"

"""BibTeX: an @article of the newspaper, as JabRef, Zotero and biblatex read it."""

from collections.abc import Iterator

from plugins.citations.reference import Reference

# What TeX would take for a command. A backslash itself comes first in the table, so it is replaced only once.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def write_bibtex(reference: Reference) -> str:
    """Return the entry; its key is the article's id, a date of lower precision has no month or day."""
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _list_fields(reference))
    return f"@article{{{reference.id},\n{fields}}}\n"


def _list_fields(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_escape(reference.title)}}}"
    if reference.authors:
        yield "author", " and ".join(f"{{{_escape(author)}}}" for author in reference.authors)
    if reference.newspaper:
        yield "journal", _escape(reference.newspaper)
    yield from zip(("year", "month", "day"), map(str, reference.date), strict=False)
    if reference.page_number:
        yield "pages", _escape(reference.page_number)
    if reference.url:
        yield "url", reference.url
    yield "langid", "chinese"


def _escape(text: str) -> str:
    return text.translate(_ESCAPES)

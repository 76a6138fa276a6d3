"""GB/T 7714-2015, the Chinese standard of references, in its form for newspaper articles.

`作者. 题名[N]. 报名, 2023-03-01(04).`
"""

from plugins.citations.reference import Reference

# 8.1.2 of the standard: of more than three authors the first three are named, with 等.
MOST_AUTHORS = 3


def write_gbt7714(reference: Reference) -> str:
    """Return the citation; what is not known is left out (authors, page) or said in brackets (newspaper, date).

    An estimated date stands in brackets, as 8.4.3.2 of the standard has it for an estimated year.
    """
    authors = f"{_write_authors(reference.authors)}. " if reference.authors else ""
    newspaper = reference.newspaper or "[报名不详]"
    page = f"({reference.page_number})" if reference.page_number else ""
    return f"{authors}{reference.title}[N]. {newspaper}, {_write_date(reference)}{page}."


def _write_authors(authors: tuple[str, ...]) -> str:
    named = ", ".join(authors[:MOST_AUTHORS])
    return f"{named}, 等" if len(authors) > MOST_AUTHORS else named


def _write_date(reference: Reference) -> str:
    date = reference.iso_date
    if date is None:
        return "[日期不详]"
    return date if len(reference.date) == 3 else f"[{date}]"

"""The view of a page: its items as the archive shows them, and the original text with the owner of each line."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from plugins.newspapers.archive import ArchivePage
from plugins.newspapers.ledger import Element, PageLedger
from plugins.newspapers.page_text import Piece, group_runs, mark_lines, mark_masked, write_lines
from plugins.newspapers.wording import name_item


@dataclass(frozen=True, slots=True)
class CleanPart:
    """A part of an item without the page's line breaks, beside the lines that it was made of."""

    role: str
    pieces: tuple[Piece, ...]
    numbers: tuple[int, ...]
    lines: str


def view_page(page: ArchivePage, lines: Sequence[str]) -> Mapping[str, object]:
    """Return what the page view shows.

    `runs` of lines; by item number `stories`, `names`, `lines`, `missing` and `parts`, the cleaned text.
    """
    items = page.ledger.items
    blank = _find_blank(page.ledger)
    return {
        "runs": group_runs(mark_lines(lines, items)),
        "stories": {int(story.number): story for story in page.stories},
        "names": {item.number: name_item(item) for item in items},
        "lines": write_item_lines(page.ledger),
        "missing": {item.number: "；".join(item.problems) for item in items if item.is_incomplete},
        "parts": {item.number: [_clean(element, blank) for element in item.elements] for item in items},
    }


def write_item_lines(ledger: PageLedger) -> Mapping[int, str]:
    """Return the lines of each item as readers see them; lines that nobody owns are blank."""
    blank = _find_blank(ledger)
    return {item.number: write_lines((span.line for span in item.spans), blank) for item in ledger.items}


def _find_blank(ledger: PageLedger) -> Set[int]:
    owned = {span.line for item in ledger.items for span in item.spans}
    return frozenset(range(1, max(owned, default=0))) - owned


def _clean(element: Element, blank: Set[int]) -> CleanPart:
    numbers = tuple(sorted({span.line for span in element.spans}))
    pieces = tuple(mark_masked(element.text, element.role))
    return CleanPart(element.role, pieces, numbers, write_lines(numbers, blank))

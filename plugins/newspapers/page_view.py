"""The view of a page: its items in order, and the original text with the owner of each line."""

from collections.abc import Mapping, Sequence

from plugins.newspapers.archive import ArchivePage
from plugins.newspapers.ledger import PageLedger
from plugins.newspapers.page_text import group_runs, mark_lines, write_lines
from plugins.newspapers.wording import name_item


def view_page(page: ArchivePage, lines: Sequence[str]) -> Mapping[str, object]:
    """Return what the page view shows: `runs` of lines; `stories`, `names`, `lines` and `missing` by item number."""
    items = page.ledger.items
    return {
        "runs": group_runs(mark_lines(lines, items)),
        "stories": {int(story.number): story for story in page.stories},
        "names": {item.number: name_item(item) for item in items},
        "lines": write_item_lines(page.ledger),
        "missing": {item.number: "；".join(item.problems) for item in items if item.is_incomplete},
    }


def write_item_lines(ledger: PageLedger) -> Mapping[int, str]:
    """Return the lines of each item as readers see them; lines that nobody owns are blank."""
    owned = {span.line for item in ledger.items for span in item.spans}
    blank = frozenset(range(1, max(owned, default=0))) - owned
    return {item.number: write_lines((span.line for span in item.spans), blank) for item in ledger.items}

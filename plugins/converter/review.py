"""Review: the items of an archive that are least certain, with reason and second-best reading, least certain first.

`python -m plugins.converter.review [--ledger DIR] [--raw DIR] [--limit N] [--html FILE]` prints a table and, when
asked, writes the same as an HTML file, with the text and the correction to begin with. Exit 0, 1 when some ledgers
cannot be read (each named with its reason), 2 for wrong usage.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from plugins.converter.archive.atomic_files import write_text
from plugins.converter.archive.markdown_text import show_controls
from plugins.converter.archive.review_report import ReviewedItem, render_report
from plugins.converter.ledgers.doubts import Doubt, read_account
from plugins.converter.ledgers.ledger import LedgerError
from plugins.converter.pages.encodings import EncodingRefused
from plugins.converter.pages.page import read_page

LEDGER, RAW = Path("content/ledger"), Path("content/raw")
LIMIT = 30
# Columns of the table where the output is no terminal.
WIDTH = 160


@dataclass(frozen=True, slots=True)
class Review:
    """All items nobody has settled, least certain first; misfits by page; and the ledgers that cannot be read."""

    doubts: tuple[Doubt, ...]
    misfits: tuple[tuple[str, str], ...]
    failures: tuple[str, ...]


def read_review(folder: Path) -> Review:
    """Read all ledgers of a folder."""
    doubts: list[Doubt] = []
    misfits: list[tuple[str, str]] = []
    failures = []
    for path in sorted(folder.glob("*.json")):
        try:
            account = read_account(path.read_bytes().decode("utf-8", "replace"))
        except (LedgerError, OSError) as error:
            failures.append(f"{path}: {error}")
            continue
        doubts += [doubt for doubt in account.doubts if not doubt.is_settled]
        misfits += [(path.stem, misfit) for misfit in account.misfits]
    ranked = sorted(doubts, key=lambda doubt: (doubt.confidence, doubt.page_id, doubt.number))
    return Review(tuple(ranked), tuple(misfits), tuple(failures))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit codes are in the module's first lines."""
    options = _parse(arguments)
    errors = Console(stderr=True, soft_wrap=True, highlight=False, emoji=False)
    if not options.ledger.is_dir():
        errors.print(f"review: {options.ledger}: no such folder; run `invoke convert` first", markup=False)
        return 2
    review = read_review(options.ledger)
    for failure in review.failures:
        errors.print(f"review: {failure}", markup=False)
    shown = review.doubts[: options.limit] if options.limit else review.doubts
    _print(review, shown, Console(width=None if sys.stdout.isatty() else WIDTH, emoji=False))
    if options.html is not None:
        try:
            report = render_report(tuple(_read_items(options.raw, shown)), review.misfits, len(review.doubts))
            write_text(options.html, report)
        except (OSError, EncodingRefused) as error:
            errors.print(f"review: {options.html}: cannot be written: {error}", markup=False)
            return 1
        errors.print(f"review: the same with the texts is in {options.html}", markup=False)
    return 1 if review.failures else 0


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m plugins.converter.review", description="List the items that are least certain."
    )
    parser.add_argument(
        "--ledger", type=Path, default=LEDGER, metavar="DIR", help="the ledgers (%(default)s)"
    )
    parser.add_argument("--raw", type=Path, default=RAW, metavar="DIR", help="the page texts (%(default)s)")
    parser.add_argument(
        "--limit",
        type=_read_limit,
        default=LIMIT,
        metavar="N",
        help="how many items, 0 for all (%(default)s)",
    )
    parser.add_argument("--html", type=Path, metavar="FILE", help="write the list as HTML, too")
    return parser.parse_args(arguments)


def _read_limit(text: str) -> int:
    limit = int(text)
    if limit < 0:
        raise argparse.ArgumentTypeError("must be 0 or more")
    return limit


def _print(review: Review, shown: Sequence[Doubt], console: Console) -> None:
    table = Table(
        title=f"{len(shown)} of {len(review.doubts)} items, least certain first", title_justify="left"
    )
    for name in ("certainty", "page", "line", "item", "headline", "reason", "or else"):
        table.add_column(name, overflow="fold")
    for doubt in shown:
        # Control characters of a page must not reach the terminal.
        table.add_row(*(Text(show_controls(cell)) for cell in _cells(doubt)))
    console.print(table)
    for page_id, misfit in review.misfits:
        console.print(f"{page_id}.toml: {misfit}", markup=False, soft_wrap=True, highlight=False)


def _cells(doubt: Doubt) -> Iterator[str]:
    yield f"{doubt.confidence:.2f}{' !' if doubt.is_pressing else ''}"
    yield from (doubt.page_id, str(doubt.line), f"{doubt.number} {doubt.kind}", doubt.headline)
    yield "; ".join(doubt.reasons)
    yield doubt.rival or ""


def _read_items(raw: Path, doubts: Sequence[Doubt]) -> Iterator[ReviewedItem]:
    """Put to each item its lines with their numbers; none where the page's text is not there."""
    pages: dict[str, tuple[str, ...]] = {}
    for doubt in doubts:
        path = raw / f"{doubt.page_id}.txt"
        if doubt.page_id not in pages:
            pages[doubt.page_id] = read_page(path).lines if path.is_file() else ()
        lines = pages[doubt.page_id]
        numbers = sorted({span.line for span in doubt.spans if span.line <= len(lines)})
        yield ReviewedItem(doubt, tuple((number, lines[number - 1]) for number in numbers))


if __name__ == "__main__":
    sys.exit(main())

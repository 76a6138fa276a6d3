"""The archive's folders: page texts in, ledgers and posts out. Everything here is I/O; the pipeline does the work."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from plugins.authorities import Authorities, load_authorities
from plugins.converter.archive.changes import list_changes, store_changes
from plugins.converter.archive.edited_posts import STOP, EditedPost, choose_kept, is_untouched, stamp_posts
from plugins.converter.archive.inputs import digest_inputs
from plugins.converter.archive.outcome import Outcome
from plugins.converter.archive.posts import render_posts
from plugins.converter.corrections.corrections import CorrectionRefused, load_corrections
from plugins.converter.ledgers.doubts import read_account
from plugins.converter.ledgers.ledger import LedgerError, Stamp, dump_ledger, load_numbering, load_stamp
from plugins.converter.ledgers.numbering import FIRST
from plugins.converter.pages.encodings import EncodingRefused
from plugins.converter.pages.items import Kind
from plugins.converter.pages.page import read_page
from plugins.converter.pipeline import convert_page


@dataclass(frozen=True, slots=True)
class Folders:
    """Where things are. `tables` is the folder of the authority tables."""

    raw: Path
    ledger: Path
    posts: Path
    tables: Path


@dataclass(frozen=True, slots=True)
class Options:
    """How to convert: `edited` is what to do with posts edited by hand ("stop", "keep" or "overwrite")."""

    dry_run: bool = False
    edited: str = STOP
    every_page: bool = False


def list_pages(raw: Path) -> list[str]:
    """The ids of all pages of a folder, sorted."""
    return sorted(path.stem for path in raw.glob("*.txt") if path.is_file())


def convert_one(page_id: str, folders: Folders, options: Options) -> Outcome:
    """Convert one page, write its ledger and posts, and tell what became of it; never raises for bad input."""
    try:
        return _convert(page_id, folders, options)
    except LedgerError as error:
        return Outcome(page_id, failure=f"ledger {page_id}.json: {error}")
    except (EncodingRefused, CorrectionRefused, EditedPost, OSError) as error:
        return Outcome(page_id, failure=str(error))


def _convert(page_id: str, folders: Folders, options: Options) -> Outcome:
    path = folders.raw / f"{page_id}.txt"
    inputs = digest_inputs(path.read_bytes(), _read_bytes(path.with_suffix(".toml")), folders.tables)
    old = _read_ledger(folders.ledger / f"{page_id}.json")
    stamp = Stamp() if old is None else load_stamp(old)
    existing = _read_posts(folders.posts / page_id)
    if (
        old is not None
        and not options.every_page
        and stamp.inputs == inputs
        and is_untouched(existing, stamp)
    ):
        return _sum_up(page_id, old, skipped=True)
    tables = _load_tables(folders.tables)
    text = read_page(path)
    corrections = load_corrections(path.with_suffix(".toml"), len(text.lines), tables)
    given = FIRST if old is None else load_numbering(old)
    page, numbering = convert_page(text, tables, corrections, given)
    posts = render_posts(page)
    kept = choose_kept(page_id, posts, existing, stamp, options.edited)
    ledger = dump_ledger(page, numbering, stamp_posts(inputs, posts, existing, kept))
    folder = folders.posts / page_id
    files = {folder / f"{name}.md": text for name, text in sorted(posts.items()) if name not in kept}
    stale = [folder / f"{name}.md" for name in sorted(existing.keys() - posts.keys() - kept)]
    # The ledger is written last: a ledger on disk always has its posts.
    files[folders.ledger / f"{page_id}.json"] = ledger
    changed, diffs = (list_changes if options.dry_run else store_changes)(files, stale)
    return replace(_sum_up(page_id, ledger), changed=changed, diffs=diffs)


def _sum_up(page_id: str, ledger: str, skipped: bool = False) -> Outcome:
    account = read_account(ledger)
    return Outcome(
        page_id,
        skipped=skipped,
        articles=account.count(Kind.ARTICLE),
        notices=account.count(Kind.NOTICE),
        doubts=tuple(doubt.tell() for doubt in account.doubts if doubt.is_pressing),
        misfits=account.misfits,
    )


@cache
def _load_tables(folder: Path) -> Authorities:
    return load_authorities(folder)


def _read_bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _read_ledger(path: Path) -> str | None:
    """The ledger's text; what is no UTF-8 in it is refused where it is read as JSON."""
    return path.read_bytes().decode("utf-8", "replace") if path.is_file() else None


def _read_posts(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_bytes().decode("utf-8", "replace") for path in sorted(folder.glob("*.md"))}

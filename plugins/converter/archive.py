"""The archive's folders: page texts in, ledgers and posts out. Everything here is I/O; the pipeline does the work."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from plugins.authorities import Authorities, load_authorities
from plugins.converter.atomic_files import write_text
from plugins.converter.caption_owners import join_captions
from plugins.converter.encodings import EncodingRefused
from plugins.converter.inputs import digest_inputs, digest_post
from plugins.converter.items import Kind, PageItems
from plugins.converter.ledger import LedgerError, Stamp, dump_ledger, load_numbering, load_stamp
from plugins.converter.numbering import FIRST, number_items
from plugins.converter.outcome import Outcome
from plugins.converter.page import read_page
from plugins.converter.pipeline import convert_page
from plugins.converter.posts import render_posts

# Below this an item is listed for a look; see certainty.py for the scale.
DOUBTFUL = 0.5


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
    edited: str = "stop"
    every_page: bool = False


class EditedPost(Exception):
    """A post was edited by hand; the message names it and the way out."""


def list_pages(raw: Path) -> list[str]:
    """The ids of all pages of a folder, sorted."""
    return sorted(path.stem for path in raw.glob("*.txt") if path.is_file())


def convert_one(page_id: str, folders: Folders, options: Options) -> Outcome:
    """Convert one page, write its ledger and posts, and tell what became of it; never raises for bad input."""
    try:
        return _convert(page_id, folders, options)
    except (EncodingRefused, LedgerError, EditedPost, OSError) as error:
        return Outcome(page_id, failure=str(error))


def _convert(page_id: str, folders: Folders, options: Options) -> Outcome:
    path = folders.raw / f"{page_id}.txt"
    ledger_path = folders.ledger / f"{page_id}.json"
    inputs = digest_inputs(path.read_bytes(), _read_bytes(path.with_suffix(".toml")), folders.tables)
    old = ledger_path.read_text(encoding="utf-8") if ledger_path.is_file() else None
    stamp = load_stamp(old) if old is not None else Stamp("", {})
    existing = _read_posts(folders.posts / page_id)
    if not options.every_page and stamp.inputs == inputs and _is_untouched(existing, stamp.posts):
        return Outcome(page_id, skipped=True)
    converted = convert_page(read_page(path), _load_tables(folders.tables))
    items, numbering = number_items(converted.items, load_numbering(old) if old is not None else FIRST)
    page = replace(converted, items=join_captions(items))
    posts = render_posts(page)
    kept = _keep_edited(page_id, posts, existing, stamp.posts, options)
    ledger = dump_ledger(
        page, numbering, Stamp(inputs, {name: digest_post(text) for name, text in posts.items()})
    )
    changed = _store(
        page_id, folders, {name: text for name, text in posts.items() if name not in kept}, ledger, options
    )
    return _sum_up(page, changed)


def _keep_edited(
    page_id: str,
    posts: Mapping[str, str],
    existing: Mapping[str, str],
    digests: Mapping[str, str],
    options: Options,
) -> frozenset[str]:
    """The names of hand-edited posts that must stay. Raises EditedPost unless the options tell what to do."""
    edited = {
        name
        for name, text in existing.items()
        if digest_post(text) != digests.get(name) and text != posts.get(name)
    }
    if not edited or options.edited == "overwrite":
        return frozenset()
    if options.edited == "keep":
        return frozenset(edited)
    names = ", ".join(f"{page_id}/{name}.md" for name in sorted(edited))
    raise EditedPost(
        f"edited by hand: {names}; move the correction to {page_id}.toml, or convert with --keep (the edited post stays) "
        "or --overwrite (it is lost)"
    )


def _store(
    page_id: str, folders: Folders, posts: Mapping[str, str], ledger: str, options: Options
) -> tuple[str, ...]:
    """Write posts first and the ledger last: a ledger on disk always has its posts. Returns the changed files."""
    files = {folders.posts / page_id / f"{name}.md": text for name, text in posts.items()}
    files[folders.ledger / f"{page_id}.json"] = ledger
    stale = [path for path in sorted((folders.posts / page_id).glob("*.md")) if path not in files]
    if options.edited == "keep":
        stale = []
    if options.dry_run:
        changed = [
            path for path, text in files.items() if not path.is_file() or path.read_text("utf-8") != text
        ]
    else:
        changed = [path for path, text in files.items() if write_text(path, text)]
        for path in stale:
            path.unlink()
    return tuple(str(path) for path in (*changed, *stale))


def _sum_up(page: PageItems, changed: tuple[str, ...]) -> Outcome:
    kinds = [item.kind for item in page.items]
    doubts = tuple(
        f"item {item.number} (line {item.spans[0].line}): "
        + ("; ".join(item.problems) or f"certainty {item.confidence:.2f}")
        for item in page.items
        if item.kind is Kind.ARTICLE and (item.incomplete or item.confidence < DOUBTFUL)
    )
    return Outcome(
        page.facts.id,
        changed,
        articles=kinds.count(Kind.ARTICLE),
        notices=kinds.count(Kind.NOTICE),
        doubts=doubts,
    )


@cache
def _load_tables(folder: Path) -> Authorities:
    return load_authorities(folder)


def _read_bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _read_posts(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_bytes().decode("utf-8", "replace") for path in sorted(folder.glob("*.md"))}


def _is_untouched(existing: Mapping[str, str], digests: Mapping[str, str]) -> bool:
    return existing.keys() == digests.keys() and all(
        digest_post(existing[name]) == digests[name] for name in existing
    )

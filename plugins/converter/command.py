"""The converter's command line: exit 0 when all pages were converted, 1 when some could not be, 2 for wrong usage."""

import argparse
import gc
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from os import cpu_count
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from plugins.authorities import AuthorityError, default_folder, load_authorities
from plugins.converter.archive.archive import Folders, Options, convert_one, list_pages
from plugins.converter.archive.outcome import Outcome, count_outcomes
from plugins.converter.archive.scheduling import SchedulerError, convert_on_cluster

# Starting a second process costs as much as converting some dozen pages (it loads jieba's dictionary).
PARALLEL_FROM = 40
CHUNK = 8


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is in the module's first line."""
    options = _parse(arguments)
    console = Console(stderr=True, soft_wrap=True, highlight=False, emoji=False)
    if not options.raw.is_dir():
        console.print(
            f"converter: {options.raw}: no such folder; name a folder of page texts (*.txt)", markup=False
        )
        return 2
    try:
        load_authorities(options.tables)
    except (AuthorityError, OSError) as error:
        console.print(f"converter: {error}", markup=False)
        return 2
    try:
        outcomes = _convert(options, console)
    except SchedulerError as error:
        console.print(f"converter: {error}", markup=False)
        return 2
    return _report(outcomes, options, console)


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m plugins.converter", description="Cut newspaper pages into posts."
    )
    parser.add_argument("raw", type=Path, metavar="RAW_DIR", help="folder of page texts, <page-id>.txt")
    parser.add_argument("--ledger", type=Path, required=True, metavar="DIR", help="where the ledgers go")
    parser.add_argument("--posts", type=Path, required=True, metavar="DIR", help="where the posts go")
    parser.add_argument(
        "--tables", type=Path, default=default_folder(), metavar="DIR", help="the authority tables"
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would change, write nothing")
    parser.add_argument(
        "--strict", action="store_true", help="exit 1 when an item or a correction needs a look"
    )
    parser.add_argument("--all", action="store_true", help="convert unchanged pages, too")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="convert on a Dask cluster: tcp://host:8786")
    edited = parser.add_mutually_exclusive_group()
    edited.add_argument(
        "--keep",
        dest="edited",
        action="store_const",
        const="keep",
        help="leave hand-edited posts as they are",
    )
    edited.add_argument(
        "--overwrite",
        dest="edited",
        action="store_const",
        const="overwrite",
        help="replace hand-edited posts",
    )
    parser.set_defaults(edited="stop")
    return parser.parse_args(arguments)


def _convert(options: argparse.Namespace, console: Console) -> list[Outcome]:
    folders = Folders(options.raw, options.ledger, options.posts, options.tables)
    settings = Options(options.dry_run, options.edited, options.all)
    pages = list_pages(options.raw)
    if options.scheduler is not None:
        outcomes = convert_on_cluster(pages, folders, settings, options.scheduler)
    else:
        outcomes = _run(partial(convert_one, folders=folders, options=settings), pages)
    with Progress(console=console, disable=not console.is_terminal, transient=True) as progress:
        return list(progress.track(outcomes, total=len(pages), description="converting"))


def _run(convert: "partial[Outcome]", pages: Sequence[str]) -> Iterator[Outcome]:
    if len(pages) < PARALLEL_FROM:
        yield from map(convert, pages)
        return
    # The first page loads jieba's dictionary; processes that are forked after it need not load it again.
    yield convert(pages[0])
    gc.freeze()  # the tables stay: no process need look through them for what can be freed, nor copy their pages
    with ProcessPoolExecutor(max_workers=cpu_count()) as pool:
        yield from pool.map(convert, pages[1:], chunksize=CHUNK)


def _report(outcomes: Sequence[Outcome], options: argparse.Namespace, console: Console) -> int:
    """Tell what went wrong and what needs a look on stderr, what a dry run would change on stdout."""
    out = Console(soft_wrap=True, highlight=False, emoji=False)
    for outcome in outcomes:
        for message in _list_messages(outcome, options.strict):
            console.print(f"converter: {message}", markup=False)
        if options.dry_run and outcome.changed:
            out.print("\n".join(_preview(outcome)), markup=False)
    console.print(f"converter: {count_outcomes(outcomes)}", markup=False)
    failed = any(outcome.failure is not None for outcome in outcomes)
    doubtful = any(outcome.doubts or outcome.misfits for outcome in outcomes)
    return 1 if failed or (options.strict and doubtful) else 0


def _list_messages(outcome: Outcome, strict: bool) -> Iterator[str]:
    if outcome.failure is not None:
        yield f"{outcome.page_id}.txt: {outcome.failure}"
    for misfit in outcome.misfits:
        yield f"{outcome.page_id}.toml: {misfit}"
    if strict:
        for doubt in outcome.doubts:
            yield f"{outcome.page_id}.txt: {doubt}"


def _preview(outcome: Outcome) -> Iterator[str]:
    """What a dry run would change of a page: its files, then how its posts would read."""
    yield f"{outcome.page_id}: these files would change ({len(outcome.changed)}):"
    yield from (f"  {path}" for path in outcome.changed)
    yield from outcome.diffs

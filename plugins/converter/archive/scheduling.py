"""Scheduling: pages converted by the workers of a Dask cluster, for archives beyond one machine.

The workers run the same function as one machine does and write the files themselves: they need the same folders under
the same names (a shared disk), the same code and the same packages. Dask is loaded only when it is asked for.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from importlib import import_module
from typing import Any

from plugins.converter.archive.archive import Folders, Options, convert_one
from plugins.converter.archive.inputs import digest_code
from plugins.converter.archive.outcome import Outcome

# A task of some hundred milliseconds: Dask spends about one on each task, whatever it does.
BATCH = 8
# Batches sent ahead for each thread of the cluster: enough to keep it busy, and few to hold in memory.
AHEAD = 4
TIMEOUT = 20  # seconds that a scheduler has to answer


class SchedulerError(Exception):
    """The cluster cannot convert pages; the message names the reason and the way out."""


def convert_on_cluster(
    pages: Sequence[str], folders: Folders, options: Options, address: str
) -> Iterator[Outcome]:
    """Convert pages on the cluster whose scheduler has the address (`tcp://host:8786`); outcomes in the pages' order.

    Raises SchedulerError when Dask is not installed, when there is no scheduler or no worker, and when a worker has
    other code or does not see the folders. A page whose worker died is an outcome with a failure.
    """
    distributed = _load_distributed()
    shared = Folders(
        *(path.resolve() for path in (folders.raw, folders.ledger, folders.posts, folders.tables))
    )
    with _connect(distributed, address) as client:
        _check_workers(client, shared)
        threads = sum(client.nthreads().values())
        convert = partial(_convert_batch, folders=shared, options=options)
        batches = [tuple(pages[start : start + BATCH]) for start in range(0, len(pages), BATCH)]
        # Conversion writes files, so Dask must not take an earlier result for it: pure=False.
        waiting = [client.submit(convert, batch, pure=False) for batch in batches[: threads * AHEAD]]
        for position, batch in enumerate(batches):
            yield from _await_batch(waiting.pop(0), batch)
            following = position + threads * AHEAD
            if following < len(batches):
                waiting.append(client.submit(convert, batches[following], pure=False))


def _convert_batch(pages: Sequence[str], folders: Folders, options: Options) -> list[Outcome]:
    return [convert_one(page, folders, options) for page in pages]


def _load_distributed() -> Any:
    try:
        return import_module("distributed")
    except ModuleNotFoundError as error:
        raise SchedulerError(
            f"--scheduler needs Dask ({error.name} is missing); run: pip install -r requirements-scale.txt"
        ) from error


def _connect(distributed: Any, address: str) -> Any:
    try:
        return distributed.Client(address, timeout=TIMEOUT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise SchedulerError(
            f"no Dask scheduler answers at {address} ({error}); name one as in --scheduler tcp://host:8786"
        ) from error


def _check_workers(client: Any, folders: Folders) -> None:
    try:
        client.run_on_scheduler(_describe_worker, folders)  # it unpacks the tasks, so it needs the code, too
    except (ImportError, AttributeError) as error:
        raise SchedulerError(_tell_unloadable("the scheduler", error)) from error
    found = client.run(_describe_worker, folders, on_error="return")
    if not found:
        raise SchedulerError(
            "the cluster has no worker; start one in the project's folder: dask worker ADDRESS"
        )
    code = digest_code(folders.tables)
    for worker, description in sorted(found.items()):
        if isinstance(description, Exception):
            raise SchedulerError(_tell_unloadable(f"worker {worker}", description))
        if not description[0]:
            raise SchedulerError(
                f"worker {worker} does not see {folders.raw}; the folders must be on a shared disk"
            )
        if description[1] != code:
            raise SchedulerError(
                f"worker {worker} has other code, tables or packages; install the same version there"
            )


def _tell_unloadable(who: str, error: Exception) -> str:
    return f"{who} cannot load the converter ({error}); start it in the project's folder, with PYTHONPATH=."


def _describe_worker(folders: Folders) -> tuple[bool, str]:
    """What a worker needs: whether it sees the page texts, and the digest of its code and tables."""
    tables = folders.tables
    return folders.raw.is_dir(), digest_code(tables) if tables.is_dir() else ""


def _await_batch(future: Any, batch: Sequence[str]) -> list[Outcome]:
    error = future.exception()
    if error is None:
        outcomes: list[Outcome] = future.result()
        return outcomes
    reason = f"its worker failed ({error}); convert again"
    return [Outcome(page, failure=reason) for page in batch]

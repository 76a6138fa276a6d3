"""Write files so that a reader, or the next run, never sees half of one."""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

_MODE = 0o644  # mkstemp gives 0600, which a web server or another member of the group could not read


def write_text(path: Path, text: str) -> bool:
    """Make `path` hold exactly `text` (UTF-8, newlines as they are) and say whether its bytes changed.

    A file that already holds these bytes is not touched. Otherwise the text goes to a temporary file in the
    same folder, is flushed to the disk and then takes the name in one step, so a run that is killed at any
    moment, or a second one writing the same file, leaves either the old text or the new one.

    Raises OSError when the folder cannot be written and UnicodeEncodeError for lone surrogates; in both
    cases `path` stays as it was and no temporary file is left.
    """
    return write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> bool:
    """Make `path` hold exactly `data`, as `write_text` does, and say whether its bytes changed."""
    if _holds(path, data):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    # A dot before and .tmp after the name: no reader of *.txt, *.toml, *.json or *.md takes it for a page.
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".tmp")
    temporary = Path(name)
    try:
        _fill(descriptor, data)
        temporary.chmod(_MODE)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()
        raise
    return True


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except FileNotFoundError:
        return False


def _fill(descriptor: int, data: bytes) -> None:
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def replace_folder(new: Path, target: Path) -> None:
    """Give the finished folder `new` the name of `target`, on the same disk, and remove the old `target`.

    Whoever reads `target` sees the old folder or the new one, never a mixture. A run that is killed between
    the two renames leaves the old one beside `new` as `<name>.old`, until the next run.
    """
    old = new.with_name(f"{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)

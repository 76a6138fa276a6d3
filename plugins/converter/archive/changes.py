"""Changes: the files of one page as they are and as they are to be."""

from collections.abc import Mapping, Sequence
from difflib import unified_diff
from pathlib import Path

from plugins.converter.archive.atomic_files import write_text

Changes = tuple[tuple[str, ...], tuple[str, ...]]


def store_changes(files: Mapping[Path, str], stale: Sequence[Path]) -> Changes:
    """Write the files in their order, remove the stale ones, and name those that changed; there are no diffs."""
    changed = [path for path, text in files.items() if write_text(path, text)]
    for path in stale:
        path.unlink(missing_ok=True)
    return tuple(str(path) for path in (*changed, *stale)), ()


def list_changes(files: Mapping[Path, str], stale: Sequence[Path]) -> Changes:
    """Name the files that would change, and show how the posts among them would; nothing is written."""
    after: dict[Path, str | None] = {**files, **dict.fromkeys(stale)}
    before = {path: _read(path) for path in after}
    changed = [path for path in after if before[path] != after[path]]
    posts = [path for path in changed if path.suffix == ".md"]
    return tuple(map(str, changed)), tuple(_diff(path, before[path], after[path]) for path in posts)


def _read(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8", "replace") if path.is_file() else None


def _diff(path: Path, before: str | None, after: str | None) -> str:
    """A diff as patch programs read it; a file that is not there is /dev/null."""
    old, new = (str(path) if text is not None else "/dev/null" for text in (before, after))
    # Only "\\n" ends a line: what else a page's text may hold is no line end in a post.
    lines = unified_diff(_split(before), _split(after), old, new, lineterm="")
    return "\n".join(lines)


def _split(text: str | None) -> list[str]:
    return text.removesuffix("\n").split("\n") if text else []

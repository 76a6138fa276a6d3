"""The files of an index: sealed with a checksum, named by their content, written so that a reader never sees half."""

from __future__ import annotations

import codecs
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from plugins.search_index.errors import SearchIndexError

MANIFEST = "manifest.json"


def _escape(error: UnicodeError) -> tuple[str, int]:
    """Write the characters that an encoding lacks as JSON escapes of their UTF-16 units."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be")
    escapes = (f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
    return "".join(escapes), error.end


_ESCAPE = "jianbao-json-escape"
codecs.register_error(_ESCAPE, _escape)


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A file of the index before it is sealed: its path within the index and what it holds."""

    path: str
    payload: bytes

    @classmethod
    def from_json(cls, path: str, value: object) -> IndexFile:
        """Take a JSON object; its first key is left for the checksum.

        GBK takes two bytes for a Chinese character where UTF-8 takes three; what it lacks is written as JSON's \\uXXXX.
        """
        return cls(path, _write_json(value)[1:].encode("gbk", _ESCAPE))

    @classmethod
    def from_rows(cls, path: str, rows: Iterable[Sequence[object]]) -> IndexFile:
        """Take JSON arrays, a line each without its brackets: what many small files hold; in GBK too."""
        return cls(path, "\n".join(_write_json(row)[1:-1] for row in rows).encode("gbk", _ESCAPE))

    def seal(self) -> bytes:
        """Return the file's bytes; the checksum also covers the path, so that no file can stand for another."""
        checksum = crc32(self.payload, crc32(self.path.encode("ascii")))
        if self.path.endswith(".json"):
            return b'{"crc32":"%08x",' % checksum + self.payload
        return self.payload + checksum.to_bytes(4, "little")


def _write_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def name_by_content(files: Iterable[IndexFile]) -> str:
    """Return ten hexadecimal digits that stand for the names and contents of these files."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.path} {len(file.payload)}\n".encode("ascii"))
        digest.update(file.payload)
    return digest.hexdigest()[:10]


def write_index(folder: Path, files: Iterable[IndexFile]) -> None:
    """Write an index into a folder and remove what an earlier build left there.

    Files that hold the right bytes already are not touched. The manifest is replaced after everything it names is
    there, and old files go last, so a reader always finds a whole index. Raises SearchIndexError when the folder
    cannot be written.
    """
    kept: set[str] = set()
    last: list[IndexFile] = []
    try:
        for file in files:
            kept.add(file.path)
            if file.path == MANIFEST:
                last.append(file)
            else:
                _write_file(folder, file)
        for file in last:
            _write_file(folder, file)
        _remove_others(folder, kept)
    except OSError as error:
        raise SearchIndexError(f"{error.filename or folder}: cannot be written ({error.strerror})") from error


def _write_file(folder: Path, file: IndexFile) -> None:
    """Write one file beside its place, then move it there."""
    path = folder / file.path
    content = file.seal()
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".new")
    draft.write_bytes(content)
    draft.replace(path)


def _remove_others(folder: Path, kept: set[str]) -> None:
    """Remove files that are no longer part of the index, and folders that are left empty."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in kept:
            path.unlink()

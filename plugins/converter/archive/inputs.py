"""The digest of everything a page's conversion depends on: equal digests mean equal results."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path


def list_sources(tables: Path) -> list[Path]:
    """The files that decide how a page is converted: the converter's code and learned tables, the authority tables."""
    package = Path(__file__).parents[1]
    sources = (
        (package, ("*.py", "*.tsv", "*.txt")),
        (package.parent / "authorities", ("*.py",)),
        (tables, ("*.toml",)),
    )
    return [
        path
        for folder, patterns in sources
        for path in sorted(path for pattern in patterns for path in folder.rglob(pattern))
    ]


@cache
def digest_code(tables: Path) -> str:
    """Digest of all sources and jieba's version. Raises OSError."""
    digest = hashlib.sha256(version("jieba").encode())
    for path in list_sources(tables):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def digest_inputs(page: bytes, corrections: bytes, tables: Path) -> str:
    """Digest of one page's inputs: its text, its corrections, the code and the tables."""
    digest = hashlib.sha256(digest_code(tables).encode())
    for part in (page, corrections):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def digest_post(text: str) -> str:
    """Digest by which a post that was edited by hand is noticed."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]

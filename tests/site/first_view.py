"""What a reader's browser loads before an article stands: its page with styles and scripts, as gzip sends them."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from tests.site.article_text import parse

IMPORT = re.compile(r'^import .* from "(\./[^"]+)";', re.MULTILINE)


def measure_first_view(page: Path) -> int:
    """Return the bytes of a built page with all that it loads at once."""
    files = {page}
    for path in _list_loaded(page):
        target = (page.parent / unquote(path)).resolve()
        files |= _follow_imports(target) if target.suffix == ".js" else {target}
    return sum(len(gzip.compress(path.read_bytes(), mtime=0)) for path in files)


def _list_loaded(page: Path) -> Iterator[str]:
    for element in parse(page).iter():
        if element.tag == "link" and element.get("rel") == "stylesheet":
            yield element.get("href") or ""
        if element.tag == "script" and element.get("src"):
            yield element.get("src") or ""


def _follow_imports(path: Path) -> set[Path]:
    """The script with all modules that it imports at once."""
    found = {path}
    for name in IMPORT.findall(path.read_text("utf-8")):
        found |= _follow_imports((path.parent / name).resolve())
    return found

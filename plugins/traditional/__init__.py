"""Write the table with which the site shows itself in traditional characters."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from opencc import OpenCC
from pelican import Pelican, signals

from plugins.traditional.table import ScriptTable, learn_table

# Where the theme looks for it; loaded only when a reader asks for traditional characters.
TABLE_PATH = "theme/traditional.json"


def _list_texts(content: Path, theme: Path) -> Iterator[str]:
    """Yield everything the site may show: page texts, static pages, tables, templates and scripts."""
    sources = ((content, "raw/*.txt"), (content, "pages/*.md"), (content, "authorities/*.toml"))
    themed = ((theme, "templates/**/*.html"), (theme, "static/js/*.js"))
    for folder, pattern in (*sources, *themed):
        for path in sorted(folder.glob(pattern)):
            yield from path.read_text("utf-8", errors="replace").split("\n")


def _write_json(table: ScriptTable) -> str:
    pairs = "".join(simplified + other for simplified, other in sorted(table.characters.items()))
    data = {"characters": pairs, "phrases": dict(sorted(table.phrases.items()))}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _write_table(pelican: Pelican) -> None:
    read_texts = partial(_list_texts, Path(pelican.path), Path(pelican.theme))
    table = learn_table(read_texts, OpenCC("s2t").convert)
    path = Path(pelican.output_path) / TABLE_PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_write_json(table), "utf-8")


def register() -> None:
    """Name every signal of Pelican that this plugin uses."""
    signals.finalized.connect(_write_table)

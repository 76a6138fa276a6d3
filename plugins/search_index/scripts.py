"""The scripts of the search page as they travel: each entry with all it imports in one file, and that minified.

As modules they are some thirty files that a browser finds one behind the other; in one file the first list of hits is
one wave of requests away. Only what the site uses is understood: named imports and exports, `import()` of files.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import minify

from plugins.search_index.errors import SearchIndexError

# The page, the worker that runs the engine, and the engine for whoever imports it.
ENTRIES = ("search_page.js", "search/worker.js", "search/engine.js")

# What reads a large archive, and a small one; an archive is one of them.
SEGMENTED, WHOLE = "./segments.js", "./whole.js"

# import { a, b as c } from "./x.js";   import "./x.js";
_IMPORT = re.compile(r'^import (?:\{([^}]*)\} from )?"(\.{1,2}/[^"]+)";\n?', re.M)
# export { a };
_EXPORT_LIST = re.compile(r"^export \{([^}]*)\};\n?", re.M)
# export async function a(   export class A   export const a =
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const|let) ([\w$]+))", re.M)
# import("./x.js")
_LAZY_IMPORT = re.compile(r'\bimport\("(\.{1,2}/[^"]+)"\)')
# What is left of import and export after all that: forms nobody here uses.
_UNKNOWN = re.compile(r"^(?:import\b(?!\s*[.(])|export\b).*", re.M)
# Lines that are all comment: // …, /** … */ over one line or several.
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*.*?\*/[ \t]*)\n", re.M | re.S)


def bundle_scripts(source: Path, output: Path, *, joined: str = SEGMENTED) -> None:
    """Write the bundles of the entries in a folder of scripts, and of what they import when it is needed.

    `joined` is asked for when needed by its author, but always needed here: it goes into the bundles. Entries that
    are not there are left out. Raises SearchIndexError for a script that cannot be bundled.
    """
    source = source.resolve()
    bundles: dict[Path, str] = {}
    waiting = [path for entry in ENTRIES if (path := source / entry).is_file()]
    while waiting:
        path = waiting.pop()
        bundles[path] = bundle_script(path, joined)
        lazy = [(path.parent / target).resolve() for target in _LAZY_IMPORT.findall(bundles[path])]
        waiting += [target for target in lazy if target not in bundles]
    for path, text in bundles.items():
        _write_bundle(output / path.relative_to(source), text)


def bundle_script(entry: Path, joined: str = SEGMENTED) -> str:
    """Return the text of an entry with all it imports. Raises SearchIndexError."""
    modules = list(_order_modules(entry.resolve(), joined, ()))
    names = {path: f"${number}" for number, path in enumerate(modules)}
    bundle = "".join(_write_module(path, entry.resolve(), names) for path in modules)
    try:
        return str(minify.string("text/javascript", bundle))
    except ValueError as error:
        fault = str(error).partition("\n")[0]
        raise SearchIndexError(
            f"{entry.name}: is no script ({fault}); correct it or what it imports"
        ) from error


def _write_bundle(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".new")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def _order_modules(path: Path, joined: str, above: tuple[Path, ...]) -> Iterator[Path]:
    """Yield a module after all that it imports, each once."""
    if path in above:
        raise SearchIndexError(f"{path.name}: imports itself by way of {above[-1].name}; break the circle")
    seen: dict[Path, None] = {}
    text = _read_script(path)
    targets = [target for _, target in _IMPORT.findall(text)]
    targets += [target for target in _LAZY_IMPORT.findall(text) if target == joined]
    for target in targets:
        seen |= dict.fromkeys(_order_modules((path.parent / target).resolve(), joined, (*above, path)))
    yield from seen
    yield path


def _read_script(path: Path) -> str:
    """Return a script without its comments."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise SearchIndexError(f"{path}: cannot be read ({error.strerror}); correct the import") from error
    return _COMMENT.sub("", text)


def _write_module(path: Path, entry: Path, names: dict[Path, str]) -> str:
    """Return a module as a function that gives its exports; the entry stays a module."""
    text = _IMPORT.sub(lambda found: _write_import(found, path, names), _read_script(path))
    text = _LAZY_IMPORT.sub(lambda found: _write_lazy_import(found, path, entry, names), text)
    way = Path(os.path.relpath(path.parent, entry.parent)).as_posix()
    if path == entry:
        return _check(path, text, _EXPORT_LIST.sub("", _EXPORT.sub("", text)))
    text = text.replace("import.meta.url", f'new URL("./{way}/{path.name}", import.meta.url).href')
    exports = [found[1] for found in _EXPORT.finditer(text)]
    exports += [name.strip() for listed in _EXPORT_LIST.findall(text) for name in listed.split(",")]
    bare = _EXPORT_LIST.sub("", _EXPORT.sub("", text))
    body = f"const {names[path]} = (() => {{\n{bare}return {{ {', '.join(exports)} }};\n}})();\n"
    return _check(path, body, bare)


def _write_lazy_import(found: re.Match[str], path: Path, entry: Path, names: dict[Path, str]) -> str:
    """Return an import() of a file, or of the module itself when it is in the bundle."""
    target = (path.parent / found[1]).resolve()
    if target in names:
        return f"Promise.resolve({names[target]})"
    return f'import("./{Path(os.path.relpath(target, entry.parent)).as_posix()}")'


def _write_import(found: re.Match[str], path: Path, names: dict[Path, str]) -> str:
    """Return an import as names taken from the imported module's exports."""
    if found[1] is None:
        return ""
    wanted = re.sub(r"\s+as\s+", ": ", " ".join(found[1].split()))
    return f"const {{ {wanted.strip(' ,')} }} = {names[(path.parent / found[2]).resolve()]};\n"


def _check(path: Path, text: str, bare: str) -> str:
    """Refuse what is left of imports and exports."""
    unknown = _UNKNOWN.search(bare)
    if unknown:
        raise SearchIndexError(
            f'{path.name}: "{unknown[0]}" is no form of import or export that can be bundled'
        )
    return text

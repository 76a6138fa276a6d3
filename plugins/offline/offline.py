"""The service worker and the web app manifest, as text."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping

# What the search page needs beside the theme's own files.
SEARCH_PAGES = ("search/", "search/index/manifest.json")

# The line of tokens.css that gives the paper's colour in light: `  --paper: #fbf9f3;`
_PAPER = re.compile(r"--paper:\s*(#[0-9a-f]{6})")


def write_worker(source: str, files: Mapping[str, bytes]) -> str:
    """Return the worker with its version and the list of files it keeps from the start.

    `files` are the theme's, by their path below the site's root. Their bytes make the version: an unchanged
    theme gives an unchanged worker, and a changed one replaces all of them together.
    """
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.encode() + b"\0" + files[path] + b"\0")
    shell = ["", *SEARCH_PAGES, *sorted(files)]
    return f'const VERSION = "{digest.hexdigest()[:16]}";\nconst SHELL = {json.dumps(shell)};\n\n{source}'


def write_manifest(name: str, description: str, colour: str) -> str:
    """Return the web app manifest; its addresses are relative, so it works under any base path."""
    icon = {"src": "theme/icons/seal.svg", "sizes": "any", "type": "image/svg+xml"}
    manifest = {
        "name": name,
        "short_name": name,
        "description": description,
        "lang": "zh-CN",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": colour,
        "theme_color": colour,
        "icons": [{**icon, "purpose": "any"}, {**icon, "purpose": "maskable"}],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"


def find_paper(styles: Iterable[str]) -> str:
    """Return the colour of the paper as the token file gives it; raises ValueError when it does not."""
    for style in styles:
        if found := _PAPER.search(style):
            return found[1]
    raise ValueError("offline: no colour --paper: #rrggbb in the theme's tokens.css; the manifest needs it")

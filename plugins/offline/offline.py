"""The service worker and the web app manifest, as text."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping

# Kept beside the theme's own files: home, what says that there is no network, and what the search page needs.
PAGES = ("", "offline.html", "search/", "search/index/manifest.json")

# Of what browsers ask for: a drawing, 192 and 512 pixels, and one that a mask may cut to a circle.
ICONS = (
    ("seal.svg", 0, "any"),
    ("seal-192.png", 192, "any"),
    ("seal-512.png", 512, "any"),
    ("seal-maskable-512.png", 512, "maskable"),
)

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
    shell = [*PAGES, *sorted(files)]
    return f'const VERSION = "{digest.hexdigest()[:16]}";\nconst SHELL = {json.dumps(shell)};\n\n{source}'


def write_manifest(name: str, description: str, colour: str) -> str:
    """Return the web app manifest; its addresses are relative, so it works under any base path.

    It has no id: that would be read from the host's root, and two archives on one host would be one app.
    """
    manifest = {
        "name": name,
        "short_name": name,
        "description": description,
        "lang": "zh-CN",
        "dir": "ltr",
        "categories": ["news", "books"],
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": colour,
        "theme_color": colour,
        "icons": [_describe_icon(*icon) for icon in ICONS],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"


def _describe_icon(name: str, size: int, purpose: str) -> dict[str, str]:
    """An icon of `size` pixels each way; 0 is a drawing of any size."""
    kind = "image/png" if size else "image/svg+xml"
    sizes = f"{size}x{size}" if size else "any"
    return {"src": f"theme/icons/{name}", "sizes": sizes, "type": kind, "purpose": purpose}


def find_paper(styles: Iterable[str]) -> str:
    """Return the colour of the paper as the token file gives it; raises ValueError when it does not."""
    for style in styles:
        if found := _PAPER.search(style):
            return found[1]
    raise ValueError("offline: no colour --paper: #rrggbb in the theme's tokens.css; the manifest needs it")

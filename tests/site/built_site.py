"""The site as it is published, built into a temporary folder."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.site.article_text import ArticleText, read_article

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Site:
    """A built site: its folder, and where it is served (with the slash at its end)."""

    folder: Path
    address: str
    base: str

    @cached_property
    def articles(self) -> dict[str, ArticleText]:
        """Every article's text as a reader sees it, by its path below the site's root."""
        paths = sorted((self.folder / "articles").rglob("index.html"))
        return {f"{path.parent.relative_to(self.folder).as_posix()}/": read_article(path) for path in paths}

    @cached_property
    def items(self) -> dict[str, dict[str, Any]]:
        """What the ledgers say of every article and notice, by the path of its page."""
        ledgers = [
            json.loads(path.read_text("utf-8")) for path in sorted((ROOT / "content/ledger").glob("*"))
        ]
        return {
            f"articles/{ledger['page']['id']}/{item['number']:02d}/": item
            for ledger in ledgers
            for item in ledger["items"]
            if item["kind"] in {"article", "notice"}
        }

    def holding(self, query: str) -> set[str]:
        """The paths of the articles that hold a string, told without any index."""
        return {path for path, article in self.articles.items() if article.holds(query)}


def start_build(folder: Path, address: str, content: Path = ROOT / "content") -> subprocess.Popen[str]:
    """Start Pelican with the settings of the published site."""
    command = [sys.executable, "-m", "pelican", str(content), "-s", "publishconf.py", "-o", str(folder)]
    return subprocess.Popen(
        [*command, "--fatal", "warnings"],
        cwd=ROOT,
        env=os.environ | {"SITEURL": address.rstrip("/")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def finish_build(build: subprocess.Popen[str]) -> None:
    """Wait for Pelican; its own words tell why it failed."""
    words, _ = build.communicate(timeout=300)
    assert build.returncode == 0, words

"""The audit: Lighthouse's scores of home, article and search, and pictures of ten states for eyes. Not a test.

`python -m tests.theme.audit [--folder DIR]` builds the site as it is published under /repo/, serves it, prints the
median scores of three runs and writes the pictures into DIR (.cache/audit). Exit 0, 1 when a score is below 0.95,
something moves while a page loads, or a program fails.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright
from rich.console import Console

from tests.chromium import FLAGS, find_chromium
from tests.site.base_path_server import BasePathServer
from tests.site.built_site import finish_build, start_build
from tests.theme.lighthouse import LighthouseError, Scores, score_page, take_median
from tests.theme.npm_package import FetchError
from tests.theme.screenshots import list_states, take_screenshots

FOLDER = Path(".cache/audit")
GOAL, RUNS = 0.95, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit codes are in the module's first lines."""
    parser = argparse.ArgumentParser(prog="python -m tests.theme.audit", description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the pictures go")
    folder = parser.parse_args(arguments).folder
    console = Console(highlight=False, soft_wrap=True)
    try:
        with tempfile.TemporaryDirectory() as site:
            has_passed = audit_site(Path(site) / "output", folder, console)
    except (FetchError, LighthouseError) as error:
        console.print(str(error), markup=False)
        return 1
    return 0 if has_passed else 1


def audit_site(site: Path, folder: Path, console: Console) -> bool:
    """Build, score and picture the site; tell whether every score reaches the goal."""
    chromium = find_chromium()
    with BasePathServer(site, "/repo/") as server:
        finish_build(start_build(site, server.address))
        article = find_longest(site, "articles/*/*")
        scores = []
        for path in ("", article, "search/"):
            runs = [score_page(server.address + path, chromium, FLAGS) for _ in range(RUNS)]
            scores.append(take_median(runs))
            for line in describe_scores(path, scores[-1]):
                console.print(line, markup=False)
        states = list_states(article, find_longest(site, "newspapers/*"))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            for picture in take_screenshots(browser, server.address, states, folder):
                console.print(str(picture), markup=False)
            browser.close()
    return all(is_good(page) for page in scores)


def is_good(scores: Scores) -> bool:
    """Tell whether every score reaches the goal and nothing moved while the page loaded."""
    return min(scores.by_category.values()) >= GOAL and scores.measures["cumulative-layout-shift"] == 0


def find_longest(site: Path, pattern: str) -> str:
    """Return the path of the longest page among those of a pattern: it has most to look at."""
    pages = sorted(site.glob(f"{pattern}/index.html"))
    longest = max(pages, key=lambda path: path.stat().st_size)
    return f"{longest.parent.relative_to(site).as_posix()}/"


def describe_scores(path: str, scores: Scores) -> Iterator[str]:
    """Yield a page's four scores in one line, what was measured in another, then each audit not passed."""
    words = ", ".join(f"{name} {score:.2f}" for name, score in scores.by_category.items())
    yield f"/{path}: {words}"
    yield "  " + ", ".join(f"{name} {value:.4g}" for name, value in scores.measures.items())
    yield from (f"  {fault}" for fault in scores.faults)


if __name__ == "__main__":
    sys.exit(main())

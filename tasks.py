"""What a maintainer does with the archive; `invoke --list` names the tasks, `invoke --help TASK` tells more.

A task only calls the module or program that does the work. Settings are never read here.
"""

import contextlib
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from invoke import Argument, Context, Exit, Task, task

ROOT = Path(__file__).parent
OUTPUT, CACHE = ROOT / "output", ROOT / ".cache"
STAGING, PREVIEW = CACHE / "staging", CACHE / "preview"
CONVERT = ("plugins.converter", "content/raw", "--ledger", "content/ledger", "--posts", "content/posts")
WATCHED = ("content/raw/*", "content/authorities/*", "content/pages/*", "theme/**/*", "plugins/**/*.py")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
OLDEST_NODE = 20


class FilesTask(Task):
    """A task for any number of files: invoke asks for as many as the command line names after the task."""

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:
        """Make a positional argument for each word after the task's name, one at least."""
        words = sys.argv[sys.argv.index(self.name) + 1 :] if self.name in sys.argv else []
        count = max(1, sum(not word.startswith("-") for word in words))
        return [Argument(names=(f"file-{n + 1}",), positional=True, help="a page text") for n in range(count)]


@task(klass=FilesTask)
def add(c: Context, **files: str) -> None:
    """Take page texts into content/raw, decoded, personal numbers masked, original recorded: add FILE…"""
    _python("plugins.converter.accession", *(str(Path(file).resolve()) for file in files.values()))


@task(
    help={
        "dry-run": "show what would change and write nothing",
        "strict": "exit 1 when something needs a look",
        "keep": "leave posts that were edited by hand as they are",
        "overwrite": "replace posts that were edited by hand",
        "scheduler": "address of a Dask cluster to convert on (needs requirements-scale.txt)",
    }
)
def convert(
    c: Context,
    dry_run: bool = False,
    strict: bool = False,
    keep: bool = False,
    overwrite: bool = False,
    scheduler: str = "",
) -> None:
    """Cut the pages of content/raw into articles: ledgers and posts, only where something changed."""
    flags = {"--dry-run": dry_run, "--strict": strict, "--keep": keep, "--overwrite": overwrite}
    cluster = ["--scheduler", scheduler] if scheduler else []
    _python(*CONVERT, *(flag for flag, is_set in flags.items() if is_set), *cluster)


@task(
    help={
        "html": "where the HTML report goes (.cache/review.html)",
        "limit": "how many items, 0 for all (30)",
    }
)
def review(c: Context, html: str = "", limit: int = 30) -> None:
    """List the least certain items first, with reason and second-best reading, and write the same as HTML."""
    report = Path(html).resolve() if html else CACHE / "review.html"
    _python("plugins.converter.review", "--limit", str(limit), "--html", str(report))


@task
def build(c: Context) -> None:
    """Convert what changed, then build the site into output/."""
    _python(*CONVERT)
    _build_site("pelicanconf.py", fatal="errors")


@task
def clean(c: Context) -> None:
    """Remove output/ and everything else that can be made again."""
    for folder in (OUTPUT, CACHE):
        shutil.rmtree(folder, ignore_errors=True)


@task(pre=[clean, build])
def rebuild(c: Context) -> None:
    """Clean, then build."""


@task(help={"port": "port on this machine (8000)"})
def serve(c: Context, port: int = 8000) -> None:
    """Serve output/ on this machine."""
    _serve(OUTPUT, port)


@task(pre=[build], help={"port": "port on this machine (8000)"})
def livereload(c: Context, port: int = 8000) -> None:
    """Serve output/; when a page, a table, the theme or a plugin changes, build and reload the browser."""
    from livereload import Server

    server = Server()
    for pattern in (*WATCHED, "*conf.py"):
        server.watch(str(ROOT / pattern), lambda: _build_again(c))
    server.serve(root=str(OUTPUT), port=port, host="127.0.0.1")


@task(help={"port": "port on this machine (8000)"})
def preview(c: Context, port: int = 8000) -> None:
    """Build with the settings of the published site and serve that on this machine."""
    _python(*CONVERT)
    shutil.rmtree(PREVIEW, ignore_errors=True)
    _pelican("publishconf.py", PREVIEW, fatal="errors", SITEURL=f"http://127.0.0.1:{port}")
    _serve(PREVIEW, port)


@task
def publish(c: Context) -> None:
    """Build output/ for the address in the variable SITEURL; a warning fails the build."""
    if not os.environ.get("SITEURL"):
        raise Exit("publish: set SITEURL to the site's address, such as https://name.github.io/jianbao")
    _python(*CONVERT)
    _build_site("publishconf.py", fatal="warnings")


@task
def setup(c: Context) -> None:
    """Install what the tests need beside Python packages: Chromium through apt, the Nu checker through npm."""
    if not any(map(shutil.which, BROWSERS)):
        if not shutil.which("apt-get"):
            raise Exit("setup: no Chromium here and no apt-get; install Chromium or Chrome and try again")
        apt = [*([] if os.geteuid() == 0 else ["sudo"]), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
        _run(*apt, "update", "-q")
        _run(*apt, "install", "-y", "-q", "--no-install-recommends", "chromium")
    version = _node_version()
    if version < OLDEST_NODE:
        raise Exit(
            f"setup: Node {OLDEST_NODE} or newer is missing; install requirements-dev.txt and try again"
        )
    _need_tools("setup")
    # Where there is no Java it fetches nothing.
    _python("tests.theme.nu_checker")


@task
def check(c: Context) -> None:
    """Check form: ruff's format and lint rules, mypy's types, the syntax of every script."""
    _need_tools("check")
    _python("ruff", "format", "--check", ".")
    _python("ruff", "check", ".")
    _python("mypy")
    for script in sorted((ROOT / "theme/static").rglob("*.js")):
        _run("node", "--input-type=module", "--check", script=script)


@task(help={"only": "run only the tests that match this pytest expression"})
def test(c: Context, only: str = "") -> None:
    """Run all tests, those in the browser included."""
    _need_tools("test")
    _python("pytest", *(["-k", only] if only else []))


@task
def audit(c: Context) -> None:
    """Score home, article and search with Lighthouse (median of three) and picture ten states: .cache/audit."""
    _need_tools("audit")
    _python("tests.theme.audit")


@task
def evaluate(c: Context) -> None:
    """Score the converter on the marked pages; fails below the pinned scores."""
    _python("tests.converter.evaluation")


@task(help={"pages": "how many composed pages (48)"})
def bench(c: Context, pages: int = 48) -> None:
    """Measure how fast pages are cut, beside jieba cutting the same text into words."""
    _python("tests.converter.bench", "--pages", str(pages))


@task
def fit(c: Context) -> None:
    """Learn the tables of cues, heads and topics anew from composed and marked pages; takes an hour."""
    _python("tests.converter.fitting")


@task(
    name="bench-search",
    help={
        "corpus": "JSON Lines of {id, title, body}, plain, .gz or .zst",
        "articles": "how many of them (10000)",
        "seed": "draws other queries of the same nine classes (1)",
        "no_pagefind": "measure our engine alone; else requirements-bench.txt must be installed",
    },
)
def bench_search(
    c: Context, corpus: str, articles: int = 10_000, seed: int = 1, no_pagefind: bool = False
) -> None:
    """Measure the search on a corpus: quality, bytes, requests, latency, size and build, beside Pagefind."""
    alone = ["--no-pagefind"] if no_pagefind else []
    _python(
        "tests.search_index.bench",
        "--corpus",
        corpus,
        "--articles",
        str(articles),
        "--seed",
        str(seed),
        *alone,
    )


def _build_again(c: Context) -> None:
    """Build while someone is editing: a failed build has said why, and the last good site stays in view."""
    with contextlib.suppress(Exit):
        build(c)


def _build_site(settings: str, fatal: str) -> None:
    """Build beside output/ and take its place when done: a build that fails or is killed changes nothing."""
    from plugins.converter.archive.atomic_files import replace_folder

    shutil.rmtree(STAGING, ignore_errors=True)
    _pelican(settings, STAGING, fatal)
    replace_folder(STAGING, OUTPUT)


def _pelican(settings: str, output: Path, fatal: str, **variables: str) -> None:
    _python("pelican", "content", "-s", settings, "-o", str(output), "--fatal", fatal, **variables)


def _serve(folder: Path, port: int) -> None:
    if not folder.is_dir():
        raise Exit(f"serve: there is no {folder.name}/ yet; run `invoke build` first")
    _python(
        "pelican", "--listen", "-s", "pelicanconf.py", "-b", "127.0.0.1", "-p", str(port), "-o", str(folder)
    )


def _python(module: str, *arguments: str, **variables: str) -> None:
    _run(sys.executable, "-m", module, *arguments, **variables)


def _run(*command: str, script: Path | None = None, **variables: str) -> None:
    """Run a program in the project's folder, `script` as its input; its failure ends the task."""
    text = None if script is None else script.read_bytes()
    done = subprocess.run(command, cwd=ROOT, env=_environment() | variables, input=text, check=False)
    if done.returncode:
        raise Exit(f"{script}: see above" if script else None, code=done.returncode)


def _need_tools(task_name: str) -> None:
    """Say what to install when the tools of development are missing; pytest stands for all of them."""
    if find_spec("pytest") is None:
        raise Exit(f"{task_name}: needs the tools of development; run: pip install -r requirements-dev.txt")


def _node_version() -> int:
    """The main version of Node here, 0 when there is none."""
    node = shutil.which("node", path=_environment()["PATH"])
    if node is None:
        return 0
    done = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    return int(done.stdout.strip().lstrip("v").split(".")[0] or 0)


def _environment() -> dict[str, str]:
    """Let programs of the virtual environment, Node among them, be found without activating it."""
    scripts = str(Path(sys.executable).parent)
    return os.environ | {"PATH": os.pathsep.join([scripts, os.environ.get("PATH", "")])}

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.site.base_path_server import BasePathServer

ROOT = Path(__file__).resolve().parents[2]
SITE = Path(__file__).with_name("site")
# Tests of the theme need no conversion: the posts and ledgers are files beside this one.
LEFT_OUT = frozenset({"plugins.converter"})


def build_site(folder: Path, address: str = "https://example.org/repo") -> Path:
    """Build the small site of `site/` with the project's own settings, tables and static pages."""
    run = run_build(copy_content(folder), folder / "output", address)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder / "output"


def copy_content(folder: Path) -> Path:
    """Copy the small site's pages and posts, and the project's tables and static pages."""
    content = folder / "content"
    shutil.copytree(SITE, content, dirs_exist_ok=True)
    for name in ("authorities", "pages"):
        shutil.copytree(ROOT / "content" / name, content / name, dirs_exist_ok=True)
    return content


def run_build(
    content: Path, output: Path, address: str, left_out: frozenset[str] = LEFT_OUT, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run Pelican as publishing does, without some plugins."""
    plugins = list_plugins(left_out)
    overrides = {
        "SITEURL": address,
        "SITE_ROOT": address,
        "FEED_DOMAIN": address,
        "PLUGINS": plugins,
        **settings,
    }
    extra = [f"{key}={json.dumps(value)}" for key, value in overrides.items()]
    command = [sys.executable, "-m", "pelican", str(content), "-o", str(output), "-s", "pelicanconf.py"]
    return subprocess.run(
        [*command, "--fatal", "warnings", "-e", *extra], cwd=ROOT, capture_output=True, text=True, check=False
    )


def list_plugins(left_out: frozenset[str]) -> list[str]:
    """The project's own list of plugins without those left out."""
    settings: dict[str, object] = {}
    exec((ROOT / "pelicanconf.py").read_text("utf-8"), settings)
    plugins = settings["PLUGINS"]
    assert isinstance(plugins, list)
    return [name for name in plugins if name not in left_out]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of the small site."""
    return build_site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `address` serves."""
    return tmp_path_factory.mktemp("served") / "output"


@pytest.fixture(scope="session")
def address(served: Path) -> Iterator[str]:
    """The small site, served under /repo/."""
    with BasePathServer(served, "/repo/") as server:
        build_site(served.parent, server.address.rstrip("/"))
        yield server.address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="zh-CN", permissions=["clipboard-read", "clipboard-write"])
    context.set_default_timeout(30_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    assert faults == []

"""Pictures of the site's states, for eyes to look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser


@dataclass(frozen=True, slots=True)
class State:
    """A page of the site as one reader sees it; `settings` are those of the browser's context."""

    name: str
    path: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    is_print: bool = False


PHONE: Mapping[str, Any] = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2}
DARK: Mapping[str, Any] = {"color_scheme": "dark"}


def list_states(article: str, newspaper: str) -> Iterator[State]:
    """Yield the ten states; the paths are those of the article and the newspaper to show."""
    yield State("home", "")
    yield State("article", article)
    yield State("page", f"pages/{article.split('/')[1]}/")
    yield State("search", "search/?q=聊城")
    yield State("search-nothing", "search/?q=zzqqxx")
    yield State("calendar", newspaper)
    yield State("places", "places/")
    yield State("dark", article, DARK)
    yield State("phone", article, PHONE)
    yield State("print", article, is_print=True)


def take_screenshots(browser: Browser, address: str, states: Iterator[State], folder: Path) -> list[Path]:
    """Write one picture of the whole page for each state and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_take(browser, address, state, folder / f"{state.name}.png") for state in states]


def _take(browser: Browser, address: str, state: State, path: Path) -> Path:
    settings = {"viewport": {"width": 1280, "height": 900}, "locale": "zh-CN", **state.settings}
    context = browser.new_context(**settings, service_workers="block")
    page = context.new_page()
    page.emulate_media(media="print" if state.is_print else "screen")
    page.goto(address + state.path)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=path, full_page=True)
    context.close()
    return path

"""The site's icons as PNG files, which phones ask for where the site is installed as an app. Not a test.

`python -m tests.theme.icons` draws them anew from theme/static/icons/seal.svg; run it when the seal changes, and
commit what it writes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.chromium import FLAGS, find_chromium

FOLDER = Path(__file__).resolve().parents[2] / "theme" / "static" / "icons"
# A mask may leave no more than a circle of four fifths of the width: smaller, the character keeps within it.
FULL, WITHIN_MASK = 1.0, 0.75


@dataclass(frozen=True, slots=True)
class Icon:
    """A square icon: its file, its width in pixels, and the part of the width that the seal takes."""

    name: str
    width: int
    share: float = FULL


ICONS = (
    Icon("seal-180.png", 180),
    Icon("seal-192.png", 192),
    Icon("seal-512.png", 512),
    Icon("seal-maskable-512.png", 512, WITHIN_MASK),
)


def draw_icons(browser: Browser, folder: Path = FOLDER) -> Iterator[Path]:
    """Draw each icon into the folder and yield its path; the ground around a smaller seal has the seal's colour."""
    seal = (FOLDER / "seal.svg").read_text("utf-8")
    for icon in ICONS:
        page = browser.new_page(viewport={"width": icon.width, "height": icon.width})
        page.set_content(f"<body style='margin:0;display:grid;height:100vh;place-items:center'>{seal}")
        page.evaluate(
            """(width) => {
              const seal = document.querySelector("svg");
              document.body.style.background = seal.querySelector("rect").getAttribute("fill");
              seal.style.width = `${width}px`;
            }""",
            icon.width * icon.share,
        )
        path = folder / icon.name
        page.screenshot(path=path)
        page.close()
        yield path


def main() -> None:
    """Draw all icons."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        list(draw_icons(browser))
        browser.close()


if __name__ == "__main__":
    main()

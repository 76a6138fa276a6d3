"""Write the sitemap and robots.txt from the pages that the build has written."""

from pathlib import Path

from pelican import Pelican, signals

from plugins.sitemap.sitemap import write_robots, write_sitemaps


def _find_pages(output: Path) -> list[str]:
    """Return the path of every page below the site's root: its folder, empty for the home page."""
    folders = (path.parent.relative_to(output).as_posix() for path in output.rglob("index.html"))
    return ["" if folder == "." else f"{folder}/" for folder in folders]


def _write_files(pelican: Pelican) -> None:
    """Write the files once all pages stand; without an address of the site there is nothing to list."""
    root = str(pelican.settings.get("SITE_ROOT", "")).rstrip("/")
    if not root:
        return
    output = Path(pelican.output_path)
    files = {**write_sitemaps(root, _find_pages(output)), "robots.txt": write_robots(root)}
    for name, text in files.items():
        (output / name).write_text(text, "utf-8")


def register() -> None:
    """Name every signal of Pelican that this plugin uses."""
    signals.finalized.connect(_write_files)

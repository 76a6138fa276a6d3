"""Let readers keep what they read: a service worker and a web app manifest at the site's root."""

from pathlib import Path

from pelican import Pelican, signals

from plugins.offline.offline import find_paper, write_manifest, write_worker

WORKER_SOURCE = Path(__file__).with_name("service_worker.js")


def _read_theme(static: Path) -> dict[str, bytes]:
    """Return the theme's styles and scripts by their path below the site's root."""
    paths = sorted([*static.glob("css/*.css"), *static.glob("js/**/*.js")])
    return {f"theme/{path.relative_to(static).as_posix()}": path.read_bytes() for path in paths}


def _write_files(pelican: Pelican) -> None:
    files = _read_theme(Path(pelican.theme) / "static")
    styles = [content.decode() for path, content in files.items() if path.endswith("tokens.css")]
    settings = pelican.settings
    manifest = write_manifest(settings["SITENAME"], settings["SITESUBTITLE"], find_paper(styles))
    output = Path(pelican.output_path)
    (output / "service-worker.js").write_text(write_worker(WORKER_SOURCE.read_text("utf-8"), files), "utf-8")
    (output / "manifest.webmanifest").write_text(manifest, "utf-8")


def register() -> None:
    """Name every signal of Pelican that this plugin uses."""
    signals.finalized.connect(_write_files)

"""The system's Chromium, as every test and the audit start it."""

import shutil

# Background networking off: the tests must not depend on any other host.
FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
NAMES = ("chromium", "chromium-browser", "google-chrome")


def find_chromium() -> str:
    """The path of the system's Chromium. Raises AssertionError without one: nobody would notice a skip."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    assert found, "no Chromium here: run `invoke setup`"
    return found

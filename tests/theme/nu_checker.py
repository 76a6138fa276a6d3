"""The Nu HTML checker (vnu-jar), which knows the HTML standard's rules beyond syntax. It needs Java.

`python -m tests.theme.nu_checker` fetches it, so that the tests need no network later.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.theme.npm_package import FetchError, NpmPackage

NU_CHECKER = NpmPackage("vnu-jar", "26.9.27", "build/dist/vnu.jar")
_ACCEPTED = (
    # Read from a file, a page has no 'self', so the checker takes every script and style sheet to be blocked, and
    # data blocks (JSON-LD) for scripts. Chromium obeys the policy for real in the other tests.
    "violates Content Security Policy",
    # Verse and short news are printed without a headline, and an article shows what was printed; its name for
    # screen readers stands before it.
    "Article lacks heading.",
)


def is_java_present() -> bool:
    """Tell whether a Java runtime starts (macOS has a `java` that only says where to get one)."""
    java = shutil.which("java")
    return java is not None and subprocess.run([java, "-version"], capture_output=True).returncode == 0


def check_pages(folder: Path) -> list[str]:
    """Return every error and warning on the pages below a folder, as `file:line: message`."""
    command = ["java", "-jar", str(NU_CHECKER.fetch()), "--format", "json", "--skip-non-html", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return [
        f"{message['url'].rpartition(folder.name)[2]}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(done.stderr)["messages"]
        if not any(words in message["message"] for words in _ACCEPTED)
    ]


if __name__ == "__main__" and is_java_present():
    try:
        NU_CHECKER.fetch()
    except FetchError as error:
        sys.exit(str(error))

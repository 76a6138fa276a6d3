"""A small archive that is none of anybody's: three issues of one newspaper with several pages, and a page of a month.

Its page texts stand in `invented/raw`, as a maintainer would have them; all else is made of them.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.site.built_site import ROOT

PAGES = Path(__file__).with_name("invented") / "raw"


def convert_archive(content: Path) -> Path:
    """Convert the pages into a content folder, with the project's own tables and static pages; return the folder."""
    shutil.copytree(PAGES, content / "raw")
    for name in ("authorities", "pages"):
        shutil.copytree(ROOT / "content" / name, content / name)
    command = [sys.executable, "-m", "plugins.converter", str(content / "raw")]
    folders = ["--ledger", str(content / "ledger"), "--posts", str(content / "posts")]
    done = subprocess.run([*command, *folders], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return content

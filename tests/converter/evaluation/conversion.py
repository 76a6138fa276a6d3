"""Runs the converter by its command, as a user would, and reads the ledgers it writes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.converter.evaluation.reading import Reading, read_ledger

COMMAND = (sys.executable, "-m", "plugins.converter")


class ConversionError(Exception):
    """The converter did not convert every page; the message is what it said."""


def convert_texts(texts: Mapping[str, str]) -> dict[str, Reading]:
    """Convert page texts by id in a folder of their own; raises ConversionError when one has no ledger."""
    with TemporaryDirectory(prefix="jianbao-evaluation-") as folder:
        raw, ledgers, posts = (Path(folder, name) for name in ("raw", "ledger", "posts"))
        raw.mkdir()
        for page_id, text in texts.items():
            (raw / f"{page_id}.txt").write_bytes(text.encode("utf-8"))
        done = subprocess.run(
            [*COMMAND, str(raw), "--ledger", str(ledgers), "--posts", str(posts)],
            capture_output=True,
            text=True,
            check=False,
        )
        missing = [page_id for page_id in texts if not (ledgers / f"{page_id}.json").exists()]
        if done.returncode or missing:
            raise ConversionError(
                f"the converter ended with {done.returncode}, without a ledger for "
                f"{', '.join(missing) or 'no page'}:\n{done.stderr or done.stdout}"
            )
        return {page_id: read_ledger(ledgers / f"{page_id}.json") for page_id in texts}

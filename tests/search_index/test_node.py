"""Runs the engine's own tests, written for Node's test runner."""

import base64
import os
import subprocess
import zlib
from pathlib import Path

import numpy as np
import pytest

from plugins.search_index.folding import changed_units, fold_pairs, fold_table
from plugins.search_index.vocabulary import pack_traditional, traditional_units
from tests.search_index.node import find_node

SCRIPTS = sorted((Path(__file__).parent / "js").glob("*.test.mjs"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_in_node(script):
    table = str(zlib.crc32(fold_table().astype("<u2").tobytes()))
    environment = {
        **os.environ,
        "FOLD_PAIRS": fold_pairs(np.setdiff1d(changed_units(), traditional_units())),
        "FOLD_TRADITIONAL": base64.b64encode(pack_traditional(traditional_units())).decode("ascii"),
        "FOLD_TABLE": table,
    }
    command = [find_node(), "--test", str(script)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]

"""The scripts that need no browser, tested by Node's own runner."""

import shutil
import subprocess
from pathlib import Path


def test_scripts_pass_their_own_tests() -> None:
    node = shutil.which("node")
    assert node, "no Node.js here: run `invoke setup`"
    tests = sorted(Path(__file__).with_name("js").glob("*.test.mjs"))
    assert tests
    run = subprocess.run([node, "--test", *map(str, tests)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr

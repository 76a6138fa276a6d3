"""The same input gives the same bytes: of the posts in the repository, and of the built site."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.built_site import ROOT, Site, finish_build, start_build

BUILT_FROM = ("content", "plugins", "theme", "tasks.py", "pelicanconf.py", "publishconf.py")


def digest_tree(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A copy of everything that a build reads."""
    for name in BUILT_FROM:
        source, target = ROOT / name, tmp_path / "archive" / name
        target.parent.mkdir(exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    return tmp_path / "archive"


def invoke(archive: Path, task: str) -> None:
    command = [sys.executable, "-m", "invoke", task]
    done = subprocess.run(command, cwd=archive, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_invoke_build_twice_changes_no_byte(archive: Path) -> None:
    invoke(archive, "build")
    first = digest_tree(archive / "output"), digest_tree(archive / "content")
    assert "index.html" in first[0]
    invoke(archive, "build")
    assert (digest_tree(archive / "output"), digest_tree(archive / "content")) == first


def test_posts_and_ledgers_of_the_repository_are_what_the_converter_makes(archive: Path) -> None:
    posts = digest_tree(archive / "content/posts")
    ledgers = read_ledgers(archive)
    shutil.rmtree(archive / "content/posts")
    for path in (archive / "content/ledger").glob("*.json"):
        unstamped = json.loads(path.read_text("utf-8")) | {"stamp": {}}
        path.write_text(json.dumps(unstamped), "utf-8")
    invoke(archive, "convert")
    assert digest_tree(archive / "content/posts") == posts, "run `invoke convert` and commit content/"
    assert read_ledgers(archive) == ledgers, "run `invoke convert` and commit content/"


def read_ledgers(archive: Path) -> dict[str, object]:
    """The ledgers by page, without the stamp that says which code made them."""
    paths = sorted((archive / "content/ledger").glob("*.json"))
    return {path.stem: json.loads(path.read_text("utf-8")) | {"stamp": {}} for path in paths}


def test_a_second_build_for_publishing_has_the_same_bytes(sites: dict[str, Site], tmp_path: Path) -> None:
    first = sites["/repo/"]
    finish_build(start_build(tmp_path / "again", first.address))
    assert digest_tree(tmp_path / "again") == digest_tree(first.folder)

"""The same input gives the same bytes."""

import hashlib
from pathlib import Path

from tests.site.built_site import Site, finish_build, start_build


def digest_tree(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def test_a_second_build_has_the_same_bytes(sites: dict[str, Site], tmp_path: Path) -> None:
    first = sites["/repo/"]
    finish_build(start_build(tmp_path / "again", first.address))
    assert digest_tree(tmp_path / "again") == digest_tree(first.folder)

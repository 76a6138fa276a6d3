"""Atomic writing: the old bytes or the new ones, and nothing beside them."""

import os
import threading
from pathlib import Path

import pytest

from plugins.converter.archive.atomic_files import replace_folder, write_text


def test_write_says_whether_bytes_changed(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "page.json"
    assert write_text(path, "聊城\n") is True
    before = path.stat().st_mtime_ns, path.stat().st_ino
    assert write_text(path, "聊城\n") is False
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before
    assert write_text(path, "淄博\n") is True
    assert path.read_bytes() == "淄博\n".encode()


def test_newlines_stay(tmp_path: Path) -> None:
    write_text(tmp_path / "page.txt", "a\r\nb\rc\n")
    assert (tmp_path / "page.txt").read_bytes() == b"a\r\nb\rc\n"


def test_others_may_read_the_file(tmp_path: Path) -> None:
    write_text(tmp_path / "page.txt", "聊城")
    assert (tmp_path / "page.txt").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_failure_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "page.json"
    write_text(path, "old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(OSError, match="No space left"):
        write_text(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_text_that_has_no_utf_8_changes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_text(tmp_path / "page.json", "\ud800")
    assert list(tmp_path.iterdir()) == []


def test_readers_and_writers_at_once_see_whole_files(tmp_path: Path) -> None:
    path = tmp_path / "page.json"
    texts = [character * 50_000 for character in "聊城淄博"]
    write_text(path, texts[0])
    seen: set[str] = set()

    def write(text: str) -> None:
        for _ in range(20):
            write_text(path, text)
            seen.add(path.read_text(encoding="utf-8"))

    writers = [threading.Thread(target=write, args=(text,)) for text in texts]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert seen <= set(texts)
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_takes_the_place_of_another(tmp_path: Path) -> None:
    new, target = tmp_path / "cache" / "staging", tmp_path / "output"
    for text in ("first", "second"):
        write_text(new / "index.html", text)
        write_text(new / f"{text}.html", text)
        replace_folder(new, target)
        assert (target / "index.html").read_text() == text
        assert not new.exists()
    assert sorted(path.name for path in target.iterdir()) == ["index.html", "second.html"]
    assert list((tmp_path / "cache").iterdir()) == []

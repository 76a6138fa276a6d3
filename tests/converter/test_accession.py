"""Accession: what is stored, what is refused, and what each command line tells."""

import hashlib
import io
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from plugins.converter.accession import main

PAGE = "\r\n本报聊城5月19日讯\r\n  身份证号990101199001011234，电话0635-8451234\r\n\r\n"
STORED = "\n本报聊城5月19日讯\n  身份证号******************，电话0635-8451234\n\n"


def add(raw: Path, *files: Path) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = main([*map(str, files), "--raw", str(raw)], out, err)
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    return tmp_path / "raw"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "lcrb-2020-05-19-03.txt"
    path.write_bytes(PAGE.encode("gb18030"))
    return path


def test_page_is_decoded_masked_and_recorded(raw: Path, page: Path) -> None:
    code, out, err = add(raw, page)
    assert (code, err) == (0, "")
    assert out == "lcrb-2020-05-19-03.txt: added as lcrb-2020-05-19-03, 1 numbers masked\n"
    assert (raw / "lcrb-2020-05-19-03.txt").read_bytes() == STORED.encode()
    record = tomllib.loads((raw / "lcrb-2020-05-19-03.toml").read_text(encoding="utf-8"))
    assert record == {
        "accession": {
            "original_name": "lcrb-2020-05-19-03.txt",
            "sha256": hashlib.sha256(page.read_bytes()).hexdigest(),
            "encoding": "gb18030",
            "masked_numbers": 1,
        }
    }


def test_same_bytes_are_stored_once_under_any_name(raw: Path, page: Path, tmp_path: Path) -> None:
    add(raw, page)
    before = {path: path.stat().st_mtime_ns for path in raw.iterdir()}
    again = tmp_path / "another-name.txt"
    again.write_bytes(page.read_bytes())
    code, out, _ = add(raw, page, again)
    assert code == 0
    assert out.count("already there as lcrb-2020-05-19-03\n") == 2
    assert {path: path.stat().st_mtime_ns for path in raw.iterdir()} == before


def test_other_bytes_under_a_known_id_are_refused_with_the_way_out(raw: Path, page: Path) -> None:
    add(raw, page)
    page.write_text("另一版的文字", encoding="utf-8")
    code, out, err = add(raw, page)
    assert (code, out) == (1, "")
    assert err.startswith("accession: ")
    assert "another text has this page id already; rename the new file" in err
    assert (raw / "lcrb-2020-05-19-03.txt").read_bytes() == STORED.encode()


@pytest.mark.parametrize("name", ["聊城日报.txt", "a page.txt", "13900000000.txt", "page..txt", "-x.txt"])
def test_name_that_is_no_address_gives_an_id_of_the_digest(raw: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("聊城新闻", encoding="utf-8")
    page_id = "p-" + hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    code, out, _ = add(raw, path)
    assert code == 0
    assert f"added as {page_id}" in out
    record = (raw / f"{page_id}.toml").read_text(encoding="utf-8")
    assert tomllib.loads(record)["accession"]["original_name"] == name.replace("13900000000", "*" * 11)
    assert "13900000000" not in record + out


def test_one_bad_file_does_not_keep_out_the_others(raw: Path, page: Path, tmp_path: Path) -> None:
    binary, blank = tmp_path / "scan.txt", tmp_path / "blank.txt"
    binary.write_bytes(bytes(range(256)) * 8)
    blank.write_text(" \n\u3000\n", encoding="utf-8")
    code, out, err = add(raw, binary, blank, tmp_path / "missing.txt", page)
    assert code == 1
    assert out.startswith("lcrb-2020-05-19-03.txt: added")
    assert [line.split(": ", 2)[1] for line in err.splitlines()] == [
        str(binary),
        str(blank),
        str(tmp_path / "missing.txt"),
    ]
    assert sorted(path.name for path in raw.iterdir()) == [
        "lcrb-2020-05-19-03.toml",
        "lcrb-2020-05-19-03.txt",
    ]


def test_facts_written_before_the_page_came_stay(raw: Path, page: Path) -> None:
    raw.mkdir()
    (raw / "lcrb-2020-05-19-03.toml").write_text('[page]\nnewspaper = "聊城日报"\n', encoding="utf-8")
    add(raw, page)
    tables = tomllib.loads((raw / "lcrb-2020-05-19-03.toml").read_text(encoding="utf-8"))
    assert tables["page"] == {"newspaper": "聊城日报"}
    assert tables["accession"]["masked_numbers"] == 1


def test_page_put_there_by_hand_gets_its_record(raw: Path, page: Path) -> None:
    raw.mkdir()
    (raw / "lcrb-2020-05-19-03.txt").write_bytes(STORED.encode())
    code, out, _ = add(raw, page)
    assert code == 0
    assert "already there" in out
    assert (raw / "lcrb-2020-05-19-03.toml").exists()


def test_broken_record_is_named(raw: Path, page: Path) -> None:
    raw.mkdir()
    (raw / "lcrb-2020-05-19-03.toml").write_text("[page\n", encoding="utf-8")
    code, _, err = add(raw, page)
    assert code == 1
    assert "lcrb-2020-05-19-03.toml: not valid TOML" in err
    assert not (raw / "lcrb-2020-05-19-03.txt").exists()


def test_command_line(raw: Path, page: Path) -> None:
    command = [sys.executable, "-m", "plugins.converter.accession"]
    done = subprocess.run(
        [*command, str(page), "--raw", str(raw)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (raw / f"{page.stem}.txt").exists()
    usage = subprocess.run(command, capture_output=True, text=True, check=False)
    assert usage.returncode == 2
    assert "usage:" in usage.stderr

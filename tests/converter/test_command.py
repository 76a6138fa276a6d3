"""The converter's command line: exit codes, what it says and to whom, dry runs and strictness."""

import subprocess
import sys
from pathlib import Path

import pytest

from plugins.converter.command import main
from tests.converter.archive_folders import PAGE, Archive

LACKING = (
    "茌平区开展春季防火宣传\n\n本报讯(记者 张博) 4月10日,茌平区消防救援大队走进乡镇集市,"
    "向群众介绍用火用电常识,发放宣传单六百余份,接受\n"
)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    archive.add("p1")
    return archive


def test_all_pages_converted_is_0_and_summed_up(archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    archive.add("p2")
    assert main(archive.arguments) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "converter: 2 pages: 4 articles, 0 notices; 0 unchanged, 0 could not be converted\n"
    assert main(archive.arguments) == 0
    assert "2 pages: 4 articles, 0 notices; 2 unchanged" in capsys.readouterr().err


def test_unreadable_pages_are_named_with_their_reason_and_the_others_converted(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    archive.add("p2")
    archive.add("p3", corrections="[[item]]\nline = 3\nheadlin = 'x'\n")
    (archive.folders.raw / "p1.txt").write_bytes(b"\x00\x81\xff\x00")
    assert main(archive.arguments) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("converter: p1.txt: ") and len(told[0]) > 40
    assert told[1] == "converter: p3.txt: its corrections cannot be used; mend them and convert again:"
    assert told[2].startswith("  p3.toml: [[item]] 1: headlin is not known here; known are ")
    assert told[-1].endswith("2 articles, 0 notices; 0 unchanged, 2 could not be converted")
    assert sorted(path.name for path in archive.folders.ledger.iterdir()) == ["p2.json"]
    assert "Traceback" not in "".join(told)


@pytest.mark.parametrize(
    "arguments", [[], ["raw"], ["--ledger", "x"], ["raw", "--ledger", "l", "--posts", "p", "--what"]]
)
def test_wrong_usage_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as usage:
        main(arguments)
    assert usage.value.code == 2
    assert "usage: python -m plugins.converter" in capsys.readouterr().err


def test_keep_and_overwrite_at_once_is_wrong_usage(archive: Archive) -> None:
    with pytest.raises(SystemExit) as usage:
        main([*archive.arguments, "--keep", "--overwrite"])
    assert usage.value.code == 2


def test_folder_that_is_not_there_is_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(Archive(tmp_path / "none").arguments) == 2
    assert "no such folder; name a folder of page texts" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_wrong_tables_are_2_and_nothing_is_written(
    archive: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tables = tmp_path / "tables"
    tables.mkdir()
    for path in archive.folders.tables.glob("*.toml"):
        (tables / path.name).write_bytes(path.read_bytes())
    (tables / "topics.toml").write_text("[[topic]]\nnam = 'x'\n", encoding="utf-8")
    assert main([*archive.arguments, "--tables", str(tables)]) == 2
    assert "converter: topics.toml: topic number 1: " in capsys.readouterr().err
    assert not archive.folders.ledger.exists()


def test_empty_folder_has_no_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = Archive(tmp_path)
    archive.folders.raw.mkdir()
    assert main(archive.arguments) == 0
    assert "0 pages: 0 articles" in capsys.readouterr().err


class TestDryRun:
    def test_shows_new_files_and_writes_nothing(
        self, archive: Archive, capsys: pytest.CaptureFixture[str]
    ) -> None:
        before = archive.snapshot()
        assert main([*archive.arguments, "--dry-run"]) == 0
        assert archive.snapshot() == before
        told = capsys.readouterr().out.splitlines()
        assert told[0] == "p1: these files would change (3):"
        assert told[3] == f"  {archive.folders.ledger / 'p1.json'}"
        assert "--- /dev/null" in told
        assert f"+++ {archive.post('p1', '02')}" in told
        assert "+Title: 东昌府区新建二十所社区书屋" in told

    def test_shows_how_posts_would_change(self, archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
        main(archive.arguments)
        archive.correct(
            "p1",
            "[[item]]\nline = 3\nheadline = '东昌府区：新建二十所社区书屋'\n"
            "[[item]]\nline = 9\nkind = 'advertisement'\n",
        )
        before = archive.snapshot()
        capsys.readouterr()
        assert main([*archive.arguments, "--dry-run"]) == 0
        told = capsys.readouterr().out.splitlines()
        assert archive.snapshot() == before
        path = archive.post("p1", "02")
        start = told.index(f"--- {path}")
        assert told[start + 1 : start + 5] == [
            f"+++ {path}",
            "@@ -1,4 +1,4 @@",
            "-Title: 东昌府区新建二十所社区书屋",
            "+Title: 东昌府区：新建二十所社区书屋",
        ]
        assert f"--- {archive.post('p1', '03')}" in told and "+++ /dev/null" in told

    def test_diff_is_one_that_patch_programs_apply(
        self, archive: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        main(archive.arguments)
        archive.correct(
            "p1", "[[item]]\nline = 3\ntopics = ['教育', '文化旅游']\nauthors = ['[bold]王[/bold] :smile:']\n"
        )
        capsys.readouterr()
        main([*archive.arguments, "--dry-run"])
        told = capsys.readouterr().out
        diff = told[told.index("--- ") :]
        post = archive.post("p1", "02")
        copy = tmp_path / "copy.md"
        copy.write_bytes(post.read_bytes())
        done = subprocess.run(
            ["git", "apply", "--unsafe-paths", "-p0", "-"],
            input=diff.replace(str(post), "copy.md").encode(),
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        main(archive.arguments)
        assert copy.read_bytes() == post.read_bytes()
        assert "[bold]王[/bold] :smile:".encode() in post.read_bytes()

    def test_says_nothing_of_unchanged_pages(
        self, archive: Archive, capsys: pytest.CaptureFixture[str]
    ) -> None:
        main(archive.arguments)
        capsys.readouterr()
        assert main([*archive.arguments, "--dry-run"]) == 0
        assert capsys.readouterr().out == ""

    def test_failure_is_1_as_in_a_real_run(
        self, archive: Archive, capsys: pytest.CaptureFixture[str]
    ) -> None:
        main(archive.arguments)
        archive.post("p1", "02").write_text("由人改过", encoding="utf-8")
        assert main([*archive.arguments, "--dry-run"]) == 1
        assert "edited by hand: p1/02.md" in capsys.readouterr().err


class TestStrict:
    @pytest.fixture
    def lacking(self, tmp_path: Path) -> Archive:
        archive = Archive(tmp_path)
        archive.add("p2", LACKING)
        return archive

    def test_nothing_to_look_at_is_0(self, archive: Archive) -> None:
        assert main([*archive.arguments, "--strict"]) == 0

    def test_item_that_needs_a_look_is_1_each_time_and_named(
        self, lacking: Archive, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for _ in range(2):
            assert main([*lacking.arguments, "--strict"]) == 1
            assert "converter: p2.txt: item 1 (line 1): certainty 0." in capsys.readouterr().err
        assert main(lacking.arguments) == 0
        assert "item 1" not in capsys.readouterr().err

    def test_item_that_a_person_looked_at_is_0(self, lacking: Archive) -> None:
        lacking.correct("p2", "[[item]]\nline = 1\nincomplete = true\nconfidence = 1\n")
        assert main([*lacking.arguments, "--strict"]) == 0

    def test_correction_that_no_longer_fits_is_told_always_and_1_when_strict(
        self, archive: Archive, capsys: pytest.CaptureFixture[str]
    ) -> None:
        archive.correct("p1", "[[start]]\nline = 2\n")
        for arguments, code in ((archive.arguments, 0), ([*archive.arguments, "--strict"], 1)):
            assert main(arguments) == code
            assert "converter: p1.toml: [[start]] line 2: the line holds no text" in capsys.readouterr().err


class TestEditedPosts:
    def test_stop_keep_and_overwrite(self, archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
        main(archive.arguments)
        post = archive.post("p1", "02")
        generated = post.read_bytes()
        post.write_text("由人改过", encoding="utf-8")
        assert main(archive.arguments) == 1
        assert "converter: p1.txt: edited by hand: p1/02.md; " in capsys.readouterr().err
        assert main([*archive.arguments, "--keep"]) == 0
        assert main(archive.arguments) == 0
        assert post.read_text(encoding="utf-8") == "由人改过"
        assert main([*archive.arguments, "--all", "--overwrite"]) == 0
        assert post.read_bytes() == generated


def test_module_runs_as_a_program(archive: Archive) -> None:
    command = [sys.executable, "-m", "plugins.converter", *archive.arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "converter: 1 pages: 2 articles, 0 notices; 0 unchanged, 0 could not be converted\n"
    assert PAGE in (archive.folders.raw / "p1.txt").read_text(encoding="utf-8")

"""The repository as a whole: its layout, its size, its pins, and that no personal number stands in it."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.personal_numbers import count_personal_numbers

ROOT = Path(__file__).parents[1]
FOLDERS = {"content", "theme", "plugins", "tests", ".ci", ".github"}
MOST_LINES = 300


def git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def tracked(*patterns: str) -> list[Path]:
    """The files that are in the repository or about to be: ignored ones are no part of it."""
    names = git("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns)
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


def texts_of_history() -> Iterator[tuple[str, str]]:
    """Every file that any commit holds, by its object name."""
    command = ["git", "cat-file", "--batch", "--batch-all-objects", "--unordered"]
    data = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    position = 0
    while position < len(data):
        end = data.index(b"\n", position)
        name, kind, size = data[position:end].decode().split()
        body = data[end + 1 : end + 1 + int(size)]
        position = end + 2 + int(size)
        if kind in {"blob", "commit"}:
            yield name, body.decode("utf-8", "replace")


def test_the_search_for_personal_numbers_finds_them() -> None:
    found = "身份证" + "371502" + "19900101" + "1234" + "，电话" + "138" + "1234" + "5678。"
    assert count_personal_numbers(found) == 2
    assert count_personal_numbers("990101199001011234 13900000000 0635-8451234 12345") == 0


def test_no_clear_personal_number_in_any_file() -> None:
    counts = {path: count_personal_numbers(path.read_text("utf-8", "replace")) for path in tracked()}
    assert {str(path.relative_to(ROOT)) for path, count in counts.items() if count} == set()


def test_no_clear_personal_number_in_the_history() -> None:
    assert [name for name, text in texts_of_history() if count_personal_numbers(text)] == []


def test_top_level_holds_what_the_design_gives() -> None:
    folders = {path.relative_to(ROOT).parts[0] for path in tracked() if len(path.relative_to(ROOT).parts) > 1}
    assert folders == FOLDERS


def test_python_files_are_short_and_named_for_what_they_hold() -> None:
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in tracked("*.py")}
    assert {str(path.relative_to(ROOT)): size for path, size in sizes.items() if size > MOST_LINES} == {}
    assert {path.stem for path in sizes} & {"util", "utils", "helper", "helpers", "common", "misc"} == set()


@pytest.mark.parametrize("path", tracked("requirements*.txt"), ids=lambda path: path.name)
def test_requirements_pin_exact_versions(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"#.*|-r requirements[\w-]*\.txt|[\w.-]+(\[[\w,]+\])?==[\w.]+|", line), line


def test_no_download_host_is_named() -> None:
    hosts = re.compile(
        "|".join(("pypi" + r"\.org", "python" + "hosted", "npmjs" + r"\.org", "debian" + r"\.org"))
    )
    named = [path for path in tracked() if hosts.search(path.read_text("utf-8", "replace"))]
    assert named == []


def test_workflows_ask_for_little_and_pin_their_actions() -> None:
    for path in tracked(".github/workflows/*.yml"):
        text = path.read_text(encoding="utf-8")
        assert re.search(r"^permissions:\n  contents: read\n", text, re.MULTILINE), path
        for action in re.findall(r"uses: (?!\./)(.+?)(?: *#.*)?$", text, re.MULTILINE):
            assert re.fullmatch(r"actions/[\w-]+@v\d+\.\d+\.\d+", action), action


def test_documents_name_files_that_exist() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        for path in re.findall(r"`((?:content|theme|plugins|tests|\.github|\.ci)/[\w./-]*)`", text):
            assert (ROOT / path).exists(), f"{name}: {path}"


def test_every_feature_that_readers_need_names_its_test() -> None:
    text = (ROOT / "DESIGN.md").read_text(encoding="utf-8")
    table = text.split("| Feature | At | Need | Here | Test |", 1)[1].split("\n\n", 1)[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]
    assert len(rows) > 40
    for feature, _, need, here, test in rows:
        assert need in {"M", "S", "C"}, feature
        assert test or (need == "C" and here.startswith("not done: ")), feature
        assert not test or (ROOT / test.strip("`")).is_file(), feature

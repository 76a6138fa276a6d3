"""The tasks: each explains itself and is documented, and those that take options pass them on."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from invoke import Collection, Context, Exit

import tasks

ROOT = Path(__file__).parents[1]
TASKS = Collection.from_module(tasks).tasks
NAMES = {
    "add",
    "audit",
    "build",
    "check",
    "clean",
    "convert",
    "evaluate",
    "livereload",
    "preview",
    "publish",
    "rebuild",
}
NAMES |= {"review", "serve", "setup", "test"}


def invoke(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", "--search-root", str(ROOT), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The programs that a task would run; none of them runs."""
    seen: list[tuple[str, ...]] = []
    monkeypatch.setattr(tasks, "_run", lambda *command, **_: seen.append(command))
    return seen


def test_every_task_of_the_design_is_there() -> None:
    assert set(TASKS) >= NAMES


@pytest.mark.parametrize("name", sorted(TASKS))
def test_every_task_and_option_has_a_help_line(name: str) -> None:
    task = TASKS[name]
    assert re.match(r"[A-Z].*[.…]$", (task.body.__doc__ or "").strip(), re.DOTALL)
    assert all(argument.help for argument in task.get_arguments())


def test_readme_and_contributing_name_only_tasks_that_exist() -> None:
    text = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    first = set(re.findall(r"\binvoke ([a-z][a-z-]*)", text))
    assert first <= set(TASKS)
    named = first | set(re.findall(r"\binvoke [a-z-]+ ([a-z-]+)", text))
    assert set(TASKS) <= named, "a task that README.md and CONTRIBUTING.md do not tell of"


def test_add_takes_any_number_of_files_from_any_folder(tmp_path: Path) -> None:
    names = ["one.txt", "two words.txt"]
    for name in names:
        (tmp_path / name).write_bytes(b"\0\0\0")
    done = invoke("add", *names, folder=tmp_path)
    assert done.returncode == 1
    for name in names:
        assert f"accession: {tmp_path / name}: " in done.stderr


def test_convert_passes_its_options_on(commands: list[tuple[str, ...]]) -> None:
    tasks.convert(Context(), dry_run=True, strict=True)
    (command,) = commands
    assert command[1:4] == ("-m", "plugins.converter", "content/raw")
    assert command[-2:] == ("--dry-run", "--strict")


def test_the_converter_knows_every_option_that_a_task_gives_it() -> None:
    command = [sys.executable, "-m", "plugins.converter", "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert {"--dry-run", "--strict", "--keep", "--overwrite"} <= set(re.findall(r"--[a-z-]+", done.stdout))


def test_review_writes_its_report_to_the_cache_or_where_it_is_told(
    commands: list[tuple[str, ...]], tmp_path: Path
) -> None:
    tasks.review(Context())
    tasks.review(Context(), html=str(tmp_path / "review.html"), limit=0)
    for command, report, limit in zip(
        commands, (ROOT / ".cache" / "review.html", tmp_path / "review.html"), ("30", "0"), strict=True
    ):
        assert command[1:] == ("-m", "plugins.converter.review", "--limit", limit, "--html", str(report))


def test_failure_of_a_program_is_the_failure_of_the_task() -> None:
    with pytest.raises(Exit) as failure:
        tasks._run(sys.executable, "-c", "raise SystemExit(3)")
    assert failure.value.code == 3


def test_a_failed_build_leaves_the_last_site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tasks, "OUTPUT", tmp_path / "output")
    monkeypatch.setattr(tasks, "STAGING", tmp_path / "cache" / "staging")
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "index.html").write_text("last good state")

    def fail(settings: str, output: Path, fatal: str) -> None:
        output.mkdir(parents=True)
        (output / "index.html").write_text("half a")
        raise Exit(code=1)

    monkeypatch.setattr(tasks, "_pelican", fail)
    with pytest.raises(Exit):
        tasks._build_site("pelicanconf.py", "errors")
    assert (tmp_path / "output" / "index.html").read_text() == "last good state"


def test_publish_wants_an_address(commands: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITEURL", raising=False)
    with pytest.raises(Exit, match="SITEURL"):
        tasks.publish(Context())
    assert commands == []


@pytest.mark.parametrize("name", ["audit", "check", "test"])
def test_tasks_of_development_say_what_to_install(
    commands: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(tasks, "find_spec", lambda _: None)
    with pytest.raises(Exit, match=rf"{name}: .*requirements-dev\.txt"):
        TASKS[name](Context())
    assert not commands


def test_serve_wants_a_built_site(commands: list[tuple[str, ...]], tmp_path: Path) -> None:
    with pytest.raises(Exit, match="invoke build"):
        tasks._serve(tmp_path / "output", 8000)
    assert commands == []

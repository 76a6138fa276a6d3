"""Conversion on a cluster: two real worker processes write the same bytes as one process does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from distributed import Client, LocalCluster

from plugins.authorities import default_folder
from plugins.converter import command
from plugins.converter.archive import archive, scheduling
from tests.converter.evaluation.page_sets import CONVERTER_TESTS

PAGES = sorted((CONVERTER_TESTS / "pages" / "tuning").glob("*.txt"))[:20]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0") as started:
        yield started


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for path in PAGES:
        shutil.copy(path, folder)
    (folder / "broken.txt").write_bytes(b"\xff\xfe\x00")
    return folder


def run(raw: Path, out: Path, *options: str) -> tuple[int, dict[str, bytes]]:
    """Run the command; its exit code and the files it wrote."""
    code = command.main([str(raw), "--ledger", str(out / "ledger"), "--posts", str(out / "posts"), *options])
    return code, {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_a_cluster_writes_the_same_bytes(
    raw: Path,
    tmp_path: Path,
    cluster: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    serial = run(raw, tmp_path / "serial")
    said = capsys.readouterr().err
    with Client(cluster) as client:
        workers = set(client.run(os.getpid).values())
    assert len(workers) == 2
    assert os.getpid() not in workers
    # From here on this process cannot convert a page: the workers must.
    monkeypatch.setattr(archive, "_convert", None)
    shared = run(raw, tmp_path / "shared", "--scheduler", cluster.scheduler_address)
    assert shared == serial
    assert serial[0] == 1  # the broken page is named, by both alike
    assert len(serial[1]) > len(PAGES)
    assert capsys.readouterr().err == said
    assert "broken.txt" in said


def test_unchanged_pages_are_skipped_there_too(
    raw: Path, tmp_path: Path, cluster: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    (raw / "broken.txt").unlink()
    first = run(raw, tmp_path / "out", "--scheduler", cluster.scheduler_address)
    capsys.readouterr()
    assert run(raw, tmp_path / "out", "--scheduler", cluster.scheduler_address) == first
    assert f"{len(PAGES)} unchanged" in capsys.readouterr().err


def test_without_dask_the_way_out_is_named(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(name: str) -> Any:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr(scheduling, "import_module", refuse)
    assert run(raw, tmp_path / "out", "--scheduler", "tcp://127.0.0.1:9")[0] == 2
    assert "requirements-scale.txt" in capsys.readouterr().err


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nowhere://x", "127.0.0.1:0"])
def test_a_scheduler_that_does_not_answer_is_named(
    address: str,
    raw: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(scheduling, "TIMEOUT", 2)
    code, files = run(raw, tmp_path / "out", "--scheduler", address)
    assert (code, files) == (2, {})
    assert address in capsys.readouterr().err


def test_workers_with_other_tables_are_refused(
    raw: Path,
    tmp_path: Path,
    cluster: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(scheduling, "digest_code", lambda tables: "another version")
    code, files = run(raw, tmp_path / "out", "--scheduler", cluster.scheduler_address)
    assert (code, files) == (2, {})
    assert "other code" in capsys.readouterr().err


def test_a_cluster_without_workers_is_named(
    raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with LocalCluster(n_workers=0, processes=False, dashboard_address=":0") as empty:
        code, _ = run(raw, tmp_path / "out", "--scheduler", empty.scheduler_address)
    assert code == 2
    assert "no worker" in capsys.readouterr().err


def test_workers_without_the_folders_are_refused(cluster: Any, tmp_path: Path) -> None:
    missing = archive.Folders(tmp_path / "raw", tmp_path / "ledger", tmp_path / "posts", default_folder())
    with pytest.raises(scheduling.SchedulerError, match="does not see"):
        list(scheduling.convert_on_cluster(["a"], missing, archive.Options(), cluster.scheduler_address))


def test_a_worker_without_the_code_is_refused(
    raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with LocalCluster(n_workers=0, processes=True, dashboard_address=":0") as empty:
        address = empty.scheduler_address
        program = [
            sys.executable,
            "-P",
            "-m",
            "distributed.cli.dask_worker",
            address,
            "--no-nanny",
            "--no-dashboard",
        ]
        worker = subprocess.Popen(program, cwd=tmp_path, stderr=subprocess.DEVNULL)
        try:
            with Client(empty) as client:
                client.wait_for_workers(1, timeout=120)
            code, files = run(raw, tmp_path / "out", "--scheduler", address)
        finally:
            worker.terminate()
            worker.wait()
    assert (code, files) == (2, {})
    assert "cannot load the converter" in capsys.readouterr().err


def test_a_page_whose_worker_fails_is_named(cluster: Any) -> None:
    with Client(cluster) as client:
        future = client.submit(os.kill, os.getpid(), "no signal")
        outcomes = scheduling._await_batch(future, ("a", "b"))
    assert [outcome.page_id for outcome in outcomes] == ["a", "b"]
    assert all("convert again" in (outcome.failure or "") for outcome in outcomes)

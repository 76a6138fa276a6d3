"""The archive's folders: what is written, skipped, kept and refused, and what a killed or second run leaves."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plugins.authorities import default_folder
from plugins.converter.archive.archive import Options, list_pages
from plugins.converter.archive.inputs import list_sources
from plugins.converter.facts.topic_model import WEIGHTS
from plugins.converter.scoring import label_words
from plugins.converter.scoring.cue_table import CUES, HEADS
from tests.converter.archive_folders import ARTICLES, PAGE, Archive

EDIT = "Title: 由人改过\n\n由人改过的正文。\n"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    archive.add("p1")
    return archive


@pytest.fixture
def converted(archive: Archive) -> Archive:
    assert archive.convert("p1").failure is None
    return archive


def test_page_gives_a_ledger_and_a_post_for_each_article(converted: Archive) -> None:
    assert sorted(converted.snapshot()) == [
        "ledger/p1.json",
        *(f"posts/p1/{name}.md" for name in ARTICLES),
        "raw/p1.txt",
    ]
    assert converted.ledger("p1")["stamp"]["posts"].keys() == set(ARTICLES)


def test_pages_are_text_files_only(archive: Archive) -> None:
    archive.correct("p1", "")
    (archive.folders.raw / ".p9.txt.abc.tmp").write_text(PAGE)
    (archive.folders.raw / "folder.txt").mkdir()
    assert list_pages(archive.folders.raw) == ["p1"]


class TestUnchangedPages:
    def test_second_conversion_skips_and_still_tells_the_counts(self, converted: Archive) -> None:
        before = {path: path.stat().st_mtime_ns for path in converted.root.rglob("*")}
        outcome = converted.convert("p1")
        assert (outcome.skipped, outcome.articles, outcome.changed) == (True, 2, ())
        assert {path: path.stat().st_mtime_ns for path in converted.root.rglob("*")} == before

    def test_all_converts_again_to_the_same_bytes(self, converted: Archive) -> None:
        before = converted.snapshot()
        outcome = converted.convert("p1", every_page=True)
        assert (outcome.skipped, outcome.changed) == (False, ())
        assert converted.snapshot() == before

    @pytest.mark.parametrize("change", ["text", "corrections", "lost post", "lost ledger"])
    def test_change_converts_again(self, converted: Archive, change: str) -> None:
        if change == "text":
            converted.add("p1", PAGE.replace("二十所", "三十所"))
        elif change == "corrections":
            converted.correct("p1", "[[item]]\nline = 3\ntopics = ['教育']\n")
        elif change == "lost post":
            converted.post("p1", "02").unlink()
        else:
            (converted.folders.ledger / "p1.json").unlink()
        outcome = converted.convert("p1")
        assert outcome.failure is None and not outcome.skipped and outcome.changed
        assert converted.convert("p1").skipped

    def test_post_of_an_item_that_is_gone_goes_too(self, converted: Archive) -> None:
        converted.correct("p1", "[[item]]\nline = 9\nkind = 'advertisement'\n")
        assert str(converted.post("p1", "03")) in converted.convert("p1").changed
        assert not converted.post("p1", "03").exists()


class TestEditedPosts:
    @pytest.fixture
    def edited(self, converted: Archive) -> Archive:
        converted.post("p1", "02").write_text(EDIT, encoding="utf-8")
        return converted

    def test_edit_stops_the_page_with_its_name_and_the_way_out(self, edited: Archive) -> None:
        before = edited.snapshot()
        failure = edited.convert("p1").failure
        assert failure is not None and failure.startswith(
            "edited by hand: p1/02.md; move the correction to p1.toml"
        )
        assert "--keep" in failure and "--overwrite" in failure
        assert edited.snapshot() == before

    def test_dry_run_stops_at_it_too(self, edited: Archive) -> None:
        assert "edited by hand" in (edited.convert("p1", dry_run=True).failure or "")

    def test_edit_stops_before_other_posts_of_the_page_change(self, edited: Archive) -> None:
        edited.correct("p1", "[[item]]\nline = 9\ntopics = ['教育']\n")
        before = edited.snapshot()
        assert "p1/02.md" in (edited.convert("p1").failure or "")
        assert edited.snapshot() == before

    def test_keep_leaves_it_and_converts_the_rest(self, edited: Archive) -> None:
        edited.correct("p1", "[[item]]\nline = 9\ntopics = ['教育']\n")
        assert edited.convert("p1", edited="keep").failure is None
        assert edited.post("p1", "02").read_text(encoding="utf-8") == EDIT
        assert "Topics: 教育\n" in edited.post("p1", "03").read_text(encoding="utf-8")

    def test_kept_post_is_not_asked_about_again_until_it_or_its_page_changes(self, edited: Archive) -> None:
        edited.convert("p1", edited="keep")
        assert edited.convert("p1").skipped
        assert edited.convert("p1", every_page=True).failure is None
        assert edited.post("p1", "02").read_text(encoding="utf-8") == EDIT
        edited.correct("p1", "[[item]]\nline = 3\ntopics = ['教育']\n")
        assert "edited by hand: p1/02.md" in (edited.convert("p1").failure or "")
        edited.correct("p1", "")
        edited.post("p1", "02").write_text(EDIT + "再改。\n", encoding="utf-8")
        assert "edited by hand: p1/02.md" in (edited.convert("p1").failure or "")
        assert edited.post("p1", "02").read_text(encoding="utf-8") == EDIT + "再改。\n"

    def test_kept_post_stays_when_its_item_is_gone(self, edited: Archive) -> None:
        edited.correct("p1", "[[item]]\nline = 3\nkind = 'advertisement'\n")
        assert "edited by hand: p1/02.md" in (edited.convert("p1").failure or "")
        assert edited.convert("p1", edited="keep").failure is None
        assert edited.post("p1", "02").read_text(encoding="utf-8") == EDIT
        assert edited.convert("p1").skipped

    def test_overwrite_replaces_it(self, edited: Archive) -> None:
        assert edited.convert("p1", edited="overwrite").changed == (str(edited.post("p1", "02")),)
        assert "由人改过" not in edited.post("p1", "02").read_text(encoding="utf-8")
        assert edited.convert("p1").skipped

    def test_edit_that_says_what_the_page_now_says_is_none(self, edited: Archive) -> None:
        other = Archive(edited.root / "other")
        other.add("p1", PAGE, "[[item]]\nline = 3\ntopics = ['教育']\n")
        other.convert("p1")
        edited.post("p1", "02").write_bytes(other.post("p1", "02").read_bytes())
        edited.correct("p1", "[[item]]\nline = 3\ntopics = ['教育']\n")
        assert edited.convert("p1").failure is None

    def test_post_of_an_unknown_hand_is_edited_as_well(self, archive: Archive) -> None:
        path = archive.post("p1", "02")
        path.parent.mkdir(parents=True)
        path.write_text(EDIT, encoding="utf-8")
        assert "edited by hand: p1/02.md" in (archive.convert("p1").failure or "")


class TestCorrections:
    def test_survive_re_conversion_with_their_numbers(self, converted: Archive) -> None:
        converted.correct(
            "p1", "[[item]]\nnumber = 3\nheadline = '茌平区开展夏季防火宣传'\n[[start]]\nline = 7\n"
        )
        converted.convert("p1")
        first = converted.snapshot()
        converted.convert("p1", every_page=True)
        assert converted.snapshot() == first
        items = converted.ledger("p1")["items"]
        assert [(item["number"], item["spans"][0][0]) for item in items] == [(1, 1), (2, 3), (4, 7), (3, 9)]
        assert items[3]["headline"] == "茌平区开展夏季防火宣传"

    def test_taken_back_gives_the_old_posts(self, converted: Archive) -> None:
        before = converted.snapshot()
        converted.correct("p1", "[[item]]\nline = 3\nheadline = '东昌府区新建二十所社区书店'\n")
        converted.convert("p1")
        assert "书店" in converted.post("p1", "02").read_text(encoding="utf-8")
        (converted.folders.raw / "p1.toml").unlink()
        converted.convert("p1")
        assert converted.snapshot() == before

    def test_mistake_refuses_the_page_and_leaves_its_last_state(self, converted: Archive) -> None:
        before = converted.snapshot()
        converted.correct("p1", "[[item]]\nline = 3\nheadlin = 'x'\n")
        failure = converted.convert("p1").failure
        assert failure is not None and "p1.toml: [[item]] 1: headlin is not known here" in failure
        (converted.folders.raw / "p1.toml").unlink()
        assert converted.snapshot() == before

    def test_misfit_is_told_each_time_and_the_rest_applied(self, converted: Archive) -> None:
        converted.correct(
            "p1", "[[item]]\nnumber = 99\nkind = 'notice'\n[[item]]\nline = 3\ntopics = ['教育']\n"
        )
        for skipped in (False, True):
            outcome = converted.convert("p1")
            assert outcome.skipped is skipped
            assert [misfit.split(":")[0] for misfit in outcome.misfits] == ["[[item]] number 99"]
        assert "Topics: 教育\n" in converted.post("p1", "02").read_text(encoding="utf-8")

    def test_stated_date_is_shown_with_its_source(self, converted: Archive) -> None:
        converted.correct("p1", "[page]\ndate = 2022-05-01\n")
        converted.convert("p1")
        post = converted.post("p1", "02").read_text(encoding="utf-8")
        assert "Date: 2022-05-01\n" in post and "Date_evidence: 人工订正\n" in post


class TestBrokenInput:
    @pytest.mark.parametrize(
        "ledger",
        [
            "",
            "{",
            "[]",
            "{}",
            '{"items": [{}]}',
            '{"items": [], "stamp": {"x": 1}}',
            '{"stamp": 3}',
            "\udcff",
        ],
    )
    def test_broken_ledger_refuses_the_page_rather_than_numbering_anew(
        self, converted: Archive, ledger: str
    ) -> None:
        path = converted.folders.ledger / "p1.json"
        path.write_bytes(ledger.encode("utf-8", "surrogateescape"))
        before = converted.snapshot()
        failure = converted.convert("p1").failure
        assert failure is not None and failure.startswith("ledger p1.json: ")
        assert "version control" in failure
        assert converted.snapshot() == before

    def test_page_that_is_no_text_is_refused(self, archive: Archive) -> None:
        (archive.folders.raw / "p1.txt").write_bytes(b"\x00\xff\x00\xfe\x81")
        assert archive.convert("p1").failure
        assert not archive.folders.ledger.exists() and not archive.folders.posts.exists()

    @pytest.mark.parametrize("text", ["", "\n\n  \n", "\ufeff"])
    def test_page_without_text_has_no_items(self, archive: Archive, text: str) -> None:
        archive.add("p1", text)
        assert archive.convert("p1").failure is None
        assert archive.ledger("p1")["items"] == []


COMMAND = (sys.executable, "-m", "plugins.converter")


def test_two_conversions_at_once_leave_what_one_leaves(tmp_path: Path) -> None:
    archives = [Archive(tmp_path / name) for name in ("one", "two")]
    for archive in archives:
        for number in range(12):
            archive.add(f"p{number}", PAGE.replace("二十", "一二三四五六七八九十百千"[number]))
    one, two = archives
    subprocess.run([*COMMAND, *one.arguments], check=True, capture_output=True)
    runs = [subprocess.Popen([*COMMAND, *two.arguments], stderr=subprocess.PIPE) for _ in range(2)]
    for run in runs:
        _, told = run.communicate()
        assert run.returncode == 0, told.decode()
    assert two.snapshot() == one.snapshot()
    assert not list(two.root.rglob("*.tmp"))


def test_killed_conversion_leaves_whole_files_and_the_next_one_ends_it(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    for number in range(30):
        archive.add(f"p{number}")
    run = subprocess.Popen([*COMMAND, *archive.arguments], stderr=subprocess.DEVNULL)
    while run.poll() is None and not list(archive.folders.ledger.glob("*.json")):
        time.sleep(0.002)
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    ledgers = sorted(archive.folders.ledger.glob("*.json"))
    assert 0 < len(ledgers) < 30
    for path in ledgers:
        posts = json.loads(path.read_text(encoding="utf-8"))["stamp"]["posts"]
        assert posts.keys() == {post.stem for post in archive.folders.posts.glob(f"{path.stem}/*.md")}
    for post in archive.folders.posts.rglob("*.md"):
        assert post.read_text(encoding="utf-8").endswith("\n")
    done = subprocess.run([*COMMAND, *archive.arguments], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    other = Archive(tmp_path / "other")
    other.add("p29")
    other.convert("p29")
    assert archive.ledger("p29") == other.ledger("p29")
    assert Options().edited == "stop"


def test_learned_tables_are_among_the_sources_of_a_conversion() -> None:
    """A table learned anew must have every page converted anew."""
    sources = list_sources(default_folder())
    assert {CUES, HEADS, WEIGHTS, label_words.PATH} <= set(sources)
    assert default_folder() / "cities.toml" in sources

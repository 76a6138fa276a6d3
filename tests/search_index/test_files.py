"""The files of an index: the same bytes for the same documents, few that change, none that may be damaged unseen."""

import json
import random
from itertools import pairwise

import pytest

from plugins.search_index.builder import Plan
from plugins.search_index.codes import COMMON
from plugins.search_index.documents import Document
from plugins.search_index.files import IndexFile, write_index
from plugins.search_index.segments import Span, cut_segments
from tests.search_index.engine import SHARDED, EngineError, find_plainly, write_archive
from tests.search_index.vectors import locate

SYLLABLES = (
    "聊城淄博电子健康卡医院学校会议召开新建体育场图书馆居民服务中心第一二三四五六七八九十年月日1234567890"
)


def make_archive(size):
    chance = random.Random(size)
    return [
        Document(
            number,
            "".join(chance.choices(SYLLABLES, k=12)),
            "".join(chance.choices(SYLLABLES, k=60)),
            f"20{chance.randrange(10, 24)}-0{chance.randrange(1, 10)}",
            facets={"city": (chance.choice(["聊城", "淄博"]),)},
        )
        for number in range(size)
    ]


def read_files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_same_documents_same_bytes(tmp_path):
    archive = make_archive(60)
    first = read_files(write_archive(tmp_path / "a", archive, SHARDED))
    assert first == read_files(write_archive(tmp_path / "b", archive, SHARDED))


def test_history_leaves_no_trace(tmp_path):
    archive = make_archive(60)
    for size in (40, 50, 60):
        write_archive(tmp_path / "grown", archive[:size], SHARDED)
    assert read_files(tmp_path / "grown") == read_files(write_archive(tmp_path / "new", archive, SHARDED))


def test_unchanged_files_are_not_touched(tmp_path):
    archive = make_archive(30)
    write_archive(tmp_path, archive, SHARDED)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    write_archive(tmp_path, archive, SHARDED)
    assert before == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}


def test_a_new_page_leaves_most_files_alone(tmp_path):
    archive = make_archive(4008)
    before = read_files(write_archive(tmp_path / "a", archive[:4000], Plan()))
    after = read_files(write_archive(tmp_path / "b", archive, Plan()))
    changed = [name for name, content in after.items() if before.get(name) != content]
    assert len(changed) <= 0.05 * len(after)


@pytest.mark.parametrize("documents", [0, 1, 7, 2047, 2048, 10_000, 10_008, 100_000, 1_234_567])
def test_segments_cover_all_documents_once(documents):
    spans = cut_segments(documents)
    assert len(spans) <= 3
    numbers = [edge for span in spans for edge in (span.first, span.end)]
    assert numbers == sorted(numbers)
    assert sum(span.size for span in spans) == documents
    assert all(before.end == after.first for before, after in pairwise(spans))


def test_a_larger_archive_keeps_its_first_segment():
    assert cut_segments(10_000) == [Span(0, 9216), Span(9216, 9984), Span(9984, 10_000)]
    assert cut_segments(10_008)[:2] == cut_segments(10_000)[:2]


def test_old_files_go_and_nothing_half_written_stays(tmp_path):
    write_archive(tmp_path, make_archive(40), SHARDED)
    (tmp_path / "old.bin.new").write_bytes(b"half")
    write_archive(tmp_path, make_archive(3), Plan())
    assert {path.name.split("-")[0] for path in tmp_path.rglob("*")} == {
        "manifest.json",
        "folding",
        "suggestions",
    }


def test_a_broken_build_leaves_the_old_index(tmp_path, engine):
    archive = make_archive(40)
    write_archive(tmp_path, archive, SHARDED)

    def broken():
        yield IndexFile("new/common-0.bin", b"x")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_index(tmp_path, broken())
    engine.open(tmp_path, archive)
    assert sorted(engine.find_all("电子")) == find_plainly(archive, "电子")


@pytest.mark.parametrize("plan", [Plan(), SHARDED], ids=["whole", "sharded"])
def test_every_wrong_byte_is_noticed(tmp_path, engine, plan):
    archive = make_archive(24)
    write_archive(tmp_path, archive, plan)
    chance = random.Random(1)
    query = archive[5].title[:2]
    engine.open(tmp_path, archive)
    used = [
        "manifest.json",
        *engine.search(query, filters={"city": ["聊城", "淄博"]}, sort="newest")["fetched"],
    ]
    for path in used:
        for _ in range(12):
            damage = {"file": path, "byte": chance.randrange(10_000), "bit": chance.randrange(8)}
            with pytest.raises(EngineError) as raised:
                engine.open(tmp_path, archive, damage=damage)
                engine.search(query, filters={"city": ["聊城", "淄博"]}, sort="newest")
            assert raised.value.code in ("damaged", "version"), damage


def test_a_file_cannot_stand_for_another(tmp_path, engine):
    archive = make_archive(60)
    write_archive(tmp_path, archive, SHARDED)
    cards = sorted(tmp_path.rglob("cards-*.bin"))
    first, second = cards[0].read_bytes(), cards[1].read_bytes()
    cards[0].write_bytes(second)
    cards[1].write_bytes(first)
    engine.open(tmp_path, archive)
    with pytest.raises(EngineError, match="damaged"):
        engine.search("", filters={"city": ["聊城", "淄博"]}, limit="all")


def test_another_version_is_refused(tmp_path, engine):
    write_archive(tmp_path, make_archive(3))
    manifest = tmp_path / "manifest.json"
    manifest.write_bytes(manifest.read_bytes().replace(b'"version":4,', b'"version":3,'))
    with pytest.raises(EngineError, match=r"the index has format 3, this engine reads 4") as raised:
        engine.open(tmp_path, [])
    assert raised.value.code == "version"


def test_a_missing_index_is_named(tmp_path, engine):
    with pytest.raises(EngineError, match=r"manifest\.json could not be fetched \(HTTP 404\)") as raised:
        engine.open(tmp_path / "none", [])
    assert raised.value.code == "missing"


def test_a_frequent_pair_is_not_what_a_phrase_is_found_by(tmp_path, engine):
    archive = [Document(number, "", "今天天气") for number in range(1100)] + [
        Document("rare", "", "今天有一只蝴蝶")
    ]
    write_archive(tmp_path, archive, SHARDED)
    engine.open(tmp_path, archive)
    answer = engine.search("今天有一只蝴蝶")
    assert [result["id"] for result in answer["results"]] == ["rare"]
    manifest = json.loads((tmp_path / "manifest.json").read_bytes().decode("gbk"))
    first = manifest["segments"][0]
    _, code = locate("今天")
    shard = code * first["shards"]["common"] // COMMON.room
    assert not any(path.endswith(f"{first['name']}/common-{shard}.bin") for path in answer["fetched"])

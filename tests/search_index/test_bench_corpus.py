"""The corpus of the measurement: packed or not, and what is wrong with it said in a line."""

import gzip
import json
import sys
from subprocess import run

import pytest
import zstandard

from tests.search_index.bench.corpus import CorpusError, copy_corpus, read_articles

LINES = [json.dumps({"id": number, "title": f"第{number}篇", "body": "电子健康卡"}) for number in range(5)]
TEXT = "\n".join(LINES).encode() + b"\n"
PACKED = {"a.jsonl": TEXT, "a.jsonl.gz": gzip.compress(TEXT), "a.jsonl.zst": zstandard.compress(TEXT)}


@pytest.mark.parametrize("name", PACKED)
def test_the_first_articles_of_any_form(tmp_path, name):
    (tmp_path / name).write_bytes(PACKED[name])
    copy_corpus(tmp_path / name, 3, tmp_path / "part")
    assert [(article.id, article.title) for article in read_articles(tmp_path / "part")] == [
        (0, "第0篇"),
        (1, "第1篇"),
        (2, "第2篇"),
    ]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst"])
@pytest.mark.parametrize(
    "damage", [TEXT, b"", PACKED["a.jsonl.gz"][:-12], PACKED["a.jsonl.zst"][:8] + b"xxxxxx"]
)
def test_damage_is_said_or_nothing_is_read(tmp_path, name, damage):
    (tmp_path / name).write_bytes(damage)
    try:
        copy_corpus(tmp_path / name, 3, tmp_path / "part")
    except CorpusError as error:
        assert "cannot be read" in str(error)
    else:
        assert TEXT.startswith((tmp_path / "part").read_bytes())


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1, "title": "题"}', "\udcff"])
def test_a_line_that_is_no_article_is_named(tmp_path, line):
    (tmp_path / "a").write_bytes(f"{LINES[0]}\n{line}\n".encode(errors="surrogateescape"))
    with pytest.raises(CorpusError, match="line 2: is no article"):
        read_articles(tmp_path / "a")


def test_the_command_says_it_without_a_traceback(tmp_path):
    (tmp_path / "a.jsonl.zst").write_bytes(b"no zstandard")
    command = [sys.executable, "-m", "tests.search_index.bench", "--corpus", str(tmp_path / "a.jsonl.zst")]
    ended = run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "cannot be read" in ended.stderr
    assert "Traceback" not in ended.stderr

"""`python -m plugins.search_index`: what it reads, says and returns."""

import io
import json

import pytest

from plugins.search_index.__main__ import main
from plugins.search_index.documents import Document
from plugins.search_index.jsonl import read_jsonl

GOOD = {"id": 1, "title": "标题", "body": "正文"}


def run(tmp_path, *lines):
    path = tmp_path / "articles.jsonl"
    path.write_bytes(
        b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    )
    out, err = io.StringIO(), io.StringIO()
    return main([str(path), str(tmp_path / "out")], out, err), out.getvalue(), err.getvalue()


def test_builds_an_index(tmp_path, engine):
    status, out, err = run(
        tmp_path, GOOD, b"", {**GOOD, "id": "b", "city": "聊城", "topics": ["教育", "体育"]}
    )
    assert (status, err) == (0, "")
    assert "2 documents" in out
    engine.open(tmp_path / "out", [])
    answer = engine.search("正文", filters={"topics": "体育"})
    assert [result["id"] for result in answer["results"]] == ["b"]


def test_an_empty_file_is_an_empty_archive(tmp_path, engine):
    assert run(tmp_path)[0] == 0
    engine.open(tmp_path / "out", [])
    assert engine.search("正文")["total"] == 0


def test_reads_every_key(tmp_path):
    row = GOOD | {
        "date": "2023-03",
        "url": "a/1/",
        "counties": ["莘县"],
        "newspaper": "报",
        "keywords": "词",
        "x": 0,
    }
    path = tmp_path / "articles.jsonl"
    path.write_text("\ufeff" + json.dumps(row), encoding="utf-8")
    assert list(read_jsonl(path)) == [
        Document(1, "标题", "正文", "2023-03", "a/1/", {"county": ("莘县",), "newspaper": ("报",)}, ("词",))
    ]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (b"{", "is not JSON"),
        (b"[1]", "holds no object"),
        (b"\xff\xfe", "is not UTF-8"),
        (b"[" * 100_000, "is not JSON"),
        ({**GOOD, "id": None}, '"id" is None'),
        ({**GOOD, "id": True}, '"id" is True'),
        ({"id": 2, "title": "标题"}, '"body" is missing'),
        ({**GOOD, "id": 2, "title": 3}, '"title" is 3'),
        ({**GOOD, "id": 2, "date": "1. März"}, "YYYY-MM-DD"),
        ({**GOOD, "id": 2, "date": "2023-13"}, "YYYY-MM-DD"),
        ({**GOOD, "id": 2, "topics": [1]}, '"topics" is [1]'),
        ({**GOOD, "id": 2, "url": 5}, '"url" is 5'),
        (GOOD, "already used in line 1"),
    ],
)
def test_names_file_line_and_fault(tmp_path, line, complaint):
    status, out, err = run(tmp_path, GOOD, line)
    assert (status, out) == (1, "")
    assert err.startswith(f"search_index: {tmp_path / 'articles.jsonl'}, line 2: ")
    assert complaint in err
    assert not (tmp_path / "out").exists()


def test_names_a_file_that_is_not_there(tmp_path):
    err = io.StringIO()
    assert main([str(tmp_path / "none.jsonl"), str(tmp_path)], io.StringIO(), err) == 1
    assert "none.jsonl: cannot be read" in err.getvalue()


def test_names_a_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "out").write_text("a file")
    status, _, err = run(tmp_path, GOOD)
    assert status == 1
    assert "cannot be written" in err


def test_wrong_usage_is_2(capsys):
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_halves_of_surrogate_pairs_do_no_harm(tmp_path, engine):
    assert run(tmp_path, {**GOOD, "title": "\ud800题", "body": "\udc00文"})[0] == 0
    engine.open(tmp_path / "out", [])
    assert engine.search("题")["results"][0]["title"] == "\ufffd题"

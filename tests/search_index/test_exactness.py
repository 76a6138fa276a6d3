"""What the engine finds is what plain substring search finds: always, in every form of the index."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.search_index.builder import Plan
from plugins.search_index.documents import Document
from plugins.search_index.folding import fold
from tests.search_index.archives import CHARACTERS, documents, strings
from tests.search_index.engine import SHARDED, find_plainly, write_archive

PLANS = {"whole": Plan(), "sharded": SHARDED}
QUERIES = 12


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_finds_exactly_the_documents_that_hold_a_string(engine, plan, data):
    archive = data.draw(documents())
    with tempfile.TemporaryDirectory() as folder:
        engine.open(write_archive(Path(folder), archive, plan), archive)
        for _ in range(QUERIES):
            text = data.draw(strings(archive))
            if text:
                assert sorted(engine.find_all(text)) == sorted(find_plainly(archive, text)), text


@pytest.mark.parametrize("text", ["1、电", "一、电"])
def test_finds_the_only_document_by_its_only_bridge(engine, text, tmp_path):
    """The bridge of 1、电 has the code 0: with the first document's number its key is 0."""
    archive = [Document("p/0", "", text)]
    engine.open(write_archive(tmp_path, archive, SHARDED), archive)
    assert engine.find_all(text) == ["p/0"]


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_several_words_are_all_and_a_minus_is_none(engine, plan, data):
    archive = data.draw(documents())
    words = [word.strip('"“”-') for word in data.draw(st.lists(strings(archive), min_size=2, max_size=3))]
    words = [word for word in words if word and '"' not in word]
    if len(words) < 2:
        return
    *wanted, unwanted = words
    found = [set(find_plainly(archive, word)) for word in wanted]
    expected = set.intersection(*found) - set(find_plainly(archive, unwanted))
    query = " ".join([*(f'"{word}"' for word in wanted), f'-"{unwanted}"'])
    with tempfile.TemporaryDirectory() as folder:
        engine.open(write_archive(Path(folder), archive, plan), archive)
        assert set(engine.find_all(query)) == expected, query


@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_filters_and_sorts_agree_with_the_documents(engine, data):
    archive = data.draw(documents())
    city = data.draw(st.sampled_from(["聊城", "淄博"]))
    text = data.draw(st.sampled_from("聊城电1a"))
    expected = [
        item for item in archive if item.id in find_plainly(archive, text) and city in item.facet("city")
    ]
    with tempfile.TemporaryDirectory() as folder:
        engine.open(write_archive(Path(folder), archive, SHARDED), archive)
        if not find_plainly(archive, text):
            return
        answer = engine.search(
            text, limit="all", filters={"city": city}, sort="newest", facets=["city", "year"]
        )
        assert {result["id"] for result in answer["results"]} == {item.id for item in expected}
        dates = [result["date"] or "" for result in answer["results"]]
        assert [padded(date) for date in dates] == sorted(map(padded, dates), reverse=True)
        counts = {row["value"]: row["count"] for row in answer["facets"]["city"]}
        assert counts.get(city, 0) == len(expected)
        years = [item.date[:4] for item in expected if item.date]
        assert {row["value"]: row["count"] for row in answer["facets"]["year"]} == {
            year: years.count(year) for year in years
        }


def padded(date):
    """A date of lower precision sorts before the days in it."""
    return f"{date}-00-00"[:10] if date else ""


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
@given(data=st.data())
@settings(max_examples=3, deadline=None)
def test_any_junk_is_answered(engine, plan, data):
    archive = [Document(number, "聊城电台", "第1行 0635-8451234。" * number) for number in range(12)]
    junk = st.text(max_size=120) | st.text(st.sampled_from(CHARACTERS + '"-'), max_size=120)
    with tempfile.TemporaryDirectory() as folder:
        engine.open(write_archive(Path(folder), archive, plan), archive)
        for query in data.draw(st.lists(junk, min_size=30, max_size=40)):
            answer = engine.search(query)
            assert answer["total"] >= len(answer["results"]), query


@pytest.mark.parametrize(
    "query",
    [
        "0635-8451234",
        "3·15",
        "“学雷锋”",
        "784亿",
        "9月2日",
        "電子健康卡",
        "２０２３年",
        "GB/t",
        "电",
        "。",
        "12.5%",
    ],
)
@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_named_examples(engine, tmp_path, plan, query):
    texts = [
        "电话0635-8451234。",
        "3·15晚会",
        "他说“学雷锋”好",
        "学雷锋",
        "投资784亿元",
        "9月2日电",
        "电子健康卡",
    ]
    texts += ["2023年12.5%", "按GB/T 7714", "0635-845", "1234", "12。5%", "9月 2日"]
    archive = [Document(f"a/{number}", "", text) for number, text in enumerate(texts * 2)]
    engine.open(write_archive(tmp_path, archive, plan), archive)
    expected = find_plainly(archive, query)
    assert expected
    assert sorted(engine.find_all(query)) == sorted(expected)


def test_a_quotation_that_stands_nowhere_is_a_phrase(engine, tmp_path):
    archive = [Document(1, "学雷锋", ""), Document(2, "雷锋学", "")]
    engine.open(write_archive(tmp_path, archive), archive)
    assert engine.find_all("“学雷锋”") == [1]


def test_no_match_across_title_and_body_or_paragraphs(engine, tmp_path):
    archive = [Document(1, "聊", "城\n市"), Document(2, "聊城", "城市")]
    for plan in PLANS.values():
        engine.open(write_archive(tmp_path, archive, plan), archive)
        assert engine.find_all("聊城") == [2]
        assert engine.find_all("城市") == [2]


def test_folded_documents_show_as_they_are(engine, tmp_path):
    archive = [Document(7, "臺灣“電子”", "ＡＢＣ𠮷\u07ff")]
    for plan in PLANS.values():
        engine.open(write_archive(tmp_path, archive, plan), archive)
        [result] = engine.search("台湾")["results"]
        assert (result["id"], result["title"]) == (7, "臺灣“電子”")
        assert fold(result["title"]) == "台湾“电子”"


def test_every_dash_is_one_in_a_small_archive_too(engine, tmp_path):
    """The texts hold one of them only; the query another."""
    archive = [Document(1, "", "0635-8451234"), Document(2, "", "别的")]
    engine.open(write_archive(tmp_path, archive), archive)
    for dash in "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d":
        assert engine.find_all(f"0635{dash}8451") == [1], dash

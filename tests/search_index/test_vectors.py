"""Folding, runs, terms, codes and page texts, by the vectors that the browser's code is held to as well."""

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.search_index.codes import COMMON, COMMON_UNITS, alphabet
from plugins.search_index.folding import UNITS, fold, fold_table, to_units
from plugins.search_index.page_text import article_text, drop_title
from plugins.search_index.terms import cut_runs, run_units
from tests.search_index.vectors import PAGE_TEXTS, VECTORS, list_bridges, locate, locate_bridge


def as_text(units):
    return units.astype("<u2").tobytes().decode("utf-16-le")


@pytest.mark.parametrize(("text", "folded"), VECTORS["fold"])
def test_folds_as_told(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(("text", "runs"), VECTORS["runs"])
def test_cuts_runs_as_told(text, runs):
    assert [as_text(run) for run in cut_runs(to_units(text))] == runs


@pytest.mark.parametrize(("term", "family", "code"), VECTORS["codes"])
def test_codes_terms_as_told(term, family, code):
    assert locate(term) == (family, code)


@pytest.mark.parametrize(("text", "bridges"), VECTORS["bridges"])
def test_finds_bridges_as_told(text, bridges):
    assert list_bridges(text) == bridges
    assert list_bridges(f"电{text}\n{text}") == [*list_bridges(f"电{text}"), *bridges]


@pytest.mark.parametrize(("bridge", "documents", "code"), VECTORS["bridge_codes"])
def test_codes_bridges_as_told(bridge, documents, code):
    assert locate_bridge(bridge, documents) == code


@pytest.mark.parametrize("case", PAGE_TEXTS, ids=lambda case: case["about"])
def test_reads_page_texts_as_told(case):
    assert article_text(case["html"]) == case["text"]


def test_whole_tables_are_those_the_browser_has():
    assert zlib.crc32(run_units().tobytes()) == VECTORS["tables"]["run_units"]
    assert zlib.crc32(alphabet().astype("<i2").tobytes()) == VECTORS["tables"]["alphabet"]


def test_folding_twice_is_folding_once():
    table = fold_table()
    assert (table[table] == table).all()


def test_common_codes_never_meet():
    heads = [0, 1, 36, COMMON_UNITS - 1, COMMON_UNITS, COMMON_UNITS + 199]
    terms = [head * COMMON_UNITS + tail for head in heads for tail in range(COMMON_UNITS)]
    assert len({term * 29_916_203 % COMMON.room for term in terms}) == len(terms)


@given(st.text(st.characters(exclude_categories=["Cs"])))
@settings(max_examples=100, deadline=None)
def test_folding_keeps_every_place(text):
    assert len(to_units(fold(text))) == len(to_units(text))
    assert fold(text).count("\n") == text.count("\n")


def test_every_unit_has_one_folded_unit():
    assert len(fold_table()) == UNITS


def test_title_is_taken_out_once():
    assert drop_title("引题\n标题\n标题\n文", "标题") == "引题\n标题\n文"
    assert drop_title("文", "标题") == "文"

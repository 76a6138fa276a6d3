"""Corrections: cases in folders, what is refused, and what holds for any correction of any page."""

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.authorities import default_folder, load_authorities
from plugins.converter.corrections.corrections import (
    NO_CORRECTIONS,
    CorrectionRefused,
    Corrections,
    ItemCorrection,
    Start,
    load_corrections,
)
from plugins.converter.ledgers.ledger import Stamp, dump_ledger
from plugins.converter.ledgers.numbering import FIRST
from plugins.converter.pages.items import Kind, PageItems
from plugins.converter.pages.page import RawPage, parse_page
from plugins.converter.pages.spans import Span, list_lines
from plugins.converter.pipeline import convert_page
from tests.converter.case_files import Case, name_case, read_cases

CASES = Path(__file__).parent / "cases" / "corrections"
AUTHORITIES = load_authorities(default_folder())
PAGE = parse_page(
    "p",
    "聊城晚报 2022年4月12日 星期二 A03版\n\n东昌府区新建二十所社区书屋\n\n"
    "本报聊城4月11日讯(记者 李军) 11日,记者获悉,今年东昌府区将新建二十所社区书屋,方便居民就近借书、读\n\n"
    "茌平区开展春季防火宣传\n\n书。预计五月底对外开放。\n\n"
    "4月10日,消防员向群众介绍用火用电常识。(张博)\n\n图为消防员向群众讲解灭火器的使用方法。\n赵明 摄\n\n"
    "声明\n\n王芳身份证丢失,声明作废。",
)
WORDS = [
    "李军",
    "东昌府区",
    "4月10日,消防员向",
    "茌平区开展春季防火宣传书。",
    "赵明 摄",
    "本报聊城4月11日讯",
    "没有的话",
    "声",
]


def convert(page: RawPage, corrections: Corrections) -> dict[str, Any]:
    items, _ = convert_page(page, AUTHORITIES, corrections)
    return read_ledger(items)


def read_ledger(items: PageItems) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(dump_ledger(items, FIRST, Stamp()))
    return record


def load(text: str, folder: Path, page: RawPage = PAGE) -> Corrections:
    path = folder / f"{page.id}.toml"
    path.write_text(text, encoding="utf-8")
    return load_corrections(path, len(page.lines), AUTHORITIES)


def find_owner(ledger: dict[str, Any], line: int) -> dict[str, Any]:
    (owner,) = (item for item in ledger["items"] if any(span[0] == line for span in item["spans"]))
    lines = list_lines(Span(*span) for span in owner["spans"])
    return {**owner, "line": line, "lines": lines}


def is_lossless(page: RawPage, ledger: dict[str, Any]) -> bool:
    owned = [
        (line, column)
        for item in ledger["items"]
        for line, start, end in item["spans"]
        for column in range(start, end)
        if not page.lines[line - 1][column].isspace()
    ]
    there = [
        (number, column)
        for number, line in enumerate(page.lines, 1)
        for column, character in enumerate(line)
        if not character.isspace()
    ]
    return sorted(owned) == there


@pytest.mark.parametrize("folder", sorted(CASES.iterdir()), ids=lambda folder: folder.name)
def test_case(folder: Path) -> None:
    page = parse_page("page", (folder / "page.txt").read_text(encoding="utf-8"))
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    ledger = convert(page, load_corrections(folder / "page.toml", len(page.lines), AUTHORITIES))
    assert is_lossless(page, ledger)
    assert ledger.get("misfits", []) == expected.get("misfits", [])
    assert expected.get("page", {}).items() <= ledger["page"].items()
    for item in expected["items"]:
        owner = find_owner(ledger, item["line"])
        assert {key: owner[key] for key in item} == item
    # A case that the converter gets right without its corrections would show nothing.
    assert convert(page, NO_CORRECTIONS)["items"] != ledger["items"]


@pytest.mark.parametrize("case", read_cases("refused-corrections"), ids=name_case)
def test_mistake_is_refused_with_file_key_and_what_is_allowed(case: Case, tmp_path: Path) -> None:
    with pytest.raises(CorrectionRefused) as refusal:
        load(case["text"], tmp_path)
    first, second = str(refusal.value).split("\n")[:2]
    assert first == "its corrections cannot be used; mend them and convert again:"
    assert second.startswith(f"  {case['told']}")


KEYS = [
    "line",
    "number",
    "lines",
    "kind",
    "headline",
    "subheads",
    "date",
    "city",
    "counties",
    "confidence",
    "page",
]
VALUES = [
    "1",
    "-1",
    "true",
    "nan",
    "1e999",
    "'x'",
    "''",
    "2022-04-12",
    "[1, 2]",
    "[]",
    "[[1]]",
    "{a = 1}",
    "'notice'",
]
TABLES = [
    "[page]",
    "[[page]]",
    "[item]",
    "[[item]]",
    "[[start]]",
    "[[join]]",
    "[[part]]",
    "[accession]",
    "x = 1",
    "[[",
]


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_file_is_read_or_refused(data: st.DataObject) -> None:
    blocks = []
    for header in data.draw(st.lists(st.sampled_from(TABLES), max_size=4, unique=True)):
        keys = data.draw(st.lists(st.sampled_from(KEYS), max_size=4, unique=True))
        blocks += [header, *(f"{key} = {data.draw(st.sampled_from(VALUES))}" for key in keys)]
    with TemporaryDirectory() as folder:
        try:
            corrections = load("\n".join(blocks), Path(folder))
        except CorrectionRefused as refusal:
            assert all(problem.file == "p.toml" and problem.reason for problem in refusal.problems)
        else:
            assert is_lossless(PAGE, convert(PAGE, corrections))


def test_file_that_is_no_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_bytes("[page]\ncity = '聊城'\n".encode("gbk"))
    with pytest.raises(CorrectionRefused, match="is not UTF-8"):
        load_corrections(path, 3, AUTHORITIES)


def test_all_mistakes_are_told_together(tmp_path: Path) -> None:
    with pytest.raises(CorrectionRefused) as refusal:
        load("[page]\ncity = 3\ndate = 3\n[[item]]\nline = 77\nkind = 'x'\n[[start]]\n", tmp_path)
    assert len(refusal.value.problems) == 5


def test_page_without_corrections_has_none(tmp_path: Path) -> None:
    assert load("[accession]\nsha256 = 'x'\n", tmp_path) == NO_CORRECTIONS
    assert load_corrections(tmp_path / "no.toml", 3, AUTHORITIES) == NO_CORRECTIONS


def test_personal_numbers_of_a_correction_are_masked(tmp_path: Path) -> None:
    page = parse_page("p", "声明\n\n王芳身份证丢失,号码990101199001011234,声明作废。\n")
    said = "paragraphs = ['王芳身份证丢失,号码990101199001011234,声明作废!']\nauthors = ['13900000000']\n"
    ledger = convert(page, load(f"[[item]]\nline = 3\n{said}", tmp_path, page))
    owner = find_owner(ledger, 3)
    assert owner["paragraphs"] == ["王芳身份证丢失,号码******************,声明作废!"]
    assert owner["byline"]["authors"] == ["***********"]


def test_empty_value_says_that_there_is_none(tmp_path: Path) -> None:
    page = "[page]\nnewspaper = ''\ndate = ''\npage_number = ''\ncity = ''\n"
    ledger = convert(PAGE, load(f"{page}[[item]]\nline = 3\ncity = ''\nbyline = ''\n", tmp_path))
    assert [ledger["page"][key] for key in ("newspaper", "date", "page_number", "city")] == [None] * 4
    owner = find_owner(ledger, 3)
    assert (owner["city"], owner["counties"], owner["date"]) == (None, [], None)
    assert owner["byline"] == {"reporters": [], "correspondents": [], "authors": [], "text": None}


def test_said_complete_takes_the_reasons_away_and_certainty_back(tmp_path: Path) -> None:
    page = parse_page(
        "p",
        "茌平区开展春季防火宣传\n\n本报讯(记者 张博) 4月10日,茌平区消防救援大队走进乡镇集市,"
        "向群众介绍用火用电常识,发放宣传单六百余份,接受",
    )
    before = find_owner(convert(page, NO_CORRECTIONS), 1)
    after = find_owner(convert(page, load("[[item]]\nline = 1\nincomplete = false\n", tmp_path, page)), 1)
    assert before["incomplete"] and before["problems"]
    assert (after["incomplete"], after["problems"]) == (False, [])
    assert after["confidence"] > before["confidence"]


def line_numbers(page: RawPage) -> st.SearchStrategy[int]:
    return st.integers(1, len(page.lines))


@st.composite
def any_corrections(draw: st.DrawFn) -> Corrections:
    pairs = st.tuples(line_numbers(PAGE), line_numbers(PAGE)).filter(lambda pair: pair[0] != pair[1])
    words = st.sampled_from(WORDS)
    texts = st.fixed_dictionaries(
        {},
        optional={
            "kind": st.sampled_from(Kind),
            "kicker": st.none() | words,
            "headline": st.none() | words,
            "deck": words,
            "byline": words,
            "dateline": words,
            "subheads": st.lists(words, max_size=2).map(tuple),
            "paragraphs": st.lists(words, max_size=2).map(tuple),
            "incomplete": st.booleans(),
            "belongs_to": st.integers(1, 9),
        },
    )
    items = st.builds(ItemCorrection, st.just("[[item]]"), line_numbers(PAGE), st.none(), texts)
    starts = st.builds(Start, line_numbers(PAGE), st.sampled_from(Kind))
    return Corrections(
        items=tuple(draw(st.lists(items, max_size=3))),
        starts=tuple(draw(st.lists(starts, max_size=2))),
        joins=tuple(draw(st.lists(pairs, max_size=3))),
        parts=tuple(draw(st.lists(pairs, max_size=2))),
    )


@settings(max_examples=60, deadline=None)
@given(any_corrections())
def test_no_correction_loses_a_character(corrections: Corrections) -> None:
    ledger = convert(PAGE, corrections)
    assert is_lossless(PAGE, ledger)
    for item in ledger["items"]:
        assert [span for element in item["elements"] for span in element["spans"]] == item["spans"]


def holds(ledger: dict[str, Any], lines: Sequence[int]) -> bool:
    owners = {item["number"] for item in ledger["items"] for span in item["spans"] if span[0] in lines}
    return len(owners) == 1


@settings(max_examples=30, deadline=None)
@given(*[st.sampled_from([number for number, line in enumerate(PAGE.lines, 1) if line])] * 2)
def test_each_start_join_and_part_holds(first: int, second: int) -> None:
    ledger = convert(PAGE, Corrections(starts=(Start(first, Kind.ARTICLE),)))
    starting = [item for item in ledger["items"] if min(item["spans"])[0] == first]
    assert [item["kind"] for item in starting] == ["article"]
    if first != second:
        assert holds(convert(PAGE, Corrections(joins=((first, second),))), (first, second))
        assert not holds(convert(PAGE, Corrections(parts=((first, second),))), (first, second))

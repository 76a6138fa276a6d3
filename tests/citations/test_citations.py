"""Citations are what the standard asks for, and reference managers' own readers read them back."""

import json

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings

from plugins.citations.bibtex import write_bibtex
from plugins.citations.csl import write_csl
from plugins.citations.gbt7714 import write_gbt7714
from plugins.citations.metadata import list_highwire, list_open_graph, write_json_ld
from plugins.citations.reference import Reference, read_reference
from plugins.citations.ris import write_ris
from tests.citations.references import REFERENCES, Case, read_cases

METADATA = {
    "slug": "page-01",
    "title": "甲 &lt;乙&gt; &amp; 丙",
    "authors": ["张三", "李四"],
    "category": "齐鲁晚报",
    "date": "2023-03-01 00:00:00+08:00",
    "date_precision": "month",
    "page_number": "04",
    "city": "聊城",
    "counties": "莘县, 冠县",
    "topics": "教育",
}


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.name)
def test_gbt7714_is_as_the_case_says(case: Case) -> None:
    assert write_gbt7714(case.reference) == case.citation


def test_reference_is_plain_text_and_no_more_exact_than_known() -> None:
    reference = read_reference(METADATA, None)
    assert reference.title == "甲 <乙> & 丙"
    assert (reference.authors, reference.date, reference.iso_date) == (("张三", "李四"), (2023, 3), "2023-03")
    assert (reference.places, reference.topics) == (("聊城", "莘县", "冠县"), ("教育",))
    assert (
        read_reference({**METADATA, "category": "未详", "date_precision": "unknown"}, None).newspaper is None
    )


@given(REFERENCES)
@settings(max_examples=60, deadline=None)
def test_bibtex_is_read_back(reference: Reference) -> None:
    library = bibtexparser.parse_string(write_bibtex(reference))
    assert not library.failed_blocks
    (entry,) = library.entries
    fields = {field.key: field.value for field in entry.fields}
    assert entry.key == reference.id
    assert fields.get("journal") == reference.newspaper
    assert fields.get("pages") == reference.page_number
    assert tuple(int(fields[name]) for name in ("year", "month", "day") if name in fields) == reference.date
    assert fields.get("author", "").replace("{", "").replace("}", "") == " and ".join(reference.authors)


def test_bibtex_keeps_what_tex_would_take_for_commands() -> None:
    reference = read_reference({**METADATA, "title": "100% 的 A&amp;B_C #1 $5"}, None)
    library = bibtexparser.parse_string(
        write_bibtex(reference), append_middleware=[LatexDecodingMiddleware()]
    )
    assert library.entries[0]["title"].strip("{}") == "100% 的 A&B_C #1 $5"


@given(REFERENCES)
@settings(max_examples=60, deadline=None)
def test_ris_is_read_back(reference: Reference) -> None:
    (record,) = rispy.loads(write_ris(reference))
    assert record["type_of_reference"] == "NEWS"
    assert record["title"] == reference.title
    assert tuple(record.get("authors", ())) == reference.authors
    assert record.get("secondary_title") == reference.newspaper
    assert record.get("start_page") == reference.page_number
    date = tuple(int(part) for part in record.get("date", "").split("/") if part)
    assert date == reference.date


@given(REFERENCES)
@settings(max_examples=60, deadline=None)
def test_csl_is_read_back(reference: Reference) -> None:
    item = CiteProcJSON(json.loads(write_csl(reference)))[reference.id]
    assert str(item.type) == "article-newspaper"
    assert str(item["title"]) == reference.title
    assert "".join(item.get("container_title", "")) == (reference.newspaper or "")
    assert ["".join(name.family) for name in item.get("author", ())] == list(reference.authors)
    if reference.date:
        assert item["issued"].year == reference.date[0]


@given(REFERENCES)
@settings(max_examples=60, deadline=None)
def test_json_ld_is_safe_within_a_script_and_says_the_same(reference: Reference) -> None:
    text = write_json_ld(reference)
    assert not set("<>&") & set(text)
    article = json.loads(text)
    assert (article["@type"], article["headline"]) == ("NewsArticle", reference.title)
    assert article.get("datePublished") == reference.iso_date


def test_tags_for_zotero_and_previews() -> None:
    reference = read_reference({**METADATA, "date_precision": "day"}, "https://example.org/a/")
    assert list(list_highwire(reference)) == [
        ("citation_title", "甲 <乙> & 丙"),
        ("citation_author", "张三"),
        ("citation_author", "李四"),
        ("citation_journal_title", "齐鲁晚报"),
        ("citation_publication_date", "2023/03/01"),
        ("citation_firstpage", "04"),
        ("citation_language", "zh-CN"),
    ]
    preview = list_open_graph(reference, "剪报", "开头", "https://example.org/seal.png")
    assert list(preview) == [
        ("og:type", "article"),
        ("og:site_name", "剪报"),
        ("og:title", "甲 <乙> & 丙"),
        ("og:description", "开头"),
        ("og:image", "https://example.org/seal.png"),
        ("og:url", "https://example.org/a/"),
        ("article:published_time", "2023-03-01"),
    ]


def test_preview_says_nothing_that_is_not_known() -> None:
    reference = read_reference({**METADATA, "date_precision": "unknown"}, None)
    assert [name for name, _ in list_open_graph(reference, "剪报")] == ["og:type", "og:site_name", "og:title"]

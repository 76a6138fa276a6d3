"""What machines read of a published article: JSON-LD, citation_* and OpenGraph tags, links, the JSON documents."""

import json
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from tests.site.article_text import parse
from tests.site.built_site import Site

ARTICLE = "articles/qlwb-2023-03-01-01/01/"
MONTH = "articles/qlwb-2023-04/01/"
LEAD = "昨天上午，莘县图书馆门前排起了长队，十二名村医为村民量血压、测血糖，讲解春季常见病的预防办法。"


def read_head(site: Site, path: str) -> Element:
    head = parse(site.folder / path / "index.html").find("head")
    assert head is not None
    return head


def list_tags(head: Element, key: str) -> list[tuple[str, str]]:
    tags = ((tag.get(key) or "", tag.get("content") or "") for tag in head.iter("meta"))
    return [(name, content) for name, content in tags if name.startswith(("citation_", "og:", "article:"))]


def read_json_ld(head: Element) -> dict[str, Any]:
    (script,) = (script for script in head.iter("script") if script.get("type") == "application/ld+json")
    return dict(json.loads(script.text or ""))


def test_search_engines_read_a_news_article(invented: Site) -> None:
    assert read_json_ld(read_head(invented, ARTICLE)) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "莘县图书馆请来村医义诊",
        "author": [{"@type": "Person", "name": "孙明远"}],
        "datePublished": "2023-03-01",
        "isPartOf": {"@type": "Newspaper", "name": "齐鲁晚报"},
        "printPage": "01",
        "contentLocation": [{"@type": "Place", "name": "聊城"}, {"@type": "Place", "name": "莘县"}],
        "keywords": ["卫生健康"],
        "inLanguage": "zh-CN",
        "url": invented.address + ARTICLE,
    }


def test_zotero_reads_the_citation(invented: Site) -> None:
    assert list_tags(read_head(invented, ARTICLE), "name") == [
        ("citation_title", "莘县图书馆请来村医义诊"),
        ("citation_author", "孙明远"),
        ("citation_journal_title", "齐鲁晚报"),
        ("citation_publication_date", "2023/03/01"),
        ("citation_firstpage", "01"),
        ("citation_language", "zh-CN"),
    ]


def test_chats_show_title_beginning_and_seal(invented: Site) -> None:
    head = read_head(invented, ARTICLE)
    tags = dict(list_tags(head, "property"))
    assert tags == {
        "og:type": "article",
        "og:site_name": "剪报",
        "og:title": "莘县图书馆请来村医义诊",
        "og:description": LEAD,
        "og:image": f"{invented.address}theme/icons/seal-512.png",
        "og:url": invented.address + ARTICLE,
        "article:published_time": "2023-03-01",
    }
    assert (invented.folder / tags["og:image"].removeprefix(invented.address)).is_file()
    (canonical,) = (link.get("href") for link in head.iter("link") if link.get("rel") == "canonical")
    assert canonical == tags["og:url"]


def test_no_tag_tells_a_date_more_exact_than_known(invented: Site) -> None:
    head = read_head(invented, MONTH)
    assert read_json_ld(head)["datePublished"] == "2023-04"
    assert dict(list_tags(head, "name"))["citation_publication_date"] == "2023/04"
    assert dict(list_tags(head, "property"))["article:published_time"] == "2023-04"


@pytest.mark.parametrize(
    "path", ["data/index.json", "data/tags/shenxian.json", "data/pages/qlwb-2023-04.json"]
)
def test_documents_of_the_interface_are_there(invented: Site, path: str) -> None:
    assert json.loads((invented.folder / path).read_text("utf-8"))


def test_interface_knows_the_issues_and_no_other(invented: Site) -> None:
    folder = invented.folder / "data" / "issues"
    issues = {path.relative_to(folder).as_posix(): read_ids(path) for path in folder.rglob("*.json")}
    assert issues == {
        "qilu-wanbao/2023-03-01.json": [
            *("qlwb-2023-03-01-01/01", "qlwb-2023-03-01-01/02"),
            *("qlwb-2023-03-01-02/01", "qlwb-2023-03-01-02/02", "qlwb-2023-03-01-03/01"),
        ],
        "qilu-wanbao/2023-03-02.json": [
            *("qlwb-2023-03-02-01/01", "qlwb-2023-03-02-02/01", "qlwb-2023-03-02-02/02")
        ],
        "qilu-wanbao/2023-03-08.json": ["qlwb-2023-03-08-01/01", "qlwb-2023-03-08-01/02"],
    }


def read_ids(path: Path) -> list[str]:
    return [article["id"] for article in json.loads(path.read_text("utf-8"))["articles"]]


def test_document_of_an_article_leads_to_it(invented: Site) -> None:
    document = json.loads((invented.folder / "data/articles/qlwb-2023-03-01-01/01.json").read_text("utf-8"))
    assert document["url"] == invented.address + ARTICLE
    assert document["text"].startswith(LEAD)

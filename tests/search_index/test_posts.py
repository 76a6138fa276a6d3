"""Pelican's posts as documents of the index."""

from datetime import datetime
from types import SimpleNamespace

import pytest

from plugins.search_index import write_search_index
from plugins.search_index.documents import Document
from plugins.search_index.errors import SearchIndexError
from plugins.search_index.posts import read_output, read_posts
from plugins.search_index.suggestions import latin_forms

PAGE = """<html><body><nav>导航</nav><article><p class="kicker">引题</p><h1>甲 &amp; 乙</h1>
<p class="byline">记者 张三</p><figure class="caption"><figcaption>图为&lt;现场&gt;</figcaption></figure>
<p>第一段。</p><h2>小标题</h2><p>第二段。</p></article><footer>页脚</footer></body></html>"""


def make_post(number, date="2020-05-19", **more):
    facts = {
        "page_id": "p1",
        "item_number": number,
        "title": "甲 &amp; 乙",
        "url": f"articles/p1/{number}/",
        "save_as": f"articles/p1/{number}/index.html",
        "date": datetime.fromisoformat(date),
        "date_precision": "day",
        "category": "齐鲁晚报",
        "city": "聊城",
        "counties": "东昌府区, 莘县",
        "topics": "教育",
        "kind": "article",
        "keywords": "学校, R&amp;D",
        "reporters": "张三",
    }
    return SimpleNamespace(**facts | more)


def test_reads_a_post(tmp_path):
    [document] = read_posts([make_post("01")], lambda _: PAGE)
    assert document == Document(
        id="p1/01",
        title="甲 & 乙",
        body="引题\n记者 张三\n图为<现场>\n第一段。\n小标题\n第二段。",
        date="2020-05-19",
        url="articles/p1/01/",
        facets={
            "city": ("聊城",),
            "county": ("东昌府区", "莘县"),
            "topic": ("教育",),
            "newspaper": ("齐鲁晚报",),
            "kind": ("article",),
        },
        keywords=("学校", "R&D", "张三"),
    )


@pytest.mark.parametrize(
    ("precision", "date"), [("month", "2020-05"), ("year", "2020"), ("unknown", None), ("day", "2020-05-19")]
)
def test_dates_are_as_precise_as_the_page(precision, date):
    [document] = read_posts([make_post("01", date_precision=precision)], lambda _: PAGE)
    assert document.date == date


def test_oldest_first_and_only_newspaper_posts():
    posts = [make_post("02"), make_post("01"), make_post("03", "2019-01-01"), SimpleNamespace(title="关于")]
    assert [document.id for document in read_posts(posts, lambda _: PAGE)] == ["p1/03", "p1/01", "p1/02"]


def test_a_page_without_article_is_named():
    with pytest.raises(SearchIndexError, match=r"articles/p1/01/index\.html: has no <article>"):
        read_posts([make_post("01")], lambda _: "<html></html>")


def test_a_missing_page_is_named(tmp_path):
    with pytest.raises(SearchIndexError, match="cannot be read"):
        read_posts([make_post("01")], read_output(tmp_path))


def test_writes_the_index_into_the_output(tmp_path, engine):
    page = tmp_path / "articles/p1/01/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE, encoding="utf-8")
    write_search_index(tmp_path, [make_post("01")])
    engine.open(tmp_path / "search/index", [])
    [result] = engine.search("现场>", filters={"county": "莘县"})["results"]
    assert (result["id"], result["url"]) == ("p1/01", "articles/p1/01/")
    assert {"text": "聊城", "kind": "city"} in engine.ask(suggest="lc")
    assert engine.find_all("导航") == []


@pytest.mark.parametrize(
    ("name", "slug", "forms"),
    [
        ("聊城", "liaocheng", ("liaocheng", "lc")),
        ("扶贫攻坚", "fupingongjian", ("fupingongjian", "fpgj")),
        ("淄川区", "zichuan", ("zichuan", "zca", "zc")),
        ("西安", "xian", ("xian", "xa")),
        ("东阿县", "donge", ("donge", "de")),
        ("某报", "mou-bao", ("moubao", "mb")),
        ("Q", "x1-?", ("x",)),
        ("无", "", ()),
    ],
)
def test_latin_forms(name, slug, forms):
    assert latin_forms(name, slug) == forms

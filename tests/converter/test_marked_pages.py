"""Marked pages: what a person writes is read as gold, and mistakes are told with their place."""

from pathlib import Path

import pytest

from tests.converter.evaluation.clusters import is_lossless
from tests.converter.evaluation.page_sets import PageSet, read_first_pages, read_marked_pages
from tests.converter.page_maker.marked import MarkedPageError, read_marked
from tests.converter.page_maker.unmarking import list_articles

PAGE = """newspaper: 聊城日报
city: 聊城

a: article | city=聊城 | counties=高唐县; 莘县 | county_accept=- | topics=教育 | reporters=张三; 李四 | incomplete=yes
b: caption | belongs_to=a
n: notice

a.headline:木工课\x20
a.headline:开进村小

b.text:孩子们在做板凳。
a.dateline:本报讯‖a.byline:(记者 张三 李四) ‖a.paragraph:正文到栏尾断

a.paragraph+:开,接着。
n.headline:声明‖n.paragraph:遗失作废。
"""
TEXT = "木工课 \n开进村小\n\n孩子们在做板凳。\n本报讯(记者 张三 李四) 正文到栏尾断\n\n开,接着。\n声明遗失作废。\n"


def squeeze(text: str) -> str:
    """The text's characters in order of their codes, white space apart."""
    return "".join(sorted("".join(text.split())))


def write(folder: Path, text: str) -> Path:
    path = folder / "page.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_marked_page_is_its_text_and_its_gold(tmp_path: Path) -> None:
    page, text = read_marked(write(tmp_path, PAGE))
    assert text == TEXT
    article, caption, notice = page.items
    assert (article.headline, article.dateline, article.paragraphs) == (
        "木工课 开进村小",
        "本报讯",
        ("正文到栏尾断开,接着。",),
    )
    assert (article.byline.reporters, article.byline.text) == (("张三", "李四"), "(记者 张三 李四)")
    assert (article.county, article.counties, article.incomplete) == ("高唐县", ("高唐县", "莘县"), True)
    assert article.county_accept == ("-",)
    assert article.spans == ((1, 0, 3), (2, 0, 4), (5, 0, 3), (5, 3, 13), (5, 14, 20), (7, 0, 5))
    assert caption.belongs_to == 0
    assert notice.topics == ("便民公告",)
    assert (page.newspaper, page.city, page.date) == ("聊城日报", "聊城", None)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("city: 聊城", "town: 聊城", "page.txt:2: cannot read `town: 聊城`"),
        ("b: caption", "b: picture", "page.txt:5: unknown kind `picture`"),
        ("| topics=教育", "| topic=教育", "page.txt:4: unknown key `topic`"),
        ("b.text:孩子们", "孩子们", "page.txt:11: cannot read `孩子们在做板凳。`"),
        ("b.text:", "b.headline:", "`b.headline:孩子们在做板凳。`: known roles are text"),
        ("b.text:", "x.text:", "the page has item `x`"),
        ("n: notice", "n: notice\nz: notice", "item `z` has no line"),
    ],
)
def test_mistakes_are_told_with_their_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(MarkedPageError) as caught:
        read_marked(write(tmp_path, PAGE.replace(old, new, 1)))
    assert message in str(caught.value)


@pytest.mark.parametrize("half", ["tuning", "scoring"])
def test_the_pages_account_for_each_character(half: str) -> None:
    pages = read_marked_pages(half).pages
    assert len(pages) >= 15
    for page, text in pages:
        assert is_lossless(text, [item.spans for item in page.items]), page.id


@pytest.mark.parametrize("pages", [read_first_pages(), read_marked_pages("tuning")], ids=["five", "marked"])
def test_articles_taken_from_pages_keep_their_text(pages: PageSet) -> None:
    for page, text in pages.pages:
        lines = text.split("\n")
        printed = {
            squeeze("".join(lines[line - 1][start:end] for line, start, end in item.spans))
            for item in page.items
        }
        for article in list_articles(page, text):
            head = (article.kicker, article.headline, article.deck, article.dateline, article.byline)
            body = (line.removeprefix("## ") for line in article.body)
            assert squeeze("".join([*head, *body])) in printed, article.name

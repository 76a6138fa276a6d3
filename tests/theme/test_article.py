"""The article page: exactly the item's text in its <article>, everything else beside it."""

from pathlib import Path
from xml.etree.ElementTree import Element

from tests.theme.html_page import find_all, list_pages, read_page, read_text


def open_article(site: Path, page_id: str, number: str) -> Element:
    return read_page(site / "articles" / page_id / number / "index.html")


def list_texts(page: Element) -> list[str]:
    (article,) = find_all(page, "article")
    return [read_text(block) for block in article]


def test_article_element_holds_exactly_the_text(site: Path) -> None:
    assert list_texts(open_article(site, "sample-0301-01", "02")) == [
        "健康服务进乡村",
        "莘县图书馆请来村医义诊",
        "三百名村民量了血压",
        "记者 张三 通讯员 李四",
        "本报聊城3月1日讯",
        "村医在图书馆门前为村民量血压。",
        "昨天上午，莘县图书馆门前排起了长队。十二名村医为村民量血压、测血糖，讲解春季常见病的预防办法。",
        "一本健康账",
        "图书馆为每位村民建了一本健康账，借书时就能看到自己的体检结果。",
    ]


def test_article_without_headline_invents_none(site: Path) -> None:
    page = open_article(site, "sample-0301-02", "04")
    assert list_texts(page) == ["□ 钱七", "春天来的时候，河边的柳树先知道。风从南面过来，吹皱了一池水。"]
    assert read_text(find_all(page, "title")[0]).startswith("春天来的时候")
    assert read_text(find_all(page, "h1", class_="untitled")[0]).startswith("无题：春天来的时候")


def test_hostile_text_shows_as_text(site: Path) -> None:
    page = open_article(site, "sample-0301-02", "02")
    assert list_texts(page) == [
        '<script>alert("剪报")</script> {{ SITENAME }} 与 & 符号',
        "1. 第一步：运行 <img src=x onerror=alert(1)> 看看；{% raw %} 与 [链接](https://example.org) 都是字。",
        "# 不是标题 **不是粗体** `不是代码`",
    ]
    for path in list_pages(site):
        assert "<img" not in path.read_text("utf-8")


def test_facts_tell_date_evidence_place_and_certainty(site: Path) -> None:
    page = open_article(site, "sample-zibo", "01")
    (facts,) = find_all(page, "aside", class_="facts")
    text = read_text(facts)
    assert "约2022年10月" in text
    assert "第2行“10月16日”（版面上最晚的日期，不早于此）" in text
    assert [read_text(tag) for tag in find_all(page, "a", rel="tag")] == ["淄博", "张店区", "城建交通"]
    assert "切分把握大" in text
    assert "原文有缺失" in read_text(find_all(open_article(site, "sample-0301-02", "02"), "aside")[0])


def test_headline_of_two_lines_parts_where_the_lines_part(site: Path) -> None:
    (headline,) = [
        heading
        for page in map(read_page, sorted(site.glob("articles/*/*/index.html")))
        for heading in find_all(page, "h1")
        if read_text(heading).startswith("<script>")
    ]
    parts = [read_text(part) for part in headline]
    assert len(parts) > 1
    assert " ".join(parts) == read_text(headline)


def test_lost_text_is_said_before_the_article(site: Path) -> None:
    (caution,) = find_all(open_article(site, "sample-0301-02", "02"), "p", class_="caution")
    assert read_text(caution) == "原文有缺失：第4行之后文字缺失。对照版面原文"
    assert not find_all(open_article(site, "sample-zibo", "01"), "p", class_="caution")


def test_neighbours_are_those_of_the_page(site: Path) -> None:
    page = open_article(site, "sample-0301-02", "03")
    steps = {
        link.get("rel"): read_text(link) for link in page.iter("a") if link.get("rel") in {"prev", "next"}
    }
    assert steps["prev"].startswith("上一篇 <script>")
    assert steps["next"].startswith("下一篇 春天来的时候")
    assert "同版文章" in [read_text(heading) for heading in find_all(page, "h2")]


def test_link_to_the_original_leads_to_the_lines_of_the_article(site: Path) -> None:
    page = open_article(site, "sample-0301-01", "03")
    (link,) = [link for link in page.iter("a") if read_text(link) == "对照版面原文"]
    assert (link.get("href") or "").endswith("pages/sample-0301-01/#lines-03")

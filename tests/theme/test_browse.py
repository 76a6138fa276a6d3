"""Page views, newspapers, issues, dates, tags and feeds."""

import xml.etree.ElementTree as ET
from pathlib import Path
from xml.etree.ElementTree import Element

from tests.theme.conftest import SITE
from tests.theme.html_page import find_all, read_page, read_text


def open_page(site: Path, url: str) -> Element:
    return read_page(site / url / "index.html")


def list_titles(page: Element) -> list[str]:
    return [
        read_text(link) for stories in find_all(page, "ol", class_="stories") for link in stories.iter("a")
    ]


def test_page_view_shows_every_line_with_its_owner(site: Path) -> None:
    page = open_page(site, "pages/sample-0301-01")
    runs = find_all(page, "div", class_="run")
    shown = {int(line.get("value") or 0): read_text(line) for run in runs for line in run.iter("li")}
    raw = (SITE / "raw" / "sample-0301-01.txt").read_text("utf-8").split("\n")
    assert shown == {number: text for number, text in enumerate(raw, 1) if text}
    assert [run.get("data-item") for run in runs] == ["1", "2", "3", "2", "3", "4", "5"]
    assert [run.get("id") for run in runs][3] == "lines-02-2"


def test_page_view_shows_masked_numbers_as_masked(site: Path) -> None:
    page = open_page(site, "pages/sample-0301-02")
    for side in ("items", "original"):
        (section,) = find_all(page, "section", class_=side)
        marks = [read_text(mark) for mark in find_all(section, "mark", class_="masked")]
        assert marks == ["*" * 18, "*" * 11], side


def test_page_view_lists_items_in_order_with_their_kind(site: Path) -> None:
    page = open_page(site, "pages/sample-0301-01")
    (items,) = find_all(page, "ol", class_="item-list")
    kinds = [read_text(kind) for kind in find_all(items, "p", class_="kind")]
    assert kinds == ["版面元素", "文章", "文章", "图片说明", "广告"]


def test_page_view_says_where_text_is_missing(site: Path) -> None:
    page = open_page(site, "pages/sample-0301-02")
    turns = [
        read_text(turn)
        for run in find_all(page, "div", class_="run")
        for turn in find_all(run, "p", class_="turn")
    ]
    assert turns == ["原文有缺失：第4行之后文字缺失"]


def test_page_view_tells_in_words_where_the_date_is_from(site: Path) -> None:
    for name, evidence in (
        ("sample-0301-01", "第1行“2023年3月1日 星期三”（报头所印日期）"),
        ("sample-0302-01", "第2行“本报聊城3月1日讯”（电头日期次日见报）"),
        ("sample-zibo", "第2行“10月16日”（版面上最晚的日期，不早于此）"),
        ("sample-year", "第2行“2021年”（版面上写明的年份）"),
    ):
        head = find_all(open_page(site, f"pages/{name}"), "p", class_="where")[0]
        assert read_text(head).endswith(f"；日期依据{evidence}"), name


def test_newspaper_leads_to_year_issue_and_page(site: Path) -> None:
    newspaper = open_page(site, "newspapers/qilu-wanbao")
    days = [link.get("aria-label") for table in newspaper.iter("table") for link in table.iter("a")]
    assert days == ["3月1日，5篇", "3月2日，1篇"]
    issue = open_page(site, "newspapers/qilu-wanbao/2023/03/01")
    assert [read_text(heading) for heading in find_all(issue, "h3")] == [
        "第01版",
        "第02版",
    ]
    assert [read_text(heading) for heading in find_all(issue, "h2")] == ["本期版面"]
    steps = [read_text(link) for link in find_all(issue, "a", rel="next")]
    assert steps == ["下一期 2023年3月2日"]


def test_unknown_newspaper_has_no_issues_to_step_through(site: Path) -> None:
    newspapers = open_page(site, "newspapers")
    (listed,) = find_all(newspapers, "ul", class_="newspapers")
    names = [read_text(heading) for heading in find_all(listed, "h2")]
    assert (names[0], names[-1]) == ("齐鲁晚报", "报纸未详")
    counts = [read_text(where) for where in find_all(listed, "p", class_="where")]
    assert (counts[0], counts[-1]) == ("2 期，6 篇", "2 个版面，2 篇")
    month = open_page(site, "newspapers/unknown/2022/10")
    steps = [read_text(link) for rel in ("prev", "next") for link in find_all(month, "a", rel=rel)]
    assert steps == []
    undated = open_page(site, "newspapers/unknown/undated")
    assert [nav.get("aria-label") for nav in undated.iter("nav")] == ["主导航", "所在位置"]
    page = open_page(site, "pages/sample-undated")
    assert "前后版面" not in [nav.get("aria-label") for nav in page.iter("nav")]
    assert read_text(find_all(page, "title")[0]).startswith("报纸未详 日期不详 · 明天有雪 · ")


def test_pages_of_an_issue_lead_to_one_another_by_number(site: Path) -> None:
    page = open_page(site, "pages/sample-0301-01")
    (steps,) = [nav for nav in page.iter("nav") if nav.get("aria-label") == "前后版面"]
    assert [read_text(link) for link in steps.iter("a")] == ["下一版 第02版", "下一期 2023年3月2日"]


def test_home_opens_with_the_newest_page_and_its_first_lines(site: Path) -> None:
    home = open_page(site, "")
    (lead,) = find_all(home, "p", class_="lead")
    first = find_all(home, "ul", class_="pages")[0]
    assert read_text(next(first.iter("a"))).startswith("齐鲁晚报 2023年3月2日")
    assert read_text(lead)


def test_dates_are_listed_as_exact_as_they_are_known(site: Path) -> None:
    assert list_titles(open_page(site, "2023/03/02")) == ["村医义诊一个月回访"]
    assert list_titles(open_page(site, "2022/10")) == ["公交车换上新能源"]
    assert list_titles(open_page(site, "2021")) == ["全省办事大厅延长时间"]
    assert list_titles(open_page(site, "undated")) == ["明天有雪"]
    assert not (site / "1900").exists()
    assert not (site / "2022" / "10" / "01").exists()


def test_tags_have_the_slugs_of_the_tables(site: Path) -> None:
    assert list_titles(open_page(site, "shenxian")) == ["村医义诊一个月回访", "莘县图书馆请来村医义诊"]
    city = open_page(site, "liaocheng")
    assert [read_text(kind) for kind in find_all(city, "p", class_="kind")] == ["城市"]
    assert "莘县" in [
        read_text(link) for labels in find_all(city, "ul", class_="labels") for link in labels.iter("a")
    ]


def test_feeds_stand_for_all_for_each_tag_and_each_newspaper(site: Path) -> None:
    for name in ("all", "tags/shenxian", "tags/liaocheng", "newspapers/qilu-wanbao"):
        feed = ET.parse(site / "feeds" / f"{name}.atom.xml").getroot()
        links = [link.get("href") or "" for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
        assert links
        assert all(link.startswith("https://example.org/repo/") for link in links), links


def test_people_and_sections_have_their_lists(site: Path) -> None:
    assert list_titles(open_page(site, "people/张三")) == ["村医义诊一个月回访", "莘县图书馆请来村医义诊"]
    people = {read_text(link) for link in find_all(open_page(site, "people"), "main")[0].iter("a")}
    assert people == {"张三", "李四", "钱七"}
    (section,) = list(find_all(open_page(site, "sections"), "main")[0].iter("a"))
    address = site / "sections" / (section.get("href") or "") / "index.html"
    assert list_titles(read_page(address.resolve())) == ["莘县图书馆请来村医义诊"]


def test_rights_page_counts_the_masked_numbers(site: Path) -> None:
    assert "共有 1 处" in read_text(open_page(site, "rights"))


def test_search_without_javascript_leads_to_the_browse_pages(site: Path) -> None:
    (message,) = find_all(open_page(site, "search"), "noscript")
    assert "newspapers/" in "".join(ET.tostring(message, "unicode"))


def test_month_page_counts_once_and_does_not_lead_to_itself(site: Path) -> None:
    month = open_page(site, "2022/10")
    assert [read_text(caption) for caption in find_all(month, "caption")] == ["2022年10月 1篇"]
    (head,) = find_all(month, "header", class_="page-head")
    assert not find_all(head, "p", class_="where")
    assert not find_all(month, "p", class_="undated")
    assert find_all(open_page(site, "2022"), "p", class_="undated")


def test_topics_say_what_they_hold(site: Path) -> None:
    (listed,) = find_all(open_page(site, "topics"), "ul", class_="newspapers")
    assert all(read_text(meaning) for meaning in find_all(listed, "p", class_="where"))
    assert "天气 1" in [read_text(heading) for heading in find_all(listed, "h2")]
    (meaning, count) = find_all(open_page(site, "tianqi"), "p", class_="where")[:2]
    assert read_text(meaning) in [
        read_text(listed_one) for listed_one in find_all(listed, "p", class_="where")
    ]
    assert read_text(count).startswith("1 篇")

"""Maps and charts in Chromium: their names can be read, their points and bars lead on, and they tell the truth."""

import re
from itertools import combinations

import pytest
from playwright.sync_api import Page, expect

from tests.site.article_text import parse
from tests.site.built_site import Site

pytestmark = pytest.mark.browser

# Names and points of a map as they are drawn, in pixels.
BOXES = """(selector) => [...document.querySelectorAll(selector)].map((element) => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { name: element.textContent.trim(), left, top, right, bottom };
})"""
MAPS = ("places/", "liaocheng/", "zibo/")
Drawn = dict[str, float]


def cover(one: Drawn, other: Drawn) -> bool:
    wide = min(one["right"], other["right"]) - max(one["left"], other["left"])
    tall = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    # Half a pixel is how exactly a browser sets a letter.
    return wide > 0.5 and tall > 0.5


@pytest.mark.parametrize("width", [1280, 360])
def test_no_name_of_a_map_covers_another_or_a_point(
    page: Page, sites: dict[str, Site], invented: Site, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for site in (sites["/"], invented):
        for path in MAPS:
            page.goto(site.address + path)
            names = page.evaluate(BOXES, ".place-map text")
            points = page.evaluate(BOXES, ".place-map circle")
            assert len(points) > 1, path
            assert names, path
            pairs = [*combinations(names, 2), *((name, point) for name in names for point in points)]
            assert [(one["name"], other["name"]) for one, other in pairs if cover(one, other)] == [], path
            (edge,) = page.evaluate(BOXES, ".place-map")
            assert [name["name"] for name in names if name["left"] < edge["left"] - 0.5] == [], path
            assert [name["name"] for name in names if name["right"] > edge["right"] + 0.5] == [], path


def test_point_leads_to_its_county_with_as_many_articles(page: Page, invented: Site) -> None:
    page.goto(f"{invented.address}liaocheng/")
    page.locator(".place-map").get_by_role("link", name="莘县，2篇").click()
    page.wait_for_url(f"{invented.address}shenxian/")
    assert page.locator(".stories li").count() == 2


def test_map_is_read_as_a_list_too(page: Page, invented: Site) -> None:
    page.goto(f"{invented.address}places/")
    drawn = page.locator(".place-map a text").all_text_contents()
    assert [re.sub(r"\s", "", name) for name in drawn] == ["聊城10", "淄博1"]
    listed = page.locator("section.city h2").all_inner_texts()
    assert [re.sub(r"\s", "", name) for name in listed] == ["聊城10", "淄博1"]


def test_towns_ring_their_county_and_are_said_to_be_schematic(page: Page, invented: Site) -> None:
    page.goto(f"{invented.address}liaocheng/")
    marks = page.locator(".place-map .town")
    assert sorted(marks.evaluate_all("marks => marks.map((mark) => mark.textContent.trim())")) == sorted(
        ["张炉集镇", "沙镇", "广平镇", "张寨镇"]
    )
    expect(page.get_by_text("围着所属区县排列，位置只是示意")).to_be_visible()
    towns = page.get_by_role("region", name="乡镇街道")
    assert towns.get_by_role("heading", level=3).all_inner_texts() == ["东昌府区", "莘县"]


def test_town_leads_to_the_articles_that_name_it(page: Page, invented: Site) -> None:
    holding = [path for path, article in invented.articles.items() if article.holds("沙镇")]
    page.goto(f"{invented.address}dongchangfu/")
    town = page.get_by_role("region", name="乡镇街道").get_by_role("listitem").filter(has_text="沙镇")
    expect(town.locator(".count")).to_have_text(str(len(holding)))
    town.get_by_role("link").click()
    expect(page.get_by_role("status")).to_have_text(f"找到 {len(holding)} 篇。")
    assert [link.split("?")[0] for link in list_results(page, invented)] == holding


def list_results(page: Page, site: Site) -> list[str]:
    links = page.locator(".results h2 a").evaluate_all("links => links.map((link) => link.href)")
    return [link.removeprefix(site.address) for link in links]


def test_bars_are_as_high_as_their_counts(page: Page, invented: Site) -> None:
    page.goto(f"{invented.address}dates/")
    chart = page.locator(".chart")
    bars = chart.locator("rect").evaluate_all(
        "bars => bars.map((bar) => [bar.textContent.trim(), bar.getBoundingClientRect().height])"
    )
    counts = {name: int(re.sub(r".*：|篇", "", name)) for name, _ in bars}
    assert list(counts) == ["2023年3月：10篇", "2023年4月：1篇"]
    heights = dict(bars)
    assert heights["2023年4月：1篇"] == pytest.approx(heights["2023年3月：10篇"] / 10, rel=0.2)
    expect(chart.get_by_role("img", name="按月的篇数，最多10篇")).to_be_visible()


def test_table_behind_the_chart_tells_the_same_and_leads_to_the_months(page: Page, invented: Site) -> None:
    page.goto(f"{invented.address}dates/")
    chart = page.locator(".chart")
    chart.get_by_text("数据表").click()
    rows = [row.split() for row in chart.locator("tbody tr").all_inner_texts()]
    assert rows == [["2023年3月", "10"], ["2023年4月", "1"]]
    chart.get_by_role("link", name="2023年3月").click()
    page.wait_for_url(f"{invented.address}2023/03/")


def test_cities_and_topics_have_charts_that_add_up(sites: dict[str, Site]) -> None:
    """Bars and what is said to be left out are all the articles of the tag."""
    site = sites["/"]
    for path in ("liaocheng/", "zibo/", "jiaoyu/", "fupin-gongjian/"):
        page = parse(site.folder / path / "index.html")
        (chart,) = (part for part in page.iter("section") if part.get("class") == "chart")
        text = "".join(chart.itertext())
        bars = [int(count) for count in re.findall(r"：(\d+)篇", text)]
        left_out = re.search(r"另有 (\d+) 篇", text)
        total = re.search(r"(\d+) 篇", "".join("".join(part.itertext()) for part in page.iter("header")))
        assert total
        assert sum(bars) + int(left_out[1] if left_out else 0) == int(total[1]), path

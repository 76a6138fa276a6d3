"""Places of an item: cases in files, and what holds for any text."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.authorities import Authorities, PlaceKind, default_folder, load_authorities
from plugins.converter.corrections.corrections import NO_CORRECTIONS, Start
from plugins.converter.facts.county_papers import find_papers_county
from plugins.converter.facts.places import Location, locate, locate_page, share_county
from plugins.converter.pages.items import Kind
from plugins.converter.pages.page import parse_page
from plugins.converter.pipeline import convert_page
from tests.converter.case_files import Case, name_case, read_cases

AUTHORITIES = load_authorities(default_folder())
NAMES = [place.name for place in AUTHORITIES.places.rows]
WORDS = [
    "聊城市",
    "高新区",
    "沙镇",
    "阳谷",
    "全省",
    "市",
    "路",
    "提高青少年",
    "各县(市、区)、",
    "贾镇长",
    "的",
    " ",
]


@pytest.mark.parametrize("case", read_cases("places"), ids=name_case)
def test_places_of(case: Case) -> None:
    found = locate(
        case["headline"],
        case["paragraphs"],
        Location(case.get("page_city"), main_county=case.get("page_county")),
        AUTHORITIES,
        byline=case.get("byline"),
    )
    assert found.city == case.get("city")
    assert set(found.counties) == set(case["counties"])
    assert found.main_county == case.get("main")


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.one_of(st.text(), st.sampled_from(NAMES + WORDS)), max_size=12),
    st.sampled_from([None, "聊城"]),
)
def test_any_text_gives_counties_of_the_found_city(parts: list[str], page_city: str | None) -> None:
    found = locate(
        ["".join(parts[:3])], ["".join(parts[3:8]), "".join(parts[8:])], Location(page_city), AUTHORITIES
    )
    for county in found.counties:
        place = AUTHORITIES.places.find(county)
        assert place is not None and place.kind is not PlaceKind.CITY and place.city == found.city
    assert found.main_county is None or found.counties[0] == found.main_county
    assert len(set(found.counties)) == len(found.counties)


@pytest.mark.parametrize("county", [place.name for place in AUTHORITIES.places.counties])
def test_every_county_is_found_in_a_headline(county: str) -> None:
    place = AUTHORITIES.places.find(county)
    assert place is not None
    expected = Location(place.city, (county,), county)
    assert locate([f"{county}举行春季运动会"], [], Location(), AUTHORITIES) == expected


@pytest.mark.parametrize(
    ("texts", "newspaper", "datelines", "city"),
    [
        (["莘县开展培训", "淄博市客人来访", "淄博"], "聊城日报", [], "聊城"),
        (["莘县开展培训", "本报德州5月9日讯 会议召开。"], "齐鲁晚报", ["本报德州5月9日讯"], "德州"),
        (["莘县开展培训", "聊城市召开会议", "潍坊客人来访"], "齐鲁晚报", [], "聊城"),
        (["桓台县开展培训", "博山区举行比赛", "全省会议召开"], None, ["本报讯"], "淄博"),
        (["聊城与淄博结对"], None, [], None),
        (["天气转凉"], "山东商报", [], None),
        (["岱庙游人如织", "趵突泉边写生"], None, [], None),
        (["岱庙游人如织", "岱庙灯会", "莘县开展培训"], None, [], "聊城"),
    ],
)
def test_city_of_a_page(
    texts: list[str], newspaper: str | None, datelines: list[str], city: str | None
) -> None:
    assert locate_page(texts, newspaper, datelines, AUTHORITIES) == city


@pytest.mark.parametrize(
    ("titles", "county"),
    [
        (["今日无棣", "2015年5月20日 星期三"], "无棣县"),
        (["今日  临 清"], "临清市"),
        (["阳谷报"], "阳谷县"),
        (["2013年9月8日 临清周讯"], "临清市"),
        (["《高唐大众》"], "高唐县"),
        (["聊城日报", "地址:聊城市东昌府区东昌路"], None),
        (["齐鲁晚报·今日聊城"], None),
        (["平原晚报"], None),
        (["东阿报道"], None),
        (["今日阳谷", "今日东阿"], None),
    ],
)
def test_county_of_a_paper(titles: list[str], county: str | None) -> None:
    found = find_papers_county(titles, AUTHORITIES.places)
    assert (found and found.name) == county


@pytest.mark.parametrize("title", ["今日沂源", "今日沂源 2019年4月26日 星期五 第3版"])
def test_a_page_of_a_county_paper_is_its_countys(title: str) -> None:
    text = "村里的敬老院添了书法课，每周三下午开课，老人和孩子坐在一张桌子边写字。"
    page = parse_page("county", f"{title}\n\n敬老院添了“老少课堂”\n\n{text}\n")
    items, _ = convert_page(page, AUTHORITIES)
    assert items.facts.city == "淄博"
    assert [(item.city, item.counties) for item in items.items if item.kind is Kind.ARTICLE] == [
        ("淄博", ("沂源县",))
    ]


def test_other_tables_other_places() -> None:
    nothing = Authorities(type(AUTHORITIES.places)(), AUTHORITIES.newspapers, AUTHORITIES.topics)
    assert locate(["莘县开展培训"], [], Location("聊城"), nothing) == Location("聊城")


CITY, COUNTY = Location("聊城"), Location("聊城", ("冠县",), "冠县")


@pytest.mark.parametrize(
    ("places", "county"),
    [
        ([COUNTY, COUNTY, COUNTY, CITY], "冠县"),
        ([COUNTY, COUNTY, CITY], None),  # two articles make no special page
        (
            [
                COUNTY,
                COUNTY,
                COUNTY,
                Location("聊城", ("莘县",), "莘县"),
                Location("聊城", ("莘县",), "莘县"),
            ],
            None,
        ),
        ([COUNTY, COUNTY, COUNTY, *5 * [CITY]], None),  # most tell of the city
        ([Location("淄博", ("沂源县",), "沂源县")] * 4, None),  # all from elsewhere
        ([], None),
    ],
)
def test_a_special_page_is_at_home_in_the_county_that_its_articles_share(
    places: list[Location], county: str | None
) -> None:
    assert share_county(CITY, places).main_county == county


def test_a_papers_own_county_stays() -> None:
    home = Location("聊城", main_county="莘县")
    assert share_county(home, [COUNTY] * 5) == home


def test_a_special_page_places_what_names_no_county() -> None:
    stories = [
        (
            "临邑县给孤寡老人送来热饭",
            "5月6日，临邑县民政局把第一批热饭送到三十位老人的桌上，老人说比自己做的还香。",
        ),
        (
            "临邑县敬老院添了书法课",
            "临邑县敬老院每周三下午开书法课，老人和孩子坐在一张桌子边写字，墙上已经贴满。",
        ),
        (
            "临邑县社工走进家庭",
            "临邑县四十名社工结对帮扶困境儿童，每月上门两次，陪孩子读书做作业，记下变化。",
        ),
        ("村规民约唱着记", "庄户剧团把村规民约改编成快板书，在各村巡演，乡亲们一边看戏一边就把规矩记住了。"),
    ]
    page = parse_page("special", "\n\n".join(f"{headline}\n\n{text}" for headline, text in stories))
    starts = tuple(Start(1 + 4 * number, Kind.ARTICLE) for number in range(len(stories)))
    items, _ = convert_page(page, AUTHORITIES, replace(NO_CORRECTIONS, starts=starts))
    assert [item.counties for item in items.items if item.kind is Kind.ARTICLE] == 4 * [("临邑县",)]

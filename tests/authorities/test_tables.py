"""The repository's own tables: complete, and spelt right where it is easily spelt wrong."""

import pytest

from plugins.authorities import PlaceKind, default_folder, load_authorities

TABLES = load_authorities(default_folder())
TOPICS = [
    "政务",
    "公安法治",
    "卫生健康",
    "教育",
    "经济产业",
    "扶贫攻坚",
    "乡村振兴",
    "城市文明",
    "城建交通",
    "社会民生",
    "消费维权",
    "生态环境",
    "文化旅游",
    "体育",
    "天气",
    "应急安全",
    "科技",
    "文学副刊",
    "便民公告",
    "广告",
]
LIAOCHENG = ["东昌府区", "茌平区", "临清市", "阳谷县", "莘县", "东阿县", "冠县", "高唐县"]
ZIBO = ["张店区", "淄川区", "博山区", "周村区", "临淄区", "桓台县", "高青县", "沂源县"]


def test_topics_are_the_fixed_ones_in_order() -> None:
    assert list(TABLES.topics.names) == TOPICS


def test_topics_have_words_enough_and_one_fallback() -> None:
    for topic in TABLES.topics.rows:
        assert len(topic.terms) >= 60, topic.name
    assert [topic.name for topic in TABLES.topics.rows if topic.fallback] == ["社会民生"]
    assert {topic.kind for topic in TABLES.topics.rows} == {None, "notice", "advertisement"}


def test_sixteen_cities_with_their_counties() -> None:
    assert len(TABLES.places.cities) == 16
    # Shandong's districts, counties and county-level cities: 58 + 52 + 26 since 2021.
    assert sum(place.kind is PlaceKind.COUNTY for place in TABLES.places.rows) == 136


@pytest.mark.parametrize(("city", "counties"), [("聊城", LIAOCHENG), ("淄博", ZIBO)])
def test_first_cities_have_counties_zones_towns_and_coordinates(city: str, counties: list[str]) -> None:
    places = TABLES.places.counties_of(city)
    assert [place.name for place in places if place.kind is PlaceKind.COUNTY] == counties
    assert sum(place.kind is PlaceKind.ZONE for place in places) == 3
    assert all(place.latitude and place.longitude for place in places)
    assert all(len(TABLES.places.towns_of(county)) >= 9 for county in counties)


def test_coordinates_lie_in_shandong() -> None:
    for place in TABLES.places.rows:
        assert place.latitude is not None and 34.3 < place.latitude < 38.5, place.name
        assert place.longitude is not None and 114.7 < place.longitude < 122.8, place.name


def test_counties_lie_near_their_city() -> None:
    for place in TABLES.places.counties:
        city = TABLES.places.find(place.city)
        assert city is not None and city.latitude and city.longitude and place.latitude and place.longitude
        assert abs(place.latitude - city.latitude) < 1.0, place.name
        assert abs(place.longitude - city.longitude) < 1.6, place.name


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("莘县", "shenxian"),
        ("东阿县", "donge"),
        ("茌平区", "chiping"),
        ("单县", "shanxian"),
        ("长清区", "changqing"),
        ("乐陵市", "laoling"),
        ("临沂", "linyi"),
        ("临邑县", "linyi-county"),
        ("兰山区", "lanshan-linyi"),
        ("岚山区", "lanshan-rizhao"),
    ],
)
def test_slugs_are_spelt_right(name: str, slug: str) -> None:
    assert TABLES.tag_slugs()[name] == slug


def test_old_names_lead_to_new_ones() -> None:
    for old, new in {"茌平县": "茌平区", "章丘市": "章丘区", "苍山县": "兰陵县", "聊城地区": "聊城"}.items():
        place = TABLES.places.resolve(old)
        assert place is not None and place.name == new


def test_local_editions_are_their_newspaper() -> None:
    paper = TABLES.newspapers.find("齐鲁晚报·今日聊城")
    assert paper is not None and paper.name == "齐鲁晚报" and paper.city is None
    assert TABLES.newspapers.find_in("大众日报淄博融媒体中心记者 某某") == ()

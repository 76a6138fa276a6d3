from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.authorities import default_folder, load_authorities
from plugins.place_map.names import Box
from plugins.place_map.place_map import WIDTH, MappedPlace, PlaceMap, draw_map
from plugins.place_map.towns import TownCount

SOUTH_WEST = MappedPlace("西南", "sw", 1, 35.0, 115.0)
NORTH_EAST = MappedPlace("东北", "ne", 4, 37.0, 117.0)


def draw(*places: MappedPlace) -> PlaceMap:
    drawn = draw_map(places)
    assert drawn is not None
    return drawn


def list_names(drawn: PlaceMap) -> dict[str, Box]:
    return {point.place.name: point.name.box for point in drawn.points if point.name}


def test_north_is_up_and_east_is_right() -> None:
    first, second = draw(SOUTH_WEST, NORTH_EAST).points
    assert (first.place, second.place) == (NORTH_EAST, SOUTH_WEST)
    assert first.x > second.x
    assert first.y < second.y
    assert first.radius > second.radius


def test_one_place_makes_no_map() -> None:
    assert draw_map([SOUTH_WEST]) is None


def test_a_lone_name_stands_at_the_right_of_its_point() -> None:
    point = draw(SOUTH_WEST, NORTH_EAST).points[1]
    assert point.name is not None
    assert (point.name.anchor, point.name.is_afar) == ("start", False)
    assert point.x + point.radius < point.name.x < point.x + point.radius + 10


def test_crowded_places_with_articles_all_have_names() -> None:
    """Zones lie side by side near the city's centre, and their names are long."""
    zones = [
        MappedPlace(f"聊城经济技术开发区{n}", f"z{n}", 9, 36.4 + n / 90, 116.0 + n / 90) for n in range(6)
    ]
    drawn = draw(*zones, SOUTH_WEST, NORTH_EAST)
    assert len(list_names(drawn)) == 8
    assert any(point.name and point.name.is_afar for point in drawn.points), "a name from afar has its line"


def test_crowded_place_without_articles_has_no_name() -> None:
    crowd = [
        MappedPlace(f"聊城经济技术开发区{n}", f"c{n}", 9, 36.0 + n / 90, 116.0 + n / 90) for n in range(8)
    ]
    empty = MappedPlace("聊城江北水城旅游度假区", "empty", 0, 36.04, 116.04)
    unnamed = [point.place.name for point in draw(*crowd, empty, NORTH_EAST).points if not point.name]
    assert unnamed == ["聊城江北水城旅游度假区"]


def test_towns_ring_their_county_and_keep_apart() -> None:
    towns = tuple(TownCount(f"镇{n}", 1) for n in range(40))
    drawn = draw(MappedPlace("县", "x", 40, 36.0, 116.0, towns), SOUTH_WEST, NORTH_EAST)
    (county,) = (point for point in drawn.points if point.towns)
    assert [mark.town for mark in county.towns] == list(towns)
    for mark in county.towns:
        assert (mark.x - county.x) ** 2 + (mark.y - county.y) ** 2 > county.radius**2
    for one, other in combinations(county.towns, 2):
        assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 > 9
    assert county.name is not None
    assert all(abs(county.name.x - county.x) > abs(mark.x - county.x) for mark in county.towns)
    assert (drawn.has_towns, draw(SOUTH_WEST, NORTH_EAST).has_towns) == (True, False)


@given(
    st.lists(st.tuples(st.floats(34, 39), st.floats(114, 123), st.integers(0, 500)), min_size=2, max_size=20)
)
@settings(max_examples=60, deadline=None)
def test_everything_lies_within_the_drawing_and_no_name_over_another(
    found: list[tuple[float, float, int]],
) -> None:
    drawn = draw(
        *(MappedPlace(f"县{n}", f"c{n}", count, lat, lon) for n, (lat, lon, count) in enumerate(found))
    )
    assert len(drawn.points) == len(found)
    for point in drawn.points:
        assert point.radius <= point.x <= WIDTH - point.radius
        assert point.radius <= point.y <= drawn.height - point.radius
    names = list(list_names(drawn).values())
    assert all(Box(0, 0, WIDTH, drawn.height).holds(name) for name in names)
    assert not [pair for pair in combinations(names, 2) if pair[0].overlaps(pair[1])]


@pytest.mark.parametrize("city", [city.name for city in load_authorities(default_folder()).places.cities])
def test_every_county_of_the_tables_has_a_name_when_all_have_articles(city: str) -> None:
    counties = load_authorities(default_folder()).places.counties_of(city)
    drawn = draw_map(
        MappedPlace(county.name, county.slug, 1234 - number, county.latitude, county.longitude)
        for number, county in enumerate(counties)
        if county.latitude is not None and county.longitude is not None
    )
    for point in drawn.points if drawn else ():
        assert point.name, point.place.name

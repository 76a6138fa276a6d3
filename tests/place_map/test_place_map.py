from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.place_map.place_map import WIDTH, MappedPlace, draw_map

SOUTH_WEST = MappedPlace("西南", "sw", 1, 35.0, 115.0)
NORTH_EAST = MappedPlace("东北", "ne", 4, 37.0, 117.0)


def test_north_is_up_and_east_is_right() -> None:
    drawn = draw_map([SOUTH_WEST, NORTH_EAST])
    assert drawn is not None
    first, second = drawn.points
    assert (first.place, second.place) == (NORTH_EAST, SOUTH_WEST)
    assert first.x > second.x
    assert first.y < second.y
    assert first.radius > second.radius


def test_one_place_makes_no_map() -> None:
    assert draw_map([SOUTH_WEST]) is None


def test_names_of_neighbours_do_not_cover_each_other() -> None:
    places = [MappedPlace(f"县{n}", f"c{n}", n, 36.0 + n / 1000, 116.0) for n in range(2)]
    drawn = draw_map([*places, MappedPlace("远方", "far", 0, 37.0, 117.0)])
    assert drawn is not None
    names = {point.place.name: (point.name_x, point.anchor) for point in drawn.points}
    assert names["县0"] != names["县1"]


def test_name_and_number_keep_within_the_drawing() -> None:
    """The zones of a city lie side by side near its edge, and their names are long."""
    zones = [
        MappedPlace(f"聊城经济技术开发区{n}", f"z{n}", 3000, 36.4 + n / 80, 116.3 + n / 90) for n in range(3)
    ]
    drawn = draw_map([*zones, MappedPlace("冠县", "guanxian", 70, 36.5, 115.4)])
    assert drawn is not None
    for point in drawn.points:
        wide = len(point.place.name) * 14 + len(str(point.place.count)) * 8
        left = point.name_x - {"start": 0.0, "middle": wide / 2, "end": wide}[point.anchor]
        assert left >= 0, point
        assert left + wide <= WIDTH, point


def test_crowded_place_without_articles_has_no_name() -> None:
    crowd = [
        MappedPlace(f"聊城经济技术开发区{n}", f"c{n}", 9, 36.0 + n / 90, 116.0 + n / 90) for n in range(8)
    ]
    empty = MappedPlace("聊城江北水城旅游度假区", "empty", 0, 36.04, 116.04)
    drawn = draw_map([*crowd, empty, MappedPlace("远方", "far", 0, 37.0, 117.0)])
    assert drawn is not None
    unnamed = [point.place.name for point in drawn.points if not point.is_named]
    assert unnamed == ["聊城江北水城旅游度假区"]


@given(
    st.lists(st.tuples(st.floats(34, 39), st.floats(114, 123), st.integers(0, 500)), min_size=2, max_size=20)
)
@settings(max_examples=60, deadline=None)
def test_every_place_lies_within_the_drawing(found: list[tuple[float, float, int]]) -> None:
    drawn = draw_map(
        MappedPlace(f"县{n}", f"c{n}", count, lat, lon) for n, (lat, lon, count) in enumerate(found)
    )
    assert drawn is not None
    assert len(drawn.points) == len(found)
    for point in drawn.points:
        assert point.radius <= point.x <= WIDTH - point.radius
        assert point.radius <= point.y <= drawn.height - point.radius

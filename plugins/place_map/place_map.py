"""A map of places as points: no borders, no tiles, only where they lie and how many articles they have."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt

# The drawing's own units; the page scales it to the column.
WIDTH = 420
# Room for a name of four characters beside a point, and for one above or below it.
MARGIN, MARGIN_ABOVE = 56, 34
LEAST_HEIGHT, MOST_HEIGHT = 200, 460
SMALLEST, LARGEST = 3.5, 13.0
LETTER, DIGIT = 14.0, 8.0
GAP = 5.0
# A name that goes over the edge by one unit is cut, which is worse than one that covers another by half.
OUTSIDE = 100.0


@dataclass(frozen=True, slots=True)
class MappedPlace:
    """A place to draw; `slug` leads to its page, which stands only when `count` is not 0."""

    name: str
    slug: str
    count: int
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the drawing, its name beside it; a place without articles has none where names are crowded."""

    place: MappedPlace
    x: float
    y: float
    radius: float
    name_x: float
    name_y: float
    anchor: str
    is_named: bool


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """All points, those with most articles first."""

    points: tuple[Point, ...]
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: "_Box") -> float:
        """The area that both cover."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(width, 0.0) * max(height, 0.0)

    def exceed(self, height: int) -> float:
        """How far the box goes over the edges of a drawing of this height."""
        beside = max(0.0, -self.left) + max(0.0, self.right - WIDTH)
        return beside + max(0.0, -self.top) + max(0.0, self.bottom - height)


@dataclass(frozen=True, slots=True)
class _Name:
    """A place for a name: where it begins, ends or has its middle, and the box it takes."""

    x: float
    y: float
    anchor: str
    box: _Box


def draw_map(places: Iterable[MappedPlace]) -> PlaceMap | None:
    """Return the map of the places; None for fewer than two, which make no map.

    Equirectangular projection at the middle latitude: a province's width is off by less than 3 %. A circle's
    area grows with the number of articles. Names are set where they cover least, those of large places first.
    """
    ordered = sorted(places, key=lambda place: (-place.count, place.name))
    if len(ordered) < 2:
        return None
    spots, height = _project(ordered)
    most = max(place.count for place in ordered) or 1
    radii = [SMALLEST + (LARGEST - SMALLEST) * sqrt(place.count / most) for place in ordered]
    taken = [_Box(x - r, y - r, x + r, y + r) for (x, y), r in zip(spots, radii, strict=True)]
    points = []
    for place, spot, radius in zip(ordered, spots, radii, strict=True):
        choices = list(_list_names(_measure_name(place), spot, radius))
        costs = [choice.box.exceed(height) * OUTSIDE + _cover(choice.box, taken) for choice in choices]
        name = choices[costs.index(min(costs))]
        is_named = place.count > 0 or min(costs) == 0
        if is_named:
            taken.append(name.box)
        points.append(
            Point(place, *spot, round(radius, 1), round(name.x, 1), round(name.y, 1), name.anchor, is_named)
        )
    return PlaceMap(tuple(points), WIDTH, height)


def _project(places: Sequence[MappedPlace]) -> tuple[list[tuple[float, float]], int]:
    """Return the places' spots in the drawing and its height; north is up, one scale for both directions."""
    south, north = min(p.latitude for p in places), max(p.latitude for p in places)
    west, east = min(p.longitude for p in places), max(p.longitude for p in places)
    shrink = cos(radians((south + north) / 2))
    wide, tall = max((east - west) * shrink, 0.01), max(north - south, 0.01)
    scale = min((WIDTH - 2 * MARGIN) / wide, (MOST_HEIGHT - 2 * MARGIN_ABOVE) / tall)
    height = max(LEAST_HEIGHT, round(tall * scale + 2 * MARGIN_ABOVE))
    left, top = (WIDTH - wide * scale) / 2, (height - tall * scale) / 2
    spots = [
        (round(left + (p.longitude - west) * shrink * scale, 1), round(top + (north - p.latitude) * scale, 1))
        for p in places
    ]
    return spots, height


def _measure_name(place: MappedPlace) -> float:
    """The width of the name and, after a gap, of the number of articles."""
    number = len(str(place.count)) * DIGIT + GAP if place.count else 0.0
    return len(place.name) * LETTER + number


def _list_names(wide: float, spot: tuple[float, float], radius: float) -> Iterator[_Name]:
    """Yield where a name can stand: right, left, below and above the point, then between, then further off."""
    x, y = spot
    for away in (radius + GAP, radius + GAP + LETTER):
        middle, below, above = y + LETTER / 3, y + away + LETTER * 0.8, y - away
        yield _place_name(x + away, middle, "start", wide)
        yield _place_name(x - away, middle, "end", wide)
        yield _place_name(x, below, "middle", wide)
        yield _place_name(x, above, "middle", wide)
        for base in (below, above):
            yield _place_name(x + radius, base, "start", wide)
            yield _place_name(x - radius, base, "end", wide)


def _place_name(x: float, base: float, anchor: str, wide: float) -> _Name:
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
    return _Name(x, base, anchor, _Box(left, base - LETTER, left + wide, base + LETTER / 4))


def _cover(box: _Box, taken: Sequence[_Box]) -> float:
    """The area that a name would share with points and other names."""
    return sum(box.overlap(other) for other in taken)

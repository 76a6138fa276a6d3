"""A map of places as points: no borders, no tiles, only where they lie and how many articles they have."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, floor, pi, radians, sin, sqrt

from plugins.place_map.names import DIGIT, GAP, LETTER, Box, Name, NameSetter, Spot
from plugins.place_map.towns import TownCount

# The drawing's own units; the page scales it to the column.
WIDTH = 420
# Room for a name of four characters beside a point, and for one above or below it.
MARGIN, MARGIN_ABOVE = 56, 34
LEAST_HEIGHT, MOST_HEIGHT = 200, 460
SMALLEST, LARGEST = 3.5, 13.0
# Towns stand around their county, in one circle or more.
TOWN_RADIUS, TOWN_STEP = 1.8, 5.0


@dataclass(frozen=True, slots=True)
class MappedPlace:
    """A place to draw; `slug` leads to its page, which stands only when `count` is not 0."""

    name: str
    slug: str
    count: int
    latitude: float
    longitude: float
    towns: tuple[TownCount, ...] = ()


@dataclass(frozen=True, slots=True)
class TownMark:
    """A town's mark in the circle around its county: where it stands says nothing of where the town lies."""

    town: TownCount
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the drawing with its towns around it, and its name where there is room for it."""

    place: MappedPlace
    x: float
    y: float
    radius: float
    name: Name | None
    towns: tuple[TownMark, ...]


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """All points, those with most articles first."""

    points: tuple[Point, ...]
    width: int
    height: int

    @property
    def has_towns(self) -> bool:
        """Whether any place has towns around it."""
        return any(point.towns for point in self.points)


def draw_map(places: Iterable[MappedPlace]) -> PlaceMap | None:
    """Return the map of the places; None for fewer than two, which make no map.

    Equirectangular projection at the middle latitude: a province's width is off by less than 3 %. A circle's
    area grows with the number of articles. Names cover neither points nor one another; those of large places
    are set first.
    """
    ordered = sorted(places, key=lambda place: (-place.count, place.name))
    if len(ordered) < 2:
        return None
    spots, height = _project(ordered)
    most = max(place.count for place in ordered) or 1
    radii = [SMALLEST + (LARGEST - SMALLEST) * sqrt(place.count / most) for place in ordered]
    rings = [tuple(_ring(*drawn)) for drawn in zip(ordered, spots, radii, strict=True)]
    reach = [_reach(*drawn) for drawn in zip(spots, radii, rings, strict=True)]
    taken = [Box(x - r, y - r, x + r, y + r) for (x, y), r in zip(spots, reach, strict=True)]
    setter = NameSetter(Box(0, 0, WIDTH, height), taken)
    points = []
    for place, spot, radius, wide, towns in zip(ordered, spots, radii, reach, rings, strict=True):
        # A place without articles has a name only where there is room at its side.
        set_name = setter.set_name if place.count else setter.set_beside
        name = set_name(_measure_name(place), spot, wide)
        points.append(Point(place, *spot, round(radius, 1), name, towns))
    return PlaceMap(tuple(points), WIDTH, height)


def _project(places: Sequence[MappedPlace]) -> tuple[list[Spot], int]:
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


def _ring(place: MappedPlace, spot: Spot, radius: float) -> Iterator[TownMark]:
    """Yield the marks of a county's towns, the first above the point, clockwise, further circles outside."""
    rest, away = list(place.towns), radius + TOWN_STEP
    while rest:
        room = floor(2 * pi * away / TOWN_STEP)
        circle, rest = rest[:room], rest[room:]
        for position, town in enumerate(circle):
            angle = 2 * pi * position / len(circle)
            x, y = spot[0] + away * sin(angle), spot[1] - away * cos(angle)
            yield TownMark(town, round(x, 1), round(y, 1))
        away += TOWN_STEP


def _reach(spot: Spot, radius: float, towns: Sequence[TownMark]) -> float:
    """How far a point reaches with its towns."""
    return max([radius, *(sqrt((t.x - spot[0]) ** 2 + (t.y - spot[1]) ** 2) + TOWN_RADIUS for t in towns)])


def _measure_name(place: MappedPlace) -> float:
    """The width of the name and, after a gap, of the number of articles."""
    number = len(str(place.count)) * DIGIT + GAP if place.count else 0.0
    return len(place.name) * LETTER + number

"""A map of places as points: no borders, no tiles, only where they lie and how many articles they have."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt

# The drawing's own units; the page scales it to the column.
WIDTH = 420
MARGIN = 56
LEAST_HEIGHT, MOST_HEIGHT = 200, 460
SMALLEST, LARGEST = 3.5, 13.0
LETTER = 14.0
GAP = 5.0


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
    """A place in the drawing, its name beside it."""

    place: MappedPlace
    x: float
    y: float
    radius: float
    name_x: float
    name_y: float
    anchor: str


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
    for place, (x, y), radius in zip(ordered, spots, radii, strict=True):
        name_x, name_y, anchor, box = _set_name(place.name, x, y, radius, taken)
        taken.append(box)
        points.append(Point(place, x, y, round(radius, 1), round(name_x, 1), round(name_y, 1), anchor))
    return PlaceMap(tuple(points), WIDTH, height)


def _project(places: Sequence[MappedPlace]) -> tuple[list[tuple[float, float]], int]:
    """Return the places' spots in the drawing and its height; north is up, one scale for both directions."""
    south, north = min(p.latitude for p in places), max(p.latitude for p in places)
    west, east = min(p.longitude for p in places), max(p.longitude for p in places)
    shrink = cos(radians((south + north) / 2))
    wide, tall = max((east - west) * shrink, 0.01), max(north - south, 0.01)
    scale = min((WIDTH - 2 * MARGIN) / wide, (MOST_HEIGHT - 2 * MARGIN) / tall)
    height = max(LEAST_HEIGHT, round(tall * scale + 2 * MARGIN))
    left, top = (WIDTH - wide * scale) / 2, (height - tall * scale) / 2
    spots = [
        (round(left + (p.longitude - west) * shrink * scale, 1), round(top + (north - p.latitude) * scale, 1))
        for p in places
    ]
    return spots, height


def _set_name(
    name: str, x: float, y: float, radius: float, taken: Sequence[_Box]
) -> tuple[float, float, str, _Box]:
    """Return where the name stands (right, left, below, above the point), its anchor and the box it takes."""
    wide = len(name) * LETTER
    away = radius + GAP
    choices = (
        (x + away, y + LETTER / 3, "start", x + away),
        (x - away, y + LETTER / 3, "end", x - away - wide),
        (x, y + away + LETTER * 0.8, "middle", x - wide / 2),
        (x, y - away, "middle", x - wide / 2),
    )
    boxes = [_Box(left, base - LETTER, left + wide, base + LETTER / 4) for _, base, _, left in choices]
    costs = [_cost(box, taken) for box in boxes]
    best = costs.index(min(costs))
    name_x, name_y, anchor, _ = choices[best]
    return name_x, name_y, anchor, boxes[best]


def _cost(box: _Box, taken: Sequence[_Box]) -> float:
    """The area that the name would share with others, or lose over the edge."""
    over_edge = max(0.0, -box.left) + max(0.0, box.right - WIDTH)
    return over_edge * LETTER + sum(box.overlap(other) for other in taken)

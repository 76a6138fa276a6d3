"""Where the names of a map's places stand: beside their points, none over another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

LETTER, DIGIT = 14.0, 8.0
# From base line to the top and the bottom of a line, as browsers measure Chinese typefaces: 1.16 and 0.29 of a letter.
ASCENT, DESCENT = 1.16 * LETTER, 0.29 * LETTER
GAP = 5.0
# What parts a name from the next one on its line.
BESIDE = 3.0
# How finely a free place is looked for.
STEP = 6
# Right, left, below, above, then between: a name is looked for to the right of its point first.
_TURNS = (0, 8, 4, 12, 2, 6, 14, 10, 1, 15, 7, 9, 3, 5, 13, 11)

Spot = tuple[float, float]
Line = tuple[Spot, Spot]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether both share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other lies within."""
        is_beside = self.left <= other.left and other.right <= self.right
        return is_beside and self.top <= other.top and other.bottom <= self.bottom


@dataclass(frozen=True, slots=True)
class Name:
    """A name's place: where it begins, ends or has its middle, and its box.

    `line` leads from the point to a name that stands afar; beside its point it has no length.
    """

    x: float
    y: float
    anchor: str
    box: Box
    line: Line

    @property
    def is_afar(self) -> bool:
        """Whether a line must tell whose name it is."""
        return _length(self.line) > 0


class NameSetter:
    """Sets names one after another, each where it covers nothing."""

    def __init__(self, frame: Box, points: Iterable[Box]) -> None:
        """Take the drawing's edges and what its points cover."""
        self._frame = frame
        self._taken = list(points)
        self._names: list[Box] = []

    def set_name(self, wide: float, spot: Spot, radius: float) -> Name | None:
        """Return the nearest free place for a name `wide` units wide, None where the drawing is full.

        From afar a line leads to it, over points, which are drawn upon it, and over names only where there is no
        other way.
        """
        near = self.set_beside(wide, spot, radius)
        if near:
            return near
        free = [name for name in self._list_afar(wide, spot, radius) if self._is_free(name.box)]
        clear = (name for name in free if not _covers(_follow(*name.line), self._names))
        name = next(clear, free[0] if free else None)
        return self._take(name) if name else None

    def set_beside(self, wide: float, spot: Spot, radius: float) -> Name | None:
        """Return a free place at the very side of the point, None when there is none."""
        names = (name for name in _list_beside(wide, spot, radius) if self._is_free(name.box))
        name = next(names, None)
        return self._take(name) if name else None

    def _is_free(self, box: Box) -> bool:
        return self._frame.holds(box) and not _covers([box], self._taken)

    def _take(self, name: Name) -> Name:
        self._names.append(name.box)
        self._taken += [name.box, *_follow(*name.line)]
        return name

    def _list_afar(self, wide: float, spot: Spot, radius: float) -> list[Name]:
        """List names all over the drawing, the nearest first, each with a line from its point."""
        rows = range(round(ASCENT), round(self._frame.bottom - DESCENT), STEP)
        columns = range(0, round(self._frame.right - wide), STEP)
        names = [_place_afar(wide, spot, radius, (x, base)) for base in rows for x in columns]
        return sorted(names, key=lambda name: _length(name.line))


def _covers(boxes: Iterable[Box], others: Sequence[Box]) -> bool:
    return any(box.overlaps(other) for box in boxes for other in others)


def _follow(start: Spot, end: Spot) -> Iterator[Box]:
    """Yield small boxes along a line, none for a line without length."""
    count = round(_length((start, end)) / 3)
    for part in range(count):
        x = start[0] + (end[0] - start[0]) * part / count
        y = start[1] + (end[1] - start[1]) * part / count
        yield Box(x - 0.5, y - 0.5, x + 0.5, y + 0.5)


def _length(line: Line) -> float:
    (left, top), (right, bottom) = line
    return hypot(right - left, bottom - top)


def _list_beside(wide: float, spot: Spot, radius: float) -> Iterator[Name]:
    """Yield a name right, left, below and above the point, then between, then all of them a little further off."""
    for away in (radius + GAP, radius + GAP + STEP):
        for turn in _TURNS:
            right, down = cos(turn * pi / 8), sin(turn * pi / 8)
            x, y = spot[0] + away * right, spot[1] + away * down
            anchor = "middle" if abs(right) < 0.3 else "start" if right > 0 else "end"
            # A name beside its point has its middle at the point's height, one above or below its edge.
            base = y + (ASCENT - DESCENT) / 2 + down * (ASCENT + DESCENT) / 2
            left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
            yield Name(x, base, anchor, _box(left, base, wide), (spot, spot))


def _place_afar(wide: float, spot: Spot, radius: float, corner: Spot) -> Name:
    """Place a name with its lower left corner somewhere; the line ends at the nearest point of its box."""
    box = _box(*corner, wide)
    end = (min(max(spot[0], box.left), box.right), min(max(spot[1], box.top), box.bottom))
    share = radius / max(_length((spot, end)), radius)
    start = (spot[0] + (end[0] - spot[0]) * share, spot[1] + (end[1] - spot[1]) * share)
    return Name(*corner, "start", box, (start, end))


def _box(left: float, base: float, wide: float) -> Box:
    return Box(left - BESIDE, base - ASCENT, left + wide + BESIDE, base + DESCENT)

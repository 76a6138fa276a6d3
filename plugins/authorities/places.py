"""Places: cities, counties, zones and towns, as cities.toml lists them."""

from dataclasses import dataclass
from enum import StrEnum

from plugins.authorities.rows import Row, Table


class PlaceKind(StrEnum):
    """What a place with a tag of its own is. A zone (高新区) stands beside the counties."""

    CITY = "city"
    COUNTY = "county"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Place:
    """A city, county or zone. `city` is the name of its city, a city's own name for a city.

    `landmarks` are what stands in this place alone and tells it where it is not named (光岳楼).
    """

    name: str
    kind: PlaceKind
    city: str
    slug: str
    aliases: tuple[str, ...] = ()
    short_names: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    landmarks: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Town:
    """A town, township or subdistrict of a county; `zone` administers it, when there is one."""

    name: str
    county: str
    city: str
    zone: str | None = None
    is_former: bool = False


@dataclass(frozen=True, slots=True)
class ReadingWords:
    """Words that help to read places out of a text.

    `false_endings` make the short name before them another name (博山路); `city_words` mean the city
    named last in a paragraph (市民), before any the page's own (我市 always does); `province_words` the province,
    `nation_words` the country or a place outside the province.
    """

    false_endings: tuple[str, ...] = ()
    city_words: tuple[str, ...] = ()
    province_words: tuple[str, ...] = ()
    nation_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """All places of the table, in its order."""

    rows: tuple[Place, ...] = ()
    towns: tuple[Town, ...] = ()
    reading: ReadingWords = ReadingWords()

    @property
    def cities(self) -> tuple[Place, ...]:
        """The cities."""
        return tuple(place for place in self.rows if place.kind is PlaceKind.CITY)

    @property
    def counties(self) -> tuple[Place, ...]:
        """The counties and zones of all cities."""
        return tuple(place for place in self.rows if place.kind is not PlaceKind.CITY)

    def find(self, name: str) -> Place | None:
        """The place with this official name."""
        return next((place for place in self.rows if place.name == name), None)

    def resolve(self, name: str) -> Place | None:
        """The place with this official name or alias (茌平县 gives 茌平区)."""
        by_alias = (place for place in self.rows if name in place.aliases)
        return self.find(name) or next(by_alias, None)

    def counties_of(self, city: str) -> tuple[Place, ...]:
        """The counties and zones of one city, in the table's order."""
        return tuple(place for place in self.counties if place.city == city)

    def towns_of(self, county: str) -> tuple[Town, ...]:
        """The towns of a county or zone, former ones last."""
        towns = (town for town in self.towns if county in (town.county, town.zone))
        return tuple(sorted(towns, key=lambda town: town.is_former))


_CITY_KEYS = frozenset({"name", "slug", "aliases", "not_in", "landmarks", "latitude", "longitude"})
_ZONE_KEYS = _CITY_KEYS | {"city", "short_names", "towns"}
_COUNTY_KEYS = _ZONE_KEYS | {"former_towns"}
_KEYS = {PlaceKind.CITY: _CITY_KEYS, PlaceKind.COUNTY: _COUNTY_KEYS, PlaceKind.ZONE: _ZONE_KEYS}


def read_places(table: Table) -> tuple[Places, list[tuple[Row, Place]]]:
    """Read cities.toml; the second part pairs each place with its block, for checks across tables."""
    table.check_kinds(frozenset({"reading", *PlaceKind}))
    pairs = [(row, _read_place(row, kind)) for kind in PlaceKind for row in table.rows(kind)]
    _check_cities(pairs)
    _check_names(pairs)
    rows = tuple(place for _, place in pairs)
    return Places(rows, _read_towns(pairs), _read_words(table.single("reading"))), pairs


def _read_words(row: Row) -> ReadingWords:
    row.check_keys(frozenset({"false_endings", "city_words", "province_words", "nation_words"}))
    return ReadingWords(
        false_endings=row.texts("false_endings"),
        city_words=row.texts("city_words"),
        province_words=row.texts("province_words"),
        nation_words=row.texts("nation_words"),
    )


def _read_place(row: Row, kind: PlaceKind) -> Place:
    row.check_keys(_KEYS[kind])
    name = row.text("name")
    return Place(
        name=name,
        kind=kind,
        city=name if kind is PlaceKind.CITY else row.text("city"),
        slug=row.slug(),
        aliases=row.texts("aliases"),
        short_names=row.texts("short_names"),
        not_in=row.texts("not_in"),
        landmarks=row.texts("landmarks"),
        latitude=row.degrees("latitude", 90),
        longitude=row.degrees("longitude", 180),
    )


def _check_cities(pairs: list[tuple[Row, Place]]) -> None:
    cities = {place.name for _, place in pairs if place.kind is PlaceKind.CITY}
    for row, place in pairs:
        if place.city and place.city not in cities:
            row.report(f'city "{place.city}" has no block; add a block [[city]] or correct the name')
        if (place.latitude is None) != (place.longitude is None):
            row.report("latitude and longitude go together; give both or neither")


def _check_names(pairs: list[tuple[Row, Place]]) -> None:
    """Report a name, alias or landmark that means two places: no text could be told which."""
    owners: dict[str, str] = {}
    for row, place in pairs:
        for name in dict.fromkeys((place.name, *place.aliases, *place.landmarks)):
            if name in owners:
                row.report(
                    f'the name "{name}" already means {owners[name]}; use short_names if both are right'
                )
            elif name:
                owners[name] = row.block


def _read_towns(pairs: list[tuple[Row, Place]]) -> tuple[Town, ...]:
    zones = _read_zone_towns(pairs)
    towns = []
    for row, place in pairs:
        if place.kind is not PlaceKind.COUNTY:
            continue
        for key in ("towns", "former_towns"):
            for name in row.texts(key):
                zone = zones.pop((place.city, name), None) if key == "towns" else None
                towns.append(Town(name, place.name, place.city, zone and zone[0], key == "former_towns"))
    for (city, name), (_, row) in zones.items():
        row.report(f'the town "{name}" stands in no county of {city}; add it there')
    return tuple(towns)


def _read_zone_towns(pairs: list[tuple[Row, Place]]) -> dict[tuple[str, str], tuple[str, Row]]:
    zones: dict[tuple[str, str], tuple[str, Row]] = {}
    for row, place in pairs:
        if place.kind is PlaceKind.ZONE:
            zones |= {(place.city, name): (place.name, row) for name in row.texts("towns")}
    return zones

"""Draw a map of the cities, and one of each city's counties and towns, from the tables and the articles."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator

from plugins.authorities import Place, Places, load_authorities
from plugins.place_map.place_map import MappedPlace, draw_map
from plugins.place_map.towns import TownCount, group_towns

Towns = Mapping[str, tuple[TownCount, ...]]
# What search looks through, too: a town's count is the number of hits it leads to.
_TEXTS = ("title", "kicker", "deck", "byline", "dateline")


def _list_places(places: Iterable[Place], counts: Mapping[str, int], towns: Towns) -> list[MappedPlace]:
    """Return the places that have coordinates, with their number of articles and their towns."""
    return [
        MappedPlace(
            place.name,
            place.slug,
            counts.get(place.name, 0),
            place.latitude,
            place.longitude,
            towns.get(place.name, ()),
        )
        for place in places
        if place.latitude is not None and place.longitude is not None
    ]


def _read_article(article: Article) -> tuple[list[str], str]:
    """Return the counties of an article and its text."""
    metadata = article.metadata
    # Pelican keeps the HTML as read in `_content`; `content` would rewrite the links of every article.
    text = "\n".join([*(str(metadata.get(name, "")) for name in _TEXTS), article._content])
    return str(metadata.get("counties", "")).split(", "), text


def _list_towns(places: Places, articles: Iterable[Article]) -> Towns:
    names = {county.name: [town.name for town in places.towns_of(county.name)] for county in places.counties}
    return group_towns(names, map(_read_article, articles))


def _group_by_tag(
    places: Places, towns: Towns
) -> Iterator[tuple[str, list[tuple[str, tuple[TownCount, ...]]]]]:
    """Yield the towns that a county's page lists, and those of a city's page, county by county."""
    for name, own in towns.items():
        yield name, [(name, own)]
    for city in places.cities:
        counties = [county.name for county in places.counties_of(city.name)]
        yield city.name, [(name, towns[name]) for name in counties if name in towns]


def _draw_maps(generator: ArticlesGenerator) -> None:
    """Put a map for each city that has articles, and one of all cities (the empty name), into `maps`.

    `towns` gets the towns by county, for each city's and county's tag.
    """
    places = load_authorities(Path(generator.path) / "authorities").places
    counts = {tag.name: len(articles) for tag, articles in generator.tags.items()}
    towns = _list_towns(places, generator.articles)
    maps = {"": draw_map(_list_places(places.cities, counts, {}))}
    for city in places.cities:
        if counts.get(city.name):
            maps[city.name] = draw_map(_list_places(places.counties_of(city.name), counts, towns))
    generator.context["maps"] = maps
    generator.context["towns"] = dict(_group_by_tag(places, towns))


def register() -> None:
    """Name every signal of Pelican that this plugin uses."""
    signals.article_generator_finalized.connect(_draw_maps)

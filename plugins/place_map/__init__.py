"""Draw a map of the cities, and one of each city's counties, from the coordinates of the tables."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from pelican import signals
from pelican.generators import ArticlesGenerator

from plugins.authorities import Place, load_authorities
from plugins.place_map.place_map import MappedPlace, draw_map


def _list_places(places: Iterable[Place], counts: Mapping[str, int]) -> list[MappedPlace]:
    """Return the places that have coordinates, with their number of articles."""
    return [
        MappedPlace(place.name, place.slug, counts.get(place.name, 0), place.latitude, place.longitude)
        for place in places
        if place.latitude is not None and place.longitude is not None
    ]


def _draw_maps(generator: ArticlesGenerator) -> None:
    """Put a map for each city that has articles, and one of all cities (the empty name), into `maps`."""
    places = load_authorities(Path(generator.path) / "authorities").places
    counts = {tag.name: len(articles) for tag, articles in generator.tags.items()}
    maps = {"": draw_map(_list_places(places.cities, counts))}
    for city in places.cities:
        if counts.get(city.name):
            maps[city.name] = draw_map(_list_places(places.counties_of(city.name), counts))
    generator.context["maps"] = maps


def register() -> None:
    """Name every signal of Pelican that this plugin uses."""
    signals.article_generator_finalized.connect(_draw_maps)

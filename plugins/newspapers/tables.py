"""The tables of content/authorities as labels."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.authorities import Authorities, PlaceKind, load_authorities
from plugins.newspapers.labels import ACCENTS, Label, check_slugs


def read_labels(folder: Path) -> Mapping[str, Label]:
    """Return every city, county, topic and newspaper under its name, in the order of the tables.

    Raises AuthorityError for a table that cannot be read and LabelError for a slug that the site itself uses.
    """
    authorities = load_authorities(folder)
    tags = {label.name: label for label in (*_label_places(authorities), *_label_topics(authorities))}
    check_slugs(tags.values())
    newspapers = {
        row.name: Label(row.name, row.slug, "newspaper", row.city) for row in authorities.newspapers.rows
    }
    return newspapers | tags


def _label_places(authorities: Authorities) -> Iterator[Label]:
    places = authorities.places
    accents = {city.name: position % ACCENTS + 1 for position, city in enumerate(places.cities)}
    for place in (*places.cities, *places.counties):
        kind = "city" if place.kind is PlaceKind.CITY else "county"
        yield Label(place.name, place.slug, kind, place.city, accents[place.city])


def _label_topics(authorities: Authorities) -> Iterator[Label]:
    for topic in authorities.topics.rows:
        yield Label(topic.name, topic.slug, "topic", description=topic.definition)

"""Read the folder of tables into one Authorities, or say everything that is wrong with it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from plugins.authorities.errors import AuthorityError, Problem
from plugins.authorities.newspapers import Newspaper, Newspapers, read_newspapers
from plugins.authorities.places import Place, PlaceKind, Places, read_places
from plugins.authorities.rows import Row, check_unique, read_table
from plugins.authorities.topics import Topic, Topics, read_topics

TagKind = Literal["city", "county", "topic"]


@dataclass(frozen=True, slots=True, eq=False)
class Authorities:
    """The three tables."""

    places: Places
    newspapers: Newspapers
    topics: Topics

    def tag_slugs(self) -> dict[str, str]:
        """The slug of every tag: cities, counties and zones, topics."""
        places = {place.name: place.slug for place in self.places.rows}
        return places | {topic.name: topic.slug for topic in self.topics.rows}

    def kind_of_tag(self, name: str) -> TagKind | None:
        """Whether a tag is a city, a county (or zone) or a topic; None when the tables do not know it."""
        place = self.places.find(name)
        if place is not None:
            return "city" if place.kind is PlaceKind.CITY else "county"
        return "topic" if self.topics.find(name) is not None else None


def default_folder() -> Path:
    """The repository's own tables: content/authorities beside plugins/."""
    return Path(__file__).resolve().parents[2] / "content" / "authorities"


def load_authorities(folder: Path) -> Authorities:
    """Read cities.toml, newspapers.toml and topics.toml of a folder.

    Raises AuthorityError with every mistake found in the three files.
    """
    problems: list[Problem] = []
    places, place_rows = read_places(read_table(folder / "cities.toml", problems))
    cities = frozenset(place.name for place in places.cities)
    newspapers, paper_rows = read_newspapers(read_table(folder / "newspapers.toml", problems), cities)
    topics, topic_rows = read_topics(read_table(folder / "topics.toml", problems))
    _check_tags(place_rows, paper_rows, topic_rows)
    if problems:
        raise AuthorityError(problems)
    return Authorities(places, newspapers, topics)


def _check_tags(
    places: list[tuple[Row, Place]], papers: list[tuple[Row, Newspaper]], topics: list[tuple[Row, Topic]]
) -> None:
    """Report names and slugs that two tags share: their lists would mix on one page of the site."""
    check_unique([(row, topic.name) for row, topic in topics], "the name")
    names = {place.name: row for row, place in places}
    for row, topic in topics:
        if topic.name in names:
            row.report(f"the name is already taken by {names[topic.name].block} in {names[topic.name].file}")
    slugs = [(row, place.slug) for row, place in places] + [(row, topic.slug) for row, topic in topics]
    check_unique(slugs + [(row, paper.slug) for row, paper in papers], "slug")

"""Labels: what the tables know of a city, county, topic or newspaper that the site shows."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.newspapers.story import UNKNOWN_NEWSPAPER, Story

# Paths at the site's root that a label's slug must not take.
RESERVED_SLUGS = frozenset(
    {
        *("about", "articles", "data", "dates", "feeds", "newspapers", "pages", "people", "places", "rights"),
        *("search", "search-help", "sections", "theme", "timeline", "topics", "undated"),
    }
)


# How many accent colours tokens.css has; cities take them in turn.
ACCENTS = 8


class LabelError(ValueError):
    """A label whose slug cannot be used; the message names it and what to do."""


@dataclass(frozen=True, slots=True)
class Label:
    """One city, county, topic or newspaper. `accent` is the number of its city's colour, 0 for none."""

    name: str
    slug: str
    kind: str
    city: str | None = None
    accent: int = 0
    description: str | None = None


@dataclass(frozen=True, slots=True)
class CityCount:
    """A city with its number of stories and that of its counties, in the table's order."""

    label: Label
    count: int
    counties: tuple[tuple[Label, int], ...]


def check_slugs(labels: Iterable[Label]) -> None:
    """Raise LabelError when two labels, or a label and a page of the site, would share an address."""
    taken: dict[str, str] = {}
    for label in labels:
        if label.slug in RESERVED_SLUGS or label.slug.isdigit():
            raise LabelError(
                f"newspapers: slug {label.slug!r} of {label.name} is a page of the site; choose another"
            )
        if label.slug in taken:
            raise LabelError(
                f"newspapers: {taken[label.slug]} and {label.name} share the slug {label.slug!r}"
            )
        taken[label.slug] = label.name


def find_newspaper_slug(labels: Mapping[str, Label], name: str) -> str:
    """Return the newspaper's slug; raise LabelError for one without a row in the table."""
    if name == UNKNOWN_NEWSPAPER:
        return "unknown"
    label = labels.get(name)
    if label is None or label.kind != "newspaper":
        raise LabelError(
            f"newspapers: newspaper {name} has no row in newspapers.toml; add one or correct the page"
        )
    return label.slug


def count_places(labels: Mapping[str, Label], stories: Iterable[Story]) -> tuple[CityCount, ...]:
    """Return the cities that have stories, each with its counties, in the order of the tables."""
    cities: Counter[str] = Counter()
    counties: Counter[str] = Counter()
    for story in stories:
        cities.update([story.city] if story.city else [])
        counties.update(story.counties)
    return tuple(
        CityCount(label, cities[name], _count_counties(labels, name, counties))
        for name, label in labels.items()
        if label.kind == "city" and cities[name]
    )


def count_topics(labels: Mapping[str, Label], stories: Iterable[Story]) -> tuple[tuple[Label, int], ...]:
    """Return the topics that have stories with their number, in the order of the table."""
    topics = Counter(name for story in stories for name in story.topics)
    return tuple(
        (label, topics[name]) for name, label in labels.items() if label.kind == "topic" and topics[name]
    )


def _count_counties(
    labels: Mapping[str, Label], city: str, counties: Counter[str]
) -> tuple[tuple[Label, int], ...]:
    return tuple(
        (label, counties[name])
        for name, label in labels.items()
        if label.kind == "county" and label.city == city and counties[name]
    )

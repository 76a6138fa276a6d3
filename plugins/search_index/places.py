"""Suggestions that the authority tables can give Latin letters: cities, counties, topics, newspapers."""

from __future__ import annotations

from plugins.authorities import Authorities, PlaceKind
from plugins.search_index.documents import Suggestion
from plugins.search_index.suggestions import latin_forms


def known_suggestions(tables: Authorities) -> list[Suggestion]:
    """Return every place, topic and newspaper with its slug as what may be typed for it."""
    places = [
        Suggestion(
            row.name, "city" if row.kind is PlaceKind.CITY else "county", latin_forms(row.name, row.slug)
        )
        for row in tables.places.rows
    ]
    topics = [
        Suggestion(topic.name, "topic", latin_forms(topic.name, topic.slug)) for topic in tables.topics.rows
    ]
    papers = [
        Suggestion(paper.name, "newspaper", latin_forms(paper.name, paper.slug))
        for paper in tables.newspapers.rows
    ]
    return places + topics + papers

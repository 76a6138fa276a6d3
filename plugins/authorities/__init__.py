"""The authority tables (content/authorities) as types: a library, not a Pelican plugin."""

from plugins.authorities.errors import AuthorityError, Problem
from plugins.authorities.newspapers import Newspaper, NewspaperMention, Newspapers
from plugins.authorities.places import Place, PlaceKind, Places, Town
from plugins.authorities.reading import Authorities, TagKind, default_folder, load_authorities
from plugins.authorities.topics import Topic, Topics

__all__ = [
    "Authorities",
    "AuthorityError",
    "Newspaper",
    "NewspaperMention",
    "Newspapers",
    "Place",
    "PlaceKind",
    "Places",
    "Problem",
    "TagKind",
    "Topic",
    "Topics",
    "Town",
    "default_folder",
    "load_authorities",
]

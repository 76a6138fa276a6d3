"""Sections: what column labels on the pages say (栏目)."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.newspapers.grouping import group_by
from plugins.newspapers.story import Story


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its stories. `name` is HTML-escaped, as the posts have it."""

    name: str
    stories: tuple[Story, ...]

    @property
    def url(self) -> str:
        """The section's page, below the site's root."""
        return section_url(self.name)


def section_url(name: str) -> str:
    """Return the address of a section's page.

    A label may hold any character, and pinyin would merge names, so the address is a digest of the name.
    """
    return f"sections/{hashlib.sha256(name.encode()).hexdigest()[:10]}/"


def collect_sections(stories: Iterable[Story]) -> tuple[Section, ...]:
    """Return the sections, those with most stories first."""
    groups = group_by((story for story in stories if story.section), lambda story: story.section or "")
    sections = [Section(name, tuple(own)) for name, own in groups.items()]
    return tuple(sorted(sections, key=lambda section: (-len(section.stories), section.name)))

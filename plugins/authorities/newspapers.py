"""Newspapers: their names as printed, and the words that make such a name a reporter's unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from plugins.authorities.rows import Row, Table


@dataclass(frozen=True, slots=True)
class Newspaper:
    """A newspaper. `city` is the city it is made for, None for a paper of the whole province.

    `aliases` are further names it prints as its own: masthead spellings, local editions, its app.
    """

    name: str
    slug: str
    city: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewspaperMention:
    """A newspaper's name in a text: columns start to end (exclusive)."""

    newspaper: Newspaper
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Newspapers:
    """All newspapers of the table, in its order."""

    rows: tuple[Newspaper, ...] = ()
    unit_endings: tuple[str, ...] = ()

    def find(self, name: str) -> Newspaper | None:
        """The newspaper with this name or alias."""
        return next((paper for paper in self.rows if name in (paper.name, *paper.aliases)), None)

    def find_in(self, text: str) -> tuple[NewspaperMention, ...]:
        """Newspapers named in a text, the longest name at each place.

        A unit's name is none: 大众日报淄博融媒体中心 does not name 大众日报.
        """
        by_name, names, unit = _index_names(self)
        return tuple(
            NewspaperMention(by_name[match[0]], match.start(), match.end())
            for match in names.finditer(text)
            if not unit.match(text, match.end())
        )


@cache
def _index_names(papers: Newspapers) -> tuple[dict[str, Newspaper], re.Pattern[str], re.Pattern[str]]:
    """Give each name's paper, a pattern of all names, and one of what makes the name before it a unit's."""
    by_name = {name: paper for paper in papers.rows for name in (paper.name, *paper.aliases)}
    longest_first = sorted(by_name, key=lambda name: (-len(name), name))
    # `大众日报` + `淄博` + `融媒体中心`: a place of up to four characters may stand between.
    unit = re.compile(rf"[\u4e00-\u9fff]{{0,4}}?{_any_of(papers.unit_endings)}")
    return by_name, re.compile(_any_of(longest_first)), unit


def _any_of(words: Sequence[str]) -> str:
    """Give a pattern for any of the words, the first that fits; for nothing when there are none."""
    return f"(?:{'|'.join(map(re.escape, words))})" if words else r"(?!)"


def read_newspapers(table: Table, cities: frozenset[str]) -> tuple[Newspapers, list[tuple[Row, Newspaper]]]:
    """Read newspapers.toml; the second part pairs each newspaper with its block, for checks across tables."""
    table.check_kinds(frozenset({"reading", "newspaper"}))
    reading = table.single("reading")
    reading.check_keys(frozenset({"unit_endings"}))
    pairs = [(row, _read_newspaper(row, cities)) for row in table.rows("newspaper")]
    _check_names(pairs)
    return Newspapers(tuple(paper for _, paper in pairs), reading.texts("unit_endings")), pairs


def _read_newspaper(row: Row, cities: frozenset[str]) -> Newspaper:
    row.check_keys(frozenset({"name", "slug", "city", "aliases"}))
    city = row.optional_text("city")
    if city is not None and city not in cities:
        row.report(
            f'city "{city}" has no block in cities.toml; leave city out for a paper of the whole province'
        )
    return Newspaper(row.text("name"), row.slug(), city, row.texts("aliases"))


def _check_names(pairs: list[tuple[Row, Newspaper]]) -> None:
    owners: dict[str, str] = {}
    for row, paper in pairs:
        for name in dict.fromkeys((paper.name, *paper.aliases)):
            if name in owners:
                row.report(f'the name "{name}" already means {owners[name]}')
            elif name:
                owners[name] = row.block

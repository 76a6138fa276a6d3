"""Towns (镇, 乡, 街道): which of a county's towns its articles name.

The tables have no coordinates of towns, so a map can only show that a county has them, not where they lie.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind


@dataclass(frozen=True, slots=True)
class TownCount:
    """A town, and how many articles of its county write its full name."""

    name: str
    count: int


def count_towns(names: Sequence[str], texts: Iterable[str]) -> tuple[TownCount, ...]:
    """Return the towns that the texts name, those of most texts first, else in the table's order.

    The longest name counts: 梁水镇乡 is not 梁水镇. Short forms (莘亭) are left out: many are words or persons, too.
    """
    finder = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
    counts = Counter(
        name
        for text in texts
        for name in {names[found] for found, *_ in finder.find_matches_as_indexes(text)}
    )
    found = (TownCount(name, counts[name]) for name in names if counts[name])
    return tuple(sorted(found, key=lambda town: -town.count))


def group_towns(
    counties: Mapping[str, Sequence[str]], articles: Iterable[tuple[Iterable[str], str]]
) -> dict[str, tuple[TownCount, ...]]:
    """Return the towns of each county that has any; `articles` are the counties and the text of each article.

    An article counts only for the counties it is filed under: towns of one name lie in many counties.
    """
    texts: dict[str, list[str]] = {}
    for own, text in articles:
        for county in own:
            texts.setdefault(county, []).append(text)
    counted = ((name, count_towns(towns, texts.get(name, ()))) for name, towns in counties.items() if towns)
    return {name: towns for name, towns in counted if towns}

"""County papers: a page whose own name holds a county's (今日无棣, 阳谷报) tells of that county unless it says else."""

import re
from collections.abc import Iterable
from functools import cache

from plugins.authorities import Place, PlaceKind, Places


def find_papers_county(titles: Iterable[str], places: Places) -> Place | None:
    """The county whose paper the page is, by the texts that name the paper (newspaper's name, masthead, folio).

    None when they name no county's paper, or those of two counties.
    """
    pattern, counties = _index_titles(places)
    found = {match[1] or match[2] for title in titles for match in pattern.finditer("".join(title.split()))}
    named = {counties[name] for name in found}
    return named.pop() if len(named) == 1 else None


@cache
def _index_titles(places: Places) -> tuple[re.Pattern[str], dict[str, Place]]:
    """A pattern of the titles that county papers bear, and the county of each name in it."""
    counties: dict[str, Place] = {}
    shared = set()
    for place in places.rows:
        if place.kind is PlaceKind.COUNTY:
            for name in (place.name, *place.aliases, *place.short_names):
                shared.update([name] if name in counties else [])
                counties[name] = place
    counties = {name: place for name, place in counties.items() if name not in shared}
    names = "|".join(sorted(map(re.escape, counties), key=len, reverse=True)) or r"(?!)"
    title = rf"今日({names})|(?:^|[《·,，|日月年期\d])({names})(?:日报|时报|周报|周讯|大众|新闻|报|讯)(?![道社纸名业])"
    return re.compile(title), counties

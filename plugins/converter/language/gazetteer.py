"""Place names in a text: every name of the tables, found in one pass, and told from what only looks like one."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from itertools import accumulate

from ahocorasick_rs import AhoCorasick, MatchKind

from plugins.authorities import Place, PlaceKind, Places, Town
from plugins.converter.language.words import cut_words


class Sign(Enum):
    """How surely a name means its place."""

    FULL = auto()  # 阳谷县, 聊城市, 聊城高新区
    SHORT = auto()  # 阳谷, 聊城
    GENERIC = auto()  # 高新区: which one, the city tells
    TOWN = auto()  # 沙镇
    LANDMARK = auto()  # 光岳楼, 趵突泉: stands in its place alone
    CITY_WORD = auto()  # 我市
    PROVINCE_WORD = auto()  # 全省
    NATION_WORD = auto()  # 国务院
    NONE = auto()  # 微山湖: holds a name and is something else


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name may mean: places (several for a generic name) or towns (several of the same name)."""

    sign: Sign
    places: tuple[Place, ...] = ()
    towns: tuple[Town, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: columns start to end (exclusive) and what it may mean."""

    start: int
    end: int
    meaning: Meaning

    @property
    def is_certain(self) -> bool:
        """Whether the name means its place wherever it stands."""
        return self.meaning.sign in (Sign.FULL, Sign.SHORT)


# Names that end so say themselves what they are; others (阳谷, 聊城) are short names.
_FULL_ENDINGS = ("市", "县", "区", "地区")
# `十里铺镇张店`, `于集镇周村`: a village of that name, not the district.
_VILLAGE_BEFORE = ("镇", "乡", "街道", "办事处")


def find_mentions(text: str, places: Places) -> list[Mention]:
    """Find the names of a text in their order, the longest at each column; look-alikes are left out."""
    automaton, meanings = _build_automaton(places)
    edges: Sequence[int] | None = None
    mentions: list[Mention] = []
    for index, start, end in automaton.find_matches_as_indexes(text):
        meaning = meanings[index]
        if meaning.sign is Sign.NONE or (mentions and _is_outside(mentions[-1], start)):
            continue
        if meaning.sign in (Sign.SHORT, Sign.NATION_WORD):
            edges = edges or _find_edges(text)
            if not _is_place(text, (start, end), edges, places.reading.false_endings):
                continue
        if meaning.sign is Sign.TOWN and text[end : end + 1] == "长":
            continue  # 贾镇长 is Mayor Jia
        mentions.append(Mention(start, end, meaning))
    return mentions


def _is_outside(before: Mention, start: int) -> bool:
    """Tell a name joined to an agency or another province: 新华社济南11月27日电, 北京经济技术开发区."""
    return before.meaning.sign is Sign.NATION_WORD and before.end == start


def _is_place(text: str, span: tuple[int, int], edges: Sequence[int], false_endings: tuple[str, ...]) -> bool:
    """Tell a short name from a part of other words: 提高青少年 does not name 高青, nor 湖南路 湖南."""
    start, end = span
    if text.startswith(false_endings, end) or text[max(0, start - 3) : start].endswith(_VILLAGE_BEFORE):
        return False
    return _is_edge(start, edges) and _is_edge(end, edges)


def _find_edges(text: str) -> Sequence[int]:
    """Give the columns between the words of a text, its two ends included."""
    return [0, *accumulate(map(len, cut_words(text)))]


def _is_edge(column: int, edges: Sequence[int]) -> bool:
    return edges[bisect_right(edges, column) - 1] == column


@cache
def _build_automaton(places: Places) -> tuple[AhoCorasick, tuple[Meaning, ...]]:
    """Build the search for all names once for each set of tables; a place's name beats a general word."""
    known = _list_words(places) | _list_landmarks(places)
    meanings = known | _list_towns(places) | _list_generic(places) | _list_places(places)
    automaton = AhoCorasick(list(meanings), matchkind=MatchKind.LeftmostLongest)
    return automaton, tuple(meanings.values())


def _list_words(places: Places) -> dict[str, Meaning]:
    words = dict.fromkeys(places.reading.nation_words, Meaning(Sign.NATION_WORD))
    words |= dict.fromkeys(places.reading.province_words, Meaning(Sign.PROVINCE_WORD))
    return words | dict.fromkeys(places.reading.city_words, Meaning(Sign.CITY_WORD))


def _list_landmarks(places: Places) -> dict[str, Meaning]:
    return {name: Meaning(Sign.LANDMARK, (place,)) for place in places.rows for name in place.landmarks}


def _list_towns(places: Places) -> dict[str, Meaning]:
    """List towns; a 街道 is also written 办事处 (柳园办事处)."""
    named: dict[str, list[Town]] = {}
    for town in places.towns:
        named.setdefault(town.name, []).append(town)
        if town.name.endswith("街道"):
            named.setdefault(town.name.removesuffix("街道") + "办事处", []).append(town)
    return {name: Meaning(Sign.TOWN, towns=tuple(towns)) for name, towns in named.items()}


def _list_generic(places: Places) -> dict[str, Meaning]:
    named: dict[str, list[Place]] = {}
    for place in places.counties:
        for name in place.short_names:
            named.setdefault(name, []).append(place)
    return {name: Meaning(Sign.GENERIC, tuple(owners)) for name, owners in named.items()}


def _list_places(places: Places) -> dict[str, Meaning]:
    """List official names and aliases, generic names with their city before them, and what is none of these."""
    names: dict[str, Meaning] = {}
    for place in places.rows:
        for name in _list_names(place, places):
            sign = Sign.FULL if name.endswith(_FULL_ENDINGS) else Sign.SHORT
            names.setdefault(name, Meaning(sign, (place,)))
        names |= dict.fromkeys(place.not_in, Meaning(Sign.NONE))
    return names


def _list_names(place: Place, places: Places) -> list[str]:
    city = places.find(place.city)
    before = (city.name, f"{city.name}市") if city is not None and place.kind is not PlaceKind.CITY else ()
    return [place.name, *place.aliases, *(start + name for start in before for name in place.short_names)]

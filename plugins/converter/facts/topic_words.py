"""The words of topics.toml in a text: found in one pass, as whole words, each with how often it stands."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from types import MappingProxyType

from ahocorasick_rs import AhoCorasick, MatchKind

from plugins.authorities import Authorities

# Words of up to three characters are also found inside others (人大 in 工人大都), so they must begin and end
# where jieba cuts; longer ones seldom stand by chance.
_SURE_LENGTH = 4
# `“我家的枣今年卖了好价钱。”`: what people say in a news story is not the writer speaking of himself.
_QUOTED = re.compile(r"“[^“”]*”")
# Lines of verse are short and hold no figures; a price list has figures.
_VERSE_LINE = re.compile(r"[^\d０-９]{2,20}")
_FEWEST_VERSE_LINES = 4
_PLACE_ENDING = re.compile(r"(?:市|县|区|镇|乡|街道)$")
# 莘县, 沙镇: without what it is, a name of two characters is another word.
_SHORTEST_PLACE = 2
_BETWEEN_CLAUSES = re.compile(r"[，。！？；,.!?;\s]+")
_CLASSICAL_LENGTHS = ({5}, {7})


@dataclass(frozen=True, slots=True)
class TermTopic:
    """What a word adds to one topic; `is_narrators`: only where the writer speaks."""

    topic: str
    weight: float
    is_narrators: bool


def count_words(words: Sequence[str], authorities: Authorities) -> Counter[str]:
    """Count the words of the tables in a text that was cut into words, the longest at each column.

    Names of places, zones and newspapers hide the words in them: 聊城经济技术开发区 holds no 经济.
    """
    automaton, terms = _build_automaton(authorities)
    text = "".join(words)
    edges = (0, *accumulate(map(len, words)))
    cuts = frozenset(edges)
    counts: Counter[str] = Counter()
    for _, start, end in automaton.find_matches_as_indexes(text):
        word = text[start:end]
        if word in terms and (len(word) >= _SURE_LENGTH or _is_word(start, end, edges, cuts)):
            counts[word] += 1
    return counts


def topics_of_words(authorities: Authorities) -> Mapping[str, tuple[TermTopic, ...]]:
    """Give each word of the tables with the topics it speaks for or against."""
    return _build_automaton(authorities)[1]


def drop_quotations(text: str) -> str:
    """Give the text without what stands in quotation marks."""
    return _QUOTED.sub("", text)


def list_quotations(text: str) -> str:
    """Give what stands in quotation marks, one quotation a line."""
    return "\n".join(_QUOTED.findall(text))


def is_verse(paragraphs: Sequence[str]) -> bool:
    """Tell verse by its shape: at least four short lines without figures, or clauses all of five or seven."""
    lines = [line.strip() for line in paragraphs if line.strip()]
    if len(lines) >= _FEWEST_VERSE_LINES and all(_VERSE_LINE.fullmatch(line) for line in lines):
        return True
    clauses = [clause for line in lines for clause in _BETWEEN_CLAUSES.split(line) if clause]
    return len(clauses) >= _FEWEST_VERSE_LINES and set(map(len, clauses)) in _CLASSICAL_LENGTHS


def _is_word(start: int, end: int, edges: Sequence[int], cuts: Container[int]) -> bool:
    """Tell a word from a chance meeting of two: it begins and ends where words do, or opens or closes one.

    足球 opens 足球联赛, which jieba keeps whole; 人大 in 工人|大都 does neither.
    """
    begins, ends = start in cuts, end in cuts
    if begins and ends:
        return True
    is_one_word = (begins or ends) and bisect_right(edges, start) == bisect_left(edges, end)
    return is_one_word and end - start > 1


@cache
def list_place_words(authorities: Authorities) -> frozenset[str]:
    """List the names of places and towns, with and without what they are: 东昌府区, 东昌府."""
    names = {
        name for place in authorities.places.rows for name in (place.name, *place.aliases, *place.short_names)
    }
    names |= {town.name for town in authorities.places.towns}
    return frozenset(names | {_PLACE_ENDING.sub("", name) for name in names if len(name) > _SHORTEST_PLACE})


@cache
def _build_automaton(authorities: Authorities) -> tuple[AhoCorasick, Mapping[str, tuple[TermTopic, ...]]]:
    """Build the search for all words and names, once for each set of tables."""
    terms: dict[str, tuple[TermTopic, ...]] = {}
    for topic in authorities.topics.rows:
        for word, weight in topic.terms:
            terms[word] = (*terms.get(word, ()), TermTopic(topic.name, weight, topic.narrator))
    patterns = dict.fromkeys([*terms, *_list_names(authorities)])
    return AhoCorasick(list(patterns), matchkind=MatchKind.LeftmostLongest), MappingProxyType(terms)


def _list_names(authorities: Authorities) -> Iterator[str]:
    for place in authorities.places.rows:
        yield from (place.name, *place.aliases, *place.short_names)
    for paper in authorities.newspapers.rows:
        yield from (paper.name, *paper.aliases)

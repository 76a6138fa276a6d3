"""What an item is about: one or two topics, chosen by the weighted words of topics.toml."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import sqrt

from ahocorasick_rs import AhoCorasick, MatchKind

from plugins.authorities import Authorities, Topic
from plugins.converter.words import cut_words


@dataclass(frozen=True, slots=True)
class TopicEvidence:
    """A word that was counted, for which topic, and what it added to that topic's score."""

    word: str
    topic: str
    weight: float


@dataclass(frozen=True, slots=True)
class TopicChoice:
    """One or two topics, the main one first; the words that decided, the heaviest first.

    `margin` is 0 to 1: how far the main topic leads the next one, as a share of its own score.
    """

    topics: tuple[str, ...]
    evidence: tuple[TopicEvidence, ...] = ()
    margin: float = 0.0


# A headline says what the item tells about; the lead repeats it; what follows wanders off (`财政` in a story of
# poverty relief). Kicker and deck stand between headline and lead.
_HEADLINE, _OTHER_HEADLINE, _LEAD, _LATER = 4.0, 2.5, 2.0, 1.0
# A long body names a bit of everything: beyond this many characters its words count less and less.
_FULL_BODY = 300
# Words of up to three characters are also found inside others (人大 in 工人大都), so they must begin and end
# where jieba cuts; longer ones seldom stand by chance.
_SURE_LENGTH = 4
# A second topic must come this near to the main one.
_SECOND_SHARE = 0.6
# A legal notice (公安法治 before 便民公告) must hold at least one telling word in its title or lead.
_LEADING_NOTICE = 6.0
_MOST_EVIDENCE = 12


def choose_topics(
    headline: str,
    other_headlines: Sequence[str],
    paragraphs: Sequence[str],
    kind: str,
    authorities: Authorities,
) -> TopicChoice:
    """Choose an item's topics; `other_headlines` are kicker and deck, `kind` is the item's kind in the ledger.

    An article always gets a topic: when no word tells, the table's fallback with margin 0. A notice and an
    advertisement carry the topic of their kind.
    """
    weights = _weigh_words(headline, other_headlines, paragraphs, authorities)
    scores = _score(weights, authorities)
    own = authorities.topics.for_kind(kind)
    free = [topic for topic in authorities.topics.rows if topic.kind is None]
    ranked = sorted(free, key=lambda topic: -scores[topic.name])
    chosen = (
        _choose_article(ranked, scores, authorities) if own is None else _choose_other(own, ranked, scores)
    )
    names = tuple(topic.name for topic in chosen)
    return TopicChoice(names, _list_evidence(weights, names, authorities), _find_margin(ranked, scores))


def _choose_article(
    ranked: Sequence[Topic], scores: Mapping[str, float], authorities: Authorities
) -> list[Topic]:
    if not ranked or scores[ranked[0].name] <= 0:
        fallback = authorities.topics.fallback
        return [fallback] if fallback is not None else []
    least = _SECOND_SHARE * scores[ranked[0].name]
    return [ranked[0], *(topic for topic in ranked[1:2] if scores[topic.name] >= least)]


def _choose_other(own: Topic, ranked: Sequence[Topic], scores: Mapping[str, float]) -> list[Topic]:
    """Put an authority's legal notice under its subject first; any other notice under that of its kind."""
    if (
        own.kind == "notice"
        and ranked
        and ranked[0].leads_notices
        and scores[ranked[0].name] >= _LEADING_NOTICE
    ):
        return [ranked[0], own]
    return [own]


def _find_margin(ranked: Sequence[Topic], scores: Mapping[str, float]) -> float:
    first, second = [scores[topic.name] for topic in ranked[:2]] if len(ranked) > 1 else (0.0, 0.0)
    return min(1.0, (first - max(second, 0.0)) / first) if first > 0 else 0.0


def _score(weights: Mapping[str, float], authorities: Authorities) -> defaultdict[str, float]:
    _, terms = _build_automaton(authorities)
    scores: defaultdict[str, float] = defaultdict(float)
    for word, weight in weights.items():
        for topic, term_weight in terms[word]:
            scores[topic] += term_weight * weight
    return scores


def _list_evidence(
    weights: Mapping[str, float], names: Sequence[str], authorities: Authorities
) -> tuple[TopicEvidence, ...]:
    _, terms = _build_automaton(authorities)
    evidence = [
        TopicEvidence(word, topic, round(term_weight * weight, 2))
        for word, weight in weights.items()
        for topic, term_weight in terms[word]
        if topic in names
    ]
    return tuple(sorted(evidence, key=lambda entry: (-entry.weight, entry.word))[:_MOST_EVIDENCE])


def _weigh_words(
    headline: str, other_headlines: Sequence[str], paragraphs: Sequence[str], authorities: Authorities
) -> dict[str, float]:
    """Give each word of the tables that the item holds its weight by where it stands and how often."""
    weights: defaultdict[str, float] = defaultdict(float)
    for word in _count_words(headline, authorities):
        weights[word] += _HEADLINE
    for word in _count_words(" ".join(other_headlines), authorities):
        weights[word] += _OTHER_HEADLINE
    lead, later = paragraphs[:1], paragraphs[1:]
    for texts, place_weight in ((lead, _LEAD), (later, _LATER)):
        damping = sqrt(min(1.0, _FULL_BODY / max(1, sum(map(len, texts)))))
        for word, count in _count_words("\n".join(texts), authorities).items():
            weights[word] += place_weight * damping * sqrt(count)
    return weights


def _count_words(text: str, authorities: Authorities) -> Counter[str]:
    """Count the words of the tables in a text, the longest at each column; names of places and papers hide theirs."""
    automaton, terms = _build_automaton(authorities)
    edges = _find_edges(text)
    counts: Counter[str] = Counter()
    for _, start, end in automaton.find_matches_as_indexes(text):
        word = text[start:end]
        if word in terms and (len(word) >= _SURE_LENGTH or _is_word(start, end, edges)):
            counts[word] += 1
    return counts


def _find_edges(text: str) -> Sequence[int]:
    return [0, *accumulate(map(len, cut_words(text)))]


def _is_word(start: int, end: int, edges: Sequence[int]) -> bool:
    return all(edges[bisect_right(edges, column) - 1] == column for column in (start, end))


@cache
def _build_automaton(
    authorities: Authorities,
) -> tuple[AhoCorasick, Mapping[str, tuple[tuple[str, float], ...]]]:
    """Build the search for all terms, and give for each term its topics with their weights.

    Names are searched for too and count for nothing: 聊城经济技术开发区 is no word of 经济产业.
    """
    terms: dict[str, tuple[tuple[str, float], ...]] = {}
    for topic in authorities.topics.rows:
        for word, weight in topic.terms:
            terms[word] = (*terms.get(word, ()), (topic.name, weight))
    patterns = dict.fromkeys([*terms, *_list_names(authorities)])
    return AhoCorasick(list(patterns), matchkind=MatchKind.LeftmostLongest), terms


def _list_names(authorities: Authorities) -> Iterator[str]:
    for place in authorities.places.rows:
        yield from (place.name, *place.aliases, *place.short_names)
    for paper in authorities.newspapers.rows:
        yield from (paper.name, *paper.aliases)

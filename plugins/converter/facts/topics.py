"""What an item is about: one or two topics, chosen by the weighted words of topics.toml."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt

from plugins.authorities import Authorities, Topic
from plugins.converter.facts.topic_words import count_words, drop_quotations, is_verse, topics_of_words


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
# poverty relief). Kicker, deck and section stand between headline and lead.
_HEADLINE, _OTHER_HEADLINE, _LEAD, _LATER = 4.0, 2.5, 2.0, 1.0
# A long body names a bit of everything: beyond this many characters its words count less and less.
_FULL_BODY = 300
# A second topic must come this near to the main one.
_SECOND_SHARE = 0.6
# A legal notice (公安法治 before 便民公告) holds three telling words in its text: 原告, 被告, 开庭; a lost contract
# does not make one.
_LEADING_NOTICE = 18.0
# What the shape of verse counts: as much as two telling words in the headline.
_VERSE = 24.0
_MOST_EVIDENCE = 12

# How often each word of the tables stands in a text.
Count = Callable[[str], Mapping[str, int]]


def choose_topics(
    headline: str,
    other_headlines: Sequence[str],
    paragraphs: Sequence[str],
    kind: str,
    authorities: Authorities,
) -> TopicChoice:
    """Choose an item's topics; `other_headlines` are kicker, deck and section, `kind` as in the ledger.

    An article always gets a topic: when no word tells, the table's fallback with margin 0. A notice and an
    advertisement carry the topic of their kind.
    """
    evidence = _weigh_words(headline, other_headlines, paragraphs, authorities)
    scores: defaultdict[str, float] = defaultdict(float)
    for entry in evidence:
        scores[entry.topic] += entry.weight
    free = [topic for topic in authorities.topics.rows if topic.kind is None]
    for topic in free:
        scores[topic.name] += _VERSE if topic.verse and is_verse(paragraphs) else 0.0
    ranked = sorted(free, key=lambda topic: -scores[topic.name])
    own = authorities.topics.for_kind(kind)
    chosen = (
        _choose_article(ranked, scores, authorities) if own is None else _choose_other(own, ranked, scores)
    )
    names = tuple(topic.name for topic in chosen)
    telling = sorted((entry for entry in evidence if entry.topic in names), key=lambda entry: -entry.weight)
    return TopicChoice(names, tuple(telling[:_MOST_EVIDENCE]), _find_margin(ranked, scores))


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


def _weigh_words(
    headline: str, other_headlines: Sequence[str], paragraphs: Sequence[str], authorities: Authorities
) -> list[TopicEvidence]:
    """Give what each word adds to each of its topics, by where it stands and how often."""
    count = cache(lambda text: count_words(text, authorities))
    everywhere = _weigh_places(headline, other_headlines, paragraphs, count)
    terms = [(word, term) for word in everywhere for term in topics_of_words(authorities)[word]]
    narrated = everywhere
    if any(term.is_narrators for _, term in terms):
        unquoted = list(map(drop_quotations, paragraphs))
        if unquoted != list(paragraphs):
            narrated = _weigh_places(headline, other_headlines, unquoted, count)
    return [
        TopicEvidence(word, term.topic, round(term.weight * weights[word], 2))
        for word, term in terms
        for weights in (narrated if term.is_narrators else everywhere,)
        if word in weights
    ]


def _weigh_places(
    headline: str, other_headlines: Sequence[str], paragraphs: Sequence[str], count: Count
) -> dict[str, float]:
    weights: defaultdict[str, float] = defaultdict(float)
    for word in count(headline):
        weights[word] += _HEADLINE
    for word in count(" ".join(other_headlines)):
        weights[word] += _OTHER_HEADLINE
    for texts, place_weight in ((paragraphs[:1], _LEAD), (paragraphs[1:], _LATER)):
        damping = sqrt(min(1.0, _FULL_BODY / max(1, sum(map(len, texts)))))
        for word, times in count("\n".join(texts)).items():
            weights[word] += place_weight * damping * sqrt(times)
    return weights

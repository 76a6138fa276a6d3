"""What an item's words show of its topics: those of topics.toml with what they count, and all others."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from plugins.authorities import Authorities
from plugins.converter.facts.topic_words import (
    count_words,
    drop_quotations,
    is_verse,
    list_place_words,
    list_quotations,
    topics_of_words,
)
from plugins.converter.language.words import cut_words


@dataclass(frozen=True, slots=True)
class TopicEvidence:
    """A word that was counted, for which topic, and what it added to that topic's score."""

    word: str
    topic: str
    weight: float


@dataclass(frozen=True, slots=True)
class TopicCues:
    """The words of the tables, each for its topics, and the weight of every word of the item, 0 to LENGTH."""

    table: tuple[TopicEvidence, ...]
    words: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Places:
    """What a word counts in each place of an item."""

    headline: float
    other_headlines: float
    lead: float
    later: float


# A headline says what the item tells about; the lead repeats it; what follows wanders off (`财政` in a story of
# poverty relief). Kicker, deck and section stand between headline and lead.
_TABLE = _Places(4.0, 2.5, 2.0, 1.0)
_WORDS = _Places(1.0, 0.6, 0.5, 0.4)
# A long body names a bit of everything: beyond this many characters the words of the tables count less and less.
_FULL_BODY = 300
# What the shape of verse counts: as much as two telling words in the headline; and how evidence calls it.
_VERSE, VERSE = 24.0, "（诗行）"
# The weights of all words are as long as this together, so that long items are no surer than short ones.
LENGTH = 3.0

# Headline, kicker with deck and section, lead, and what follows; each cut into words.
_Texts = tuple[Sequence[str], Sequence[str], Sequence[str], Sequence[str]]


def read_topic_cues(
    headline: str, other_headlines: Sequence[str], paragraphs: Sequence[str], authorities: Authorities
) -> TopicCues:
    """Read the words of an item; `other_headlines` are kicker, deck and section."""
    lead, later = _cut_body(paragraphs)
    texts = (cut_words(headline), cut_words(" ".join(other_headlines)), lead, later)
    table = (*_weigh_table(texts, paragraphs, authorities), *_weigh_shape(paragraphs, authorities))
    return TopicCues(table, _weigh_words(texts, list_place_words(authorities)))


def _cut_body(paragraphs: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    return cut_words("\n".join(paragraphs[:1])), cut_words("\n".join(paragraphs[1:]))


def _weigh_words(texts: _Texts, places: Container[str]) -> dict[str, float]:
    """Give each word's weight by where it stands and, in the body, how often; where it happens tells no topic."""
    found: defaultdict[str, float] = defaultdict(float)
    for words, weight in zip(texts, (_WORDS.headline, _WORDS.other_headlines, _WORDS.lead), strict=False):
        for word in dict.fromkeys(words):  # in order: sums must be the same in every process
            found[word] += weight
    for word, times in Counter(texts[-1]).items():
        found[word] += _WORDS.later * sqrt(times)
    weights = {word: weight for word, weight in found.items() if _is_chinese(word) and word not in places}
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {word: LENGTH * weight / length for word, weight in weights.items()}


def _is_chinese(word: str) -> bool:
    return word.isalpha() and not word.isascii()


def _weigh_table(
    texts: _Texts, paragraphs: Sequence[str], authorities: Authorities
) -> tuple[TopicEvidence, ...]:
    """Give what each word of the tables adds to each of its topics, by where it stands and how often."""
    everywhere = _weigh_places(texts, authorities)
    topics = topics_of_words(authorities)
    terms = [(word, term) for word in everywhere for term in topics[word]]
    narrated, quoted = everywhere, list_quotations("\n".join(paragraphs))
    if quoted and any(term.is_narrators and word in quoted for word, term in terms):
        unquoted = [drop_quotations(paragraph) for paragraph in paragraphs]
        narrated = _weigh_places((*texts[:2], *_cut_body(unquoted)), authorities)
    return tuple(
        TopicEvidence(word, term.topic, round(term.weight * weights[word], 2))
        for word, term in terms
        for weights in (narrated if term.is_narrators else everywhere,)
        if word in weights
    )


def _weigh_shape(paragraphs: Sequence[str], authorities: Authorities) -> Iterator[TopicEvidence]:
    for topic in authorities.topics.rows:
        if topic.verse and is_verse(paragraphs):
            yield TopicEvidence(VERSE, topic.name, _VERSE)


def _weigh_places(texts: _Texts, authorities: Authorities) -> dict[str, float]:
    headline, others, lead, later = (count_words(words, authorities) for words in texts)
    weights: defaultdict[str, float] = defaultdict(float)
    for words, weight in ((headline, _TABLE.headline), (others, _TABLE.other_headlines)):
        for word in words:
            weights[word] += weight
    for counts, weight, text in ((lead, _TABLE.lead, texts[2]), (later, _TABLE.later, texts[3])):
        damping = sqrt(min(1.0, _FULL_BODY / max(1, sum(map(len, text)))))
        for word, times in counts.items():
            weights[word] += weight * damping * sqrt(times)
    return weights

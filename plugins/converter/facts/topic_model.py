"""The topic model: how likely each topic is by an item's words, a log-linear model learned from judged articles.

Two sources add up, in nats: the words of topics.toml, which a person weighs, and every other word, whose weights are
learned (`python -m tests.converter.fitting`). A topic that nothing was learned of has the first alone, so a new row of
the table needs no learning.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from itertools import chain
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from plugins.converter.facts.topic_cues import TopicCues, TopicEvidence
from plugins.converter.language.weight_table import WeightTable, arrange_rows, read_table

WEIGHTS = Path(__file__).with_name("topic_weights.tsv")
# The choice that holds what the evidence of topics.toml counts: a topic's share of all evidence, and the logarithm
# of its own (1 and more).
TABLE, SHARE, STRENGTH = "topics.toml", "share", "strength"
# So many words are kept as evidence.
MOST_EVIDENCE = 12
# The cue that every item has.
ANY = "*"


@dataclass(frozen=True, slots=True)
class Weighing:
    """The score of each topic in nats; what the words of topics.toml and all `words` (for each topic) add to it."""

    scores: Mapping[str, float]
    table: tuple[TopicEvidence, ...]
    words: tuple[str, ...]
    added: Mapping[str, NDArray[np.float64]]

    @property
    def is_blank(self) -> bool:
        """Whether no word tells of any topic."""
        return not self.table and not self.words

    def explain(self, topic: str) -> list[TopicEvidence]:
        """The words that add most to one topic, the heaviest first, a dozen at most."""
        found: defaultdict[str, float] = defaultdict(float)
        for entry in self.table:
            if entry.topic == topic:
                found[entry.word] += entry.weight
        if topic in self.added:
            for word, nats in zip(self.words, self.added[topic].tolist(), strict=True):
                found[word] += nats
        ranked = nlargest(MOST_EVIDENCE, found.items(), key=itemgetter(1))
        return [TopicEvidence(word, topic, nats) for word, nats in ranked if nats > 0.0]


@dataclass(frozen=True, slots=True)
class TopicModel:
    """Weights in nats: of the table's evidence, of each topic by itself, of each word (row) for each topic (column)."""

    share: float
    strength: float
    alone: Mapping[str, float]
    topics: tuple[str, ...]
    rows: Mapping[str, int]
    weights: NDArray[np.float64]

    def weigh(self, cues: TopicCues, topics: Iterable[str]) -> Weighing:
        """Weigh an item's words for the given topics."""
        table = tuple(self._weigh_table(cues.table))
        words = [word for word in cues.words if word in self.rows]
        lengths = np.array([cues.words[word] for word in words])
        added = lengths[:, np.newaxis] * self.weights[[self.rows[word] for word in words], :]
        scores = {topic: self.alone.get(topic, 0.0) for topic in topics}
        for topic, nats in chain(
            ((entry.topic, entry.weight) for entry in table),
            zip(self.topics, added.sum(axis=0).tolist(), strict=True),
        ):
            if topic in scores:
                scores[topic] += nats
        columns = {topic: added[:, column] for column, topic in enumerate(self.topics)}
        return Weighing(MappingProxyType(scores), table, tuple(words), MappingProxyType(columns))

    def _weigh_table(self, table: Iterable[TopicEvidence]) -> Iterator[TopicEvidence]:
        """Part what the table's words add to their topics by how much each of them counts."""
        scores = sum_topics(table)
        total = sum(scores.values())
        for entry in table:
            if score := scores.get(entry.topic):
                nats = self.share * score / total + self.strength * math.log1p(score)
                yield TopicEvidence(entry.word, entry.topic, nats * entry.weight / score)


def sum_topics(evidence: Iterable[TopicEvidence]) -> dict[str, float]:
    """Give the sum of each topic that something speaks for."""
    scores: defaultdict[str, float] = defaultdict(float)
    for entry in evidence:
        scores[entry.topic] += entry.weight
    return {topic: score for topic, score in scores.items() if score > 0.0}


def make_model(table: WeightTable) -> TopicModel:
    """Make the model of a table of weights: a choice for each topic, and TABLE."""
    topics = tuple(topic for topic in table if topic != TABLE)
    rows, weights = arrange_rows(table, topics, ANY)
    alone = {topic: table[topic].get(ANY, 0.0) for topic in topics}
    kinds = table[TABLE]
    return TopicModel(
        kinds[SHARE], kinds[STRENGTH], MappingProxyType(alone), topics, MappingProxyType(rows), weights
    )


@cache
def load_topic_model() -> TopicModel:
    """The learned model; read once. Raises ValueError with file and line for a row that is none."""
    return make_model(read_table(WEIGHTS))

"""Topics: what each word says of an article's topics, learned from articles whose topics were judged by reading them.

Multinomial logistic regression with a Gaussian prior; where the judge let another topic pass as the main one, the
target is shared. Topics that nothing was learned of must have a score of the same kind, so the evidence of topics.toml
has the same two weights for all topics.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_array

from plugins.authorities import Authorities
from plugins.converter.facts.topic_cues import TopicCues, read_topic_cues
from plugins.converter.facts.topic_model import ANY, SHARE, STRENGTH, TABLE, sum_topics
from plugins.converter.language.weight_table import WeightTable
from tests.converter.page_maker.article import SUBHEAD, Article
from tests.converter.page_maker.gold import GoldItem

# Words of fewer articles tell more of those articles than of topics.
LEAST = 3
# What is left to the topics that the judge let pass, together.
SHARED = 0.15
# The prior: one nat of a word is as unlikely as so many of a whole article's likelihood.
DECAY, DECAY_ALONE = 0.25, 0.05
STEPS = 150
# Weights nearer to 0 decide nothing.
FAINT = 0.1

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lesson:
    """An article's words, the topic that it was judged to have, and those that would pass."""

    cues: TopicCues
    topic: str
    accepted: Sequence[str]


def list_lessons(articles: Iterable[Article | GoldItem], authorities: Authorities) -> list[Lesson]:
    """Articles with a judged topic; notices and advertisements have the topic of their kind."""
    free = {topic.name for topic in authorities.topics.rows if topic.kind is None}
    return [
        Lesson(
            read_topic_cues(
                one.headline or "",
                [text for text in (one.kicker, one.deck, one.section) if text],
                _list_paragraphs(one),
                authorities,
            ),
            one.topics[0],
            sorted(free.intersection(one.topics_accept) - {one.topics[0]}),
        )
        for one in articles
        if one.kind == "article" and free.issuperset(one.topics[:1]) and one.topics
    ]


def _list_paragraphs(one: Article | GoldItem) -> Sequence[str]:
    if isinstance(one, GoldItem):
        return one.paragraphs
    return [line for line in one.body if not line.startswith(SUBHEAD)]


def fit_topics(lessons: Sequence[Lesson], authorities: Authorities) -> WeightTable:
    """Learn a table of weights, in nats, for `topic_model.make_model`."""
    topics = [topic.name for topic in authorities.topics.rows if topic.kind is None]
    met = Counter(word for lesson in lessons for word in lesson.cues.words)
    words = sorted(word for word, times in met.items() if times >= LEAST)
    share, strength = _measure_table(lessons, topics)
    targets, features = _share_targets(lessons, topics), _weigh_words(lessons, words)
    size = (len(words), len(topics))

    def lose(values: Matrix) -> tuple[float, Matrix]:
        """The regularized loss and its slopes."""
        alone, weights = values[2 : 2 + len(topics)], values[2 + len(topics) :].reshape(size)
        scores = values[0] * share + values[1] * strength + alone + features @ weights
        scores -= scores.max(axis=1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        wrong = np.exp(logs) - targets
        loss = -(targets * logs).sum() + DECAY / 2 * (weights**2).sum() + DECAY_ALONE / 2 * (alone**2).sum()
        slopes = [
            np.array([(wrong * share).sum(), (wrong * strength).sum()]),
            wrong.sum(axis=0) + DECAY_ALONE * alone,
            (features.T @ wrong + DECAY * weights).ravel(),
        ]
        return float(loss), np.concatenate(slopes)

    start = np.zeros(2 + len(topics) + len(words) * len(topics))
    found = minimize(lose, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return _tabulate(found, topics, words)


def _measure_table(lessons: Sequence[Lesson], topics: Sequence[str]) -> tuple[Matrix, Matrix]:
    """Each topic's share of the table's evidence, and the logarithm of its own, as `TopicModel` takes them."""
    share, strength = np.zeros((len(lessons), len(topics))), np.zeros((len(lessons), len(topics)))
    for row, lesson in enumerate(lessons):
        scores = sum_topics(lesson.cues.table)
        for column, topic in enumerate(topics):
            if score := scores.get(topic):
                share[row, column] = score / sum(scores.values())
                strength[row, column] = math.log1p(score)
    return share, strength


def _share_targets(lessons: Sequence[Lesson], topics: Sequence[str]) -> Matrix:
    targets = np.zeros((len(lessons), len(topics)))
    for row, lesson in enumerate(lessons):
        targets[row, topics.index(lesson.topic)] = 1.0 - (SHARED if lesson.accepted else 0.0)
        for topic in lesson.accepted:
            targets[row, topics.index(topic)] += SHARED / len(lesson.accepted)
    return targets


def _weigh_words(lessons: Sequence[Lesson], words: Sequence[str]) -> csr_array:
    columns = {word: column for column, word in enumerate(words)}
    cells = [
        (row, columns[word], weight)
        for row, lesson in enumerate(lessons)
        for word, weight in lesson.cues.words.items()
        if word in columns
    ]
    rows, places, weights = zip(*cells, strict=True)
    return csr_array((weights, (rows, places)), shape=(len(lessons), len(words)))


def _tabulate(found: Matrix, topics: Sequence[str], words: Sequence[str]) -> WeightTable:
    alone, weights = found[2 : 2 + len(topics)], found[2 + len(topics) :].reshape(len(words), len(topics))
    table = {TABLE: {SHARE: float(found[0]), STRENGTH: float(found[1])}}
    for column, topic in enumerate(topics):
        cues = {
            word: float(weight)
            for word, weight in zip(words, weights[:, column], strict=True)
            if abs(weight) >= FAINT
        }
        table[topic] = {ANY: float(alone[column])} | cues
    return table

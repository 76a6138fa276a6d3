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

from plugins.authorities import Authorities
from plugins.converter.facts.topic_cues import TopicCues, read_topic_cues
from plugins.converter.facts.topic_model import ANY, SHARE, STRENGTH, TABLE, sum_topics
from plugins.converter.language.weight_table import WeightTable
from tests.converter.fitting.regression import Matrix, Prior, fit_log_linear, list_strong, tabulate_features
from tests.converter.page_maker.article import SUBHEAD, Article
from tests.converter.page_maker.gold import GoldItem

# Words of fewer articles tell more of those articles than of topics.
LEAST = 3
# What is left to the topics that the judge let pass, together.
SHARED = 0.15
# The prior: one nat of a word is as unlikely as so many of a whole article's likelihood.
PRIOR = Prior(decay=0.25, decay_alone=0.05)
STEPS = 150
# Weights nearer to 0 decide nothing.
FAINT = 0.1


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
    found = fit_log_linear(
        tabulate_features((lesson.cues.words for lesson in lessons), words),
        _share_targets(lessons, topics),
        PRIOR,
        STEPS,
        tied=_measure_table(lessons, topics),
    )
    share, strength = map(float, found.tied)
    table = {TABLE: {SHARE: share, STRENGTH: strength}}
    for topic, alone, weights in zip(topics, found.alone, found.weights.T, strict=True):
        table[topic] = {ANY: float(alone)} | list_strong(words, weights, FAINT)
    return table


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

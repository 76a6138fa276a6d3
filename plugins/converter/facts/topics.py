"""What an item is about: one or two topics, chosen by the words of topics.toml and by learned weights of all words."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from plugins.authorities import Authorities, Topic
from plugins.converter.facts.topic_cues import TopicEvidence, read_topic_cues
from plugins.converter.facts.topic_model import MOST_EVIDENCE, load_topic_model, sum_topics


@dataclass(frozen=True, slots=True)
class TopicChoice:
    """One or two topics, the main one first; the words that decided, the heaviest first, weighed in nats.

    `margin` is 0 to 1: how much likelier the main topic is than the next one.
    """

    topics: tuple[str, ...]
    evidence: tuple[TopicEvidence, ...] = ()
    margin: float = 0.0


# A second topic must come this near to the main one, in nats: then 85 % of the topics are as judged, and 74 % of the
# judged ones are found (2,536 articles, each third by the words of the others).
_SECOND = 1.5
# A legal notice (公安法治 before 便民公告) holds three telling words in its text: 原告, 被告, 开庭; a lost contract
# does not make one.
_LEADING_NOTICE = 18.0


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
    cues = read_topic_cues(headline, other_headlines, paragraphs, authorities)
    free = {topic.name: topic for topic in authorities.topics.rows if topic.kind is None}
    own, fallback = authorities.topics.for_kind(kind), authorities.topics.fallback
    if own is not None:
        return TopicChoice(_choose_other(own, sum_topics(cues.table), free))
    weighing = load_topic_model().weigh(cues, free)
    if weighing.is_blank:
        return TopicChoice((fallback.name,) if fallback is not None else ())
    scores = weighing.scores
    ranked = sorted(free, key=lambda name: -scores[name])
    chosen = tuple(name for name in ranked[:2] if scores[name] >= scores[ranked[0]] - _SECOND)
    evidence = sorted(chain.from_iterable(map(weighing.explain, chosen)), key=lambda entry: -entry.weight)
    return TopicChoice(chosen, tuple(evidence[:MOST_EVIDENCE]), _find_margin(ranked, scores))


def _choose_other(own: Topic, scores: Mapping[str, float], free: Mapping[str, Topic]) -> tuple[str, ...]:
    """Put an authority's legal notice under its subject first; any other notice under that of its kind."""
    leader = max(free, key=lambda name: scores.get(name, 0.0), default="")
    if own.kind == "notice" and scores.get(leader, 0.0) >= _LEADING_NOTICE and free[leader].leads_notices:
        return (leader, own.name)
    return (own.name,)


def _find_margin(ranked: Sequence[str], scores: Mapping[str, float]) -> float:
    total = sum(math.exp(scores[name] - scores[ranked[0]]) for name in ranked)
    next_odds = math.exp(scores[ranked[1]] - scores[ranked[0]]) if len(ranked) > 1 else 0.0
    return (1.0 - next_odds) / total

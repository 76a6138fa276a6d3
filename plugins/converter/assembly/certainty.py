"""Certainty: how far an item can be trusted, from 0 to 1.

A logistic model of what goes with articles that are cut and headed as they should be. Its weights were fitted on
1,258 articles of 168 marked pages that the cues had not seen. Of 969 articles of other writers it ranks a right one
above a wrong one in 89 of 100 cases; where it says 0.9 or more, 98 of a hundred are right.
"""

import math
from collections.abc import Sequence

from plugins.converter.assembly.margins import Cutting
from plugins.converter.pages.items import Kind
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Part

BIAS = 0.03
MARGIN = 0.78  # per log of the margin to the next reading
HEAD = 1.72  # per log of the likelihood that kicker, headline and deck are told apart as they should be
HEADLESS = -1.07  # an article without any display line
ENTANGLED = -0.35  # each other article whose lines stand between its own
SHORT, SHORTNESS = 40, -1.76  # articles of fewer characters are mostly pieces of others
DOUBTFUL, NONE = -0.34, 1e-3  # per log of the doubtful fragments and NONE
# Furniture, captions and advertisements are judged by their margin alone: even odds at one nat.
EVEN, SLOPE = 1.0, 0.6
# Items with lost text need a look more than others.
LOSS_FACTOR = 0.8
# The model is never surer than the pages it was fitted on.
HIGHEST = 0.98


def judge_confidence(
    page: ScoredPage, cutting: Cutting, cuttings: Sequence[Cutting], head: float, losses: Sequence[str]
) -> float:
    """Confidence of an item among all of its page, lowered by what is missing.

    `head` is the log-likelihood of the roles that its display lines were given.
    """
    if cutting.group.kind is not Kind.ARTICLE:
        return _squash(SLOPE * (cutting.margin - EVEN))
    value = _weigh(page, cutting) + HEAD * head + ENTANGLED * _count_entangled(cutting, cuttings)
    return _squash(value) * (LOSS_FACTOR if losses else 1.0)


def _weigh(page: ScoredPage, cutting: Cutting) -> float:
    members = cutting.group.members
    is_headless = all(part is not Part.DISPLAY for _, part in members)
    characters = sum(page.scores[index].length for index, _ in members)
    return (
        BIAS
        + MARGIN * math.log1p(max(0.0, cutting.margin))
        + HEADLESS * is_headless
        + SHORTNESS * (characters < SHORT)
        + DOUBTFUL * math.log(NONE + cutting.doubtful)
    )


def _count_entangled(cutting: Cutting, cuttings: Sequence[Cutting]) -> int:
    """How many other articles have lines between the first and the last of an article."""
    first, last = min(cutting.group.fragments), max(cutting.group.fragments)
    return sum(
        other is not cutting
        and other.group.kind is Kind.ARTICLE
        and min(other.group.fragments) < last
        and max(other.group.fragments) > first
        for other in cuttings
    )


def _squash(value: float) -> float:
    return min(HIGHEST, 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, value)))))

"""Certainty: how far an item can be trusted, from 0 to 1.

A logistic model of what goes with right cuts, fitted on 671 articles of 90 marked pages that the learned cues had not
seen (70 % cut exactly). By cross-validation over pages the least certain fifth holds 48 % of the wrong articles (66 %
is the most it could hold there), 45 % by the margin alone.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from plugins.converter.assembly.margins import Cutting
from plugins.converter.pages.items import Kind
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Part

BIAS = -0.2
MARGIN = 1.1  # per log of the margin to the next reading
JUMP = 0.2  # each place where the item leaves out lines, by itself
ENTANGLED = -0.9  # each other article whose lines stand between its own
WEAK_SEAM = -0.55  # each place where text goes on behind other lines, though the seam does not say so
CLAIMED_SEAM = -0.4  # each cut that would go on better elsewhere
CLOSING = 0.9  # a byline at the end says where the article ends
ELEMENT = -0.28  # each element: long items hide joins
LINE = 0.16  # each fragment
SHORT, SHORTNESS = 40, -3.4  # articles of fewer characters: the four that there were are pieces of others
# Furniture, captions and advertisements are judged by their margin alone: even odds at one nat.
EVEN, SLOPE = 1.0, 0.6
# Items with lost text or without a headline always need a look.
LOSS_FACTOR = 0.6
HEADLESS_FACTOR = 0.5
# The model is never surer than the pages it was fitted on.
HIGHEST = 0.98

TEXTS = (Part.PARAGRAPH, Part.JOIN, Part.ORPHAN)


def judge_confidence(
    page: ScoredPage, cutting: Cutting, cuttings: Sequence[Cutting], losses: Sequence[str]
) -> float:
    """Confidence of an item among all of its page, lowered by what is missing."""
    if cutting.group.kind is not Kind.ARTICLE:
        return _squash(SLOPE * (cutting.margin - EVEN))
    confidence = _squash(_weigh(page, cutting) + ENTANGLED * _count_entangled(cutting, cuttings))
    if all(part is not Part.DISPLAY for _, part in cutting.group.members):
        confidence *= HEADLESS_FACTOR
    return confidence * (LOSS_FACTOR if losses else 1.0)


def _weigh(page: ScoredPage, cutting: Cutting) -> float:
    members = cutting.group.members
    parts = [part for _, part in members]
    indexes = sorted(index for index, _ in members)
    characters = sum(page.scores[index].length for index in indexes)
    return (
        BIAS
        + MARGIN * math.log1p(max(0.0, cutting.margin))
        + JUMP * sum(after - before > 1 for before, after in pairwise(indexes))
        + CLOSING * (parts[-1] is Part.BYLINE)
        + ELEMENT * (len(parts) - parts.count(Part.JOIN))
        + LINE * len(parts)
        + SHORTNESS * (characters < SHORT)
        + _weigh_seams(page, cutting)
    )


def _weigh_seams(page: ScoredPage, cutting: Cutting) -> float:
    texts = [(index, part) for index, part in cutting.group.members if part in TEXTS]
    value = 0.0
    for (tail, _), (head, part) in pairwise(texts):
        if part is Part.JOIN:
            seam = page.seam(tail, head)
            value += WEAK_SEAM * (head - tail > 1 and seam < 0.0)
            value += CLAIMED_SEAM * (max(page.rival_tail(tail, head), page.rival_head(tail, head)) > seam)
    return value


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

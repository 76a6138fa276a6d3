"""Certainty: how far an item can be trusted, from 0 to 1.

A logistic model of what goes with right cuts, fitted on 718 articles of 150 composed pages (68 % cut exactly). By
five-fold cross-validation the least certain fifth holds 49 % of the wrong articles (63 % is the most it could hold
there), 39 % by the margin alone.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from plugins.converter.items import Kind
from plugins.converter.margins import Cutting
from plugins.converter.scored_page import ScoredPage
from plugins.converter.strands import Part

BIAS = -6.0
MARGIN = 0.7  # per log of the margin to the next reading
JUMP = -1.2  # each place where the item leaves out lines: columns are interleaved
SIGNED = 3.1  # a byline says where an article begins or ends
SUBHEAD = -2.0  # a subhead may be the headline of another article
PARAGRAPH = -0.25  # each element: long items hide joins
LENGTH = 1.2  # per log of its characters
OPEN_END = -1.9
# Furniture, captions and advertisements are judged by their margin alone: even odds at one nat.
EVEN, SLOPE = 1.0, 0.6
# Items with lost text or without a headline always need a look.
LOSS_FACTOR = 0.6
HEADLESS_FACTOR = 0.5
# The model is never surer than the pages it was fitted on.
HIGHEST = 0.98


def judge_confidence(page: ScoredPage, cutting: Cutting, losses: Sequence[str]) -> float:
    """Confidence of an item, lowered by what is missing."""
    if cutting.group.kind is not Kind.ARTICLE:
        return _squash(SLOPE * (cutting.margin - EVEN))
    confidence = _squash(_weigh(page, cutting))
    if all(part is not Part.DISPLAY for _, part in cutting.group.members):
        confidence *= HEADLESS_FACTOR
    return confidence * (LOSS_FACTOR if losses else 1.0)


def _weigh(page: ScoredPage, cutting: Cutting) -> float:
    members = cutting.group.members
    parts = [part for _, part in members]
    indexes = sorted(index for index, _ in members)
    jumps = sum(after - before > 1 for before, after in pairwise(indexes))
    last_text = next(
        (index for index, part in reversed(members) if part in (Part.PARAGRAPH, Part.JOIN)), None
    )
    characters = sum(page.scores[index].length for index in indexes)
    return (
        BIAS
        + MARGIN * math.log1p(max(0.0, cutting.margin))
        + JUMP * jumps
        + SIGNED * (Part.BYLINE in parts)
        + SUBHEAD * (Part.SUBHEAD in parts)
        + PARAGRAPH * (len(parts) - parts.count(Part.JOIN))
        + LENGTH * math.log(max(1, characters))
        + OPEN_END * (last_text is not None and not page.scores[last_text].closed)
    )


def _squash(value: float) -> float:
    return min(HIGHEST, 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, value)))))

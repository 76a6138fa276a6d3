"""Certainty: how far an item can be trusted, from 0 to 1."""

import math
from collections.abc import Sequence

from plugins.converter.assembly import Cutting
from plugins.converter.items import Kind
from plugins.converter.scored_page import ScoredPage
from plugins.converter.strands import Part

# A margin of this many nats over the next reading is even odds of being right.
EVEN = 1.0
SLOPE = 0.6
# Items with lost text are cut rightly more often than not, but they always need a look.
LOSS_FACTOR = 0.6
HEADLESS_FACTOR = 0.5


def judge_confidence(page: ScoredPage, cutting: Cutting, losses: Sequence[str]) -> float:
    """Confidence of an item: the margin to the second-best reading, lowered by what is missing."""
    confidence = 1.0 / (1.0 + math.exp(-SLOPE * (cutting.margin - EVEN)))
    parts = [part for _, part in cutting.group.members]
    if cutting.group.kind is Kind.ARTICLE and Part.DISPLAY not in parts:
        confidence *= HEADLESS_FACTOR
    return confidence * (LOSS_FACTOR if losses else 1.0)

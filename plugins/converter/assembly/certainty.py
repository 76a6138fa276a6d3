"""Certainty: how far an item can be trusted, from 0 to 1.

A logistic model of what goes with right cuts, fitted on 829 articles of 150 composed pages whose articles the learned
cues had not seen (59 % cut exactly). By five-fold cross-validation the least certain fifth holds 33 % of the wrong
articles (49 % is the most it could hold there), 30 % by the margin alone.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from plugins.converter.assembly.margins import Cutting
from plugins.converter.pages.items import Kind
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Part

BIAS = -3.7
MARGIN = 0.5  # per log of the margin to the next reading
JUMP = -0.6  # each place where the item leaves out lines: columns are interleaved
CLOSING = 0.3  # a byline at the end says where the article ends
ELEMENT = -0.15  # each element: long items hide joins
LENGTH = 0.85  # per log of its characters
OPEN_END = -0.5
THREE_DISPLAYS = -1.0  # a column label may be among them
FAINT_DISPLAY = 0.1  # per nat of the least likely display line
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
    displays = [page.scores[index].display for index, part in members if part is Part.DISPLAY]
    texts = [index for index, part in members if part in (Part.PARAGRAPH, Part.JOIN, Part.ORPHAN)]
    characters = sum(page.scores[index].length for index in indexes)
    return (
        BIAS
        + MARGIN * math.log1p(max(0.0, cutting.margin))
        + JUMP * sum(after - before > 1 for before, after in pairwise(indexes))
        + CLOSING * (parts[-1] is Part.BYLINE)
        + ELEMENT * (len(parts) - parts.count(Part.JOIN))
        + LENGTH * math.log(max(1, characters))
        + OPEN_END * (bool(texts) and not page.scores[texts[-1]].closed)
        + THREE_DISPLAYS * (len(displays) > 2)
        + FAINT_DISPLAY * min(displays, default=-6.0)
    )


def _squash(value: float) -> float:
    return min(HIGHEST, 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, value)))))

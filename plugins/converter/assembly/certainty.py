"""Certainty: how far an item can be trusted, from 0 to 1.

A logistic model of what goes with articles that are cut and headed as they should be. Its weights were fitted on 541
articles of 70 marked pages that neither the cues nor the table of heads had seen; what doubtful fragments weigh, and
the scale of all, on 686 articles of 99 further pages that the cues had not seen. Of 429 articles kept aside it ranks a
right one above a wrong one in 87.4 of 100 cases (without doubtful fragments 86.2), and the least certain fifth holds 59
instead of 54 % of the wrong ones, of the 99 pages' 69 instead of 58 %. Where it says 0.9, 0.88 of them are right.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from plugins.converter.assembly.margins import Cutting
from plugins.converter.pages.items import Kind
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Part

BIAS = -0.31
MARGIN = 0.75  # per log of the margin to the next reading
HEAD = 1.6  # per log of the likelihood that kicker, headline and deck are told apart as they should be
WEAKEST_DISPLAY = 0.13  # per nat that the least likely of the display lines is one
HEADLESS = -3.23  # no display line at all
JUMP = 0.15  # each place where the item leaves out lines, by itself
ENTANGLED = -0.49  # each other article whose lines stand between its own
CLAIMED_SEAM = -0.21  # each cut that would go on better elsewhere
CLOSING = 0.32  # a byline at the end says where the article ends
SHORT, SHORTNESS = 40, -1.76  # articles of fewer characters are mostly pieces of others
DOUBTFUL, NONE = -0.45, 1e-3  # per log of the doubtful fragments and NONE
# Furniture, captions and advertisements are judged by their margin alone: even odds at one nat.
EVEN, SLOPE = 1.0, 0.6
# Items with lost text need a look more than others.
LOSS_FACTOR = 0.8
# The model is never surer than the pages it was fitted on.
HIGHEST = 0.98

TEXTS = (Part.PARAGRAPH, Part.JOIN, Part.ORPHAN)


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
    indexes = sorted(index for index, _ in members)
    displays = [page.scores[index].display for index, part in members if part is Part.DISPLAY]
    characters = sum(page.scores[index].length for index in indexes)
    return (
        BIAS
        + MARGIN * math.log1p(max(0.0, cutting.margin))
        + (WEAKEST_DISPLAY * min(displays) if displays else HEADLESS)
        + JUMP * sum(after - before > 1 for before, after in pairwise(indexes))
        + CLOSING * (members[-1][1] is Part.BYLINE)
        + SHORTNESS * (characters < SHORT)
        + CLAIMED_SEAM * _count_claimed(page, cutting)
        + DOUBTFUL * math.log(NONE + cutting.doubtful)
    )


def _count_claimed(page: ScoredPage, cutting: Cutting) -> int:
    texts = [(index, part) for index, part in cutting.group.members if part in TEXTS]
    return sum(
        part is Part.JOIN
        and max(page.rival_tail(tail, head), page.rival_head(tail, head)) > page.seam(tail, head)
        for (tail, _), (head, part) in pairwise(texts)
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

"""Certainty: how far an item can be trusted, from 0 to 1.

A logistic model of what goes with articles that are cut and headed as they should be, fitted on 541 articles of 70
marked pages that neither the cues nor the table of heads had seen (65 % right; ten of the pages are far harder than
printed ones). By cross-validation over pages it ranks a right article above a wrong one in 92 of 100 cases, without the
likelihood of the head in 89; on pages of which more than half was right, the least certain fifth holds 63 % of the
wrong articles.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from plugins.converter.assembly.margins import Cutting
from plugins.converter.pages.items import Kind
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Part

BIAS = -1.72
MARGIN = 1.33  # per log of the margin to the next reading
HEAD = 2.82  # per log of the likelihood that kicker, headline and deck are told apart as they should be
WEAKEST_DISPLAY = 0.23  # per nat that the least likely of the display lines is one
HEADLESS = -5.7  # no display line at all
JUMP = 0.27  # each place where the item leaves out lines, by itself
ENTANGLED = -0.86  # each other article whose lines stand between its own
CLAIMED_SEAM = -0.37  # each cut that would go on better elsewhere
CLOSING = 0.57  # a byline at the end says where the article ends
SHORT, SHORTNESS = 40, -3.1  # articles of fewer characters are mostly pieces of others
# Furniture, captions and advertisements are judged by their margin alone: even odds at one nat.
EVEN, SLOPE = 1.0, 0.6
# Items with lost text always need a look.
LOSS_FACTOR = 0.6
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

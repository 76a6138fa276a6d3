"""Display lines in context: a line's shape and its neighbours decide whether it opens an article."""

import math
from dataclasses import replace

from plugins.converter.scoring.line_cues import name_kind
from plugins.converter.scoring.page_cues import list_page_cues
from plugins.converter.scoring.roles import RoleScores
from plugins.converter.scoring.scored_page import ScoredPage

# Longer lines, and lines that end a sentence, keep the score of their shape.
LONGEST = 40
# `记者随同消保` begins like a byline.
SURE_BYLINE = 0.6
# No seam may decide more than this, in nats.
SEAM_LIMITS = (-2.0, 6.0)
# The context may make a line a headline or not, but not more surely than this.
LIMIT = 6.0


def judge_displays(page: ScoredPage) -> ScoredPage:
    """Replace the display scores of short open lines by scores that weigh their neighbours, too."""
    scores = tuple(
        score._replace(display=_judge(page, index)) if _is_candidate(page, index) else score
        for index, score in enumerate(page.scores)
    )
    kinds = tuple(map(name_kind, page.fragments, scores))
    judged = replace(page, scores=scores, kinds=kinds)
    return replace(judged, line_cues=list_page_cues(judged))


def _is_candidate(page: ScoredPage, index: int) -> bool:
    score = page.scores[index]
    return page.fragments[index].cut == "" and not score.closed and score.length <= LONGEST


def _judge(page: ScoredPage, index: int) -> float:
    weights, score, text = page.weights.display, page.scores[index], page.fragments[index].text
    value = weights.bias + weights.shape * score.display + weights.length * math.log(score.length)
    value += weights.space * (" " in text or "\u3000" in text) + weights.label * page.is_label(index)
    value += weights.place * bool(score.places) + weights.comma * sum(map(text.count, ",，、"))
    value += weights.digit * text[0].isdigit() + weights.closing_quote * (text[-1] in "”’")
    value += _weigh_before(page, index) + _weigh_behind(page, index)
    return max(-LIMIT, min(LIMIT, value))


def _weigh_before(page: ScoredPage, index: int) -> float:
    if index == 0:
        return 0.0
    weights, before = page.weights.display, page.scores[index - 1]
    words = math.log1p(page.terms.overlap(page.terms.masks[index], page.terms.masks[index - 1]))
    seam = 0.0 if before.closed else _limit(page.seam(index - 1, index))
    piece = not before.closed and before.length > LONGEST
    narrow = not before.closed and before.length <= LONGEST and before.display < 0
    return (
        weights.after_text * before.closed
        + weights.after_piece * piece
        + weights.after_furniture * (before.furniture > 0)
        + weights.words_before * words
        + weights.seam_before * seam
        + weights.narrow * narrow
    )


def _weigh_behind(page: ScoredPage, index: int) -> float:
    weights = page.weights.display
    if index + 1 == len(page.fragments):
        return weights.before_nothing
    behind: RoleScores = page.scores[index + 1]
    value = weights.seam_behind * _limit(page.seam(index, index + 1))
    value += weights.words_behind * math.log1p(
        page.terms.overlap(page.terms.masks[index], page.terms.masks[index + 1])
    )
    if page.fragments[index + 1].cut == "dateline":
        return value + weights.before_dateline
    if behind.byline > SURE_BYLINE:
        return value + weights.before_byline
    return value + weights.before_text * (behind.length > LONGEST) + weights.before_closed * behind.closed


def _limit(seam: float) -> float:
    return max(SEAM_LIMITS[0], min(SEAM_LIMITS[1], seam))

"""Role scores: how much each fragment looks like each role, by itself and by its neighbours.

Scores are log-odds in nats against plain body text (0). The parsers give strengths from 0 to 1.
"""

import math
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from plugins.authorities import Places
from plugins.converter.language.characters import open_marks, orphan_closers
from plugins.converter.language.gazetteer import Sign, find_mentions
from plugins.converter.parsers.advertisements import advertisement_score
from plugins.converter.parsers.box_heads import is_box_head
from plugins.converter.parsers.bylines import (
    byline_score,
    is_byline_head,
    is_byline_tail,
    is_cut_role,
    parse_byline_line,
)
from plugins.converter.parsers.captions import caption_score
from plugins.converter.parsers.furniture import classify_furniture
from plugins.converter.parsers.headlines import headline_shape, subhead_shape
from plugins.converter.parsers.notices import is_closing_formula, notice_title, signature_line
from plugins.converter.scoring.fragments import Fragment
from plugins.converter.scoring.seams import begins_freely

# The head of a box (`相关链接`) is a subhead of the story that it goes with as often as a label of its own.
BOX_HEAD = 2.0
# No single parser may decide more than this.
LIMIT = 5.0
# A gap of three blank lines is where a picture or a frame stood (004:L5, L9).
PICTURE_GAP = 3
# What no, one and two such gaps around a short sentence say for a caption.
CAPTION_GAPS = (-3.0, -0.5, 2.5)
# Open pieces of text shorter than this are rare outside narrow columns.
STUB = 26
NARROW_FACTOR = 0.2
# Shorter lines recur by chance (挂失声明); a block printed twice stands near its first print.
SHORTEST_REPETITION = 16
REPETITION_REACH = 100
COMPANY = 1.5
# Only the beginning of a text can close what was left open before it: later marks are pairs of their own.
CLOSING_REACH = 60
LONGEST_BYLINE = 26
ROLE_MARKS = "记通□■"
# A line that names who signs and is so likely a byline, in log-odds, is no display line: of a thousand such lines of
# marked pages one was a deck. 本报评论员 alone may stand above a headline.
SURE_BYLINE = 3.0
# Names that say where a story happens; 我市 or 全省 do not.
NAMED = (Sign.FULL, Sign.SHORT, Sign.TOWN)
# Only display lines are asked for places, and none is longer.
LONGEST_DISPLAY = 60


class RoleScores(NamedTuple):
    """Log-odds of each role of one fragment; flags where a parser is sure."""

    display: float
    subhead: float
    byline: float
    names_signer: bool
    byline_head: bool
    byline_tail: bool
    bracketed: bool
    furniture: float
    furniture_type: str | None
    caption: float
    notice: float
    formula: bool
    signature: bool
    advertisement: float
    box_head: bool
    closed: bool
    begins: float
    stub: float
    opens: int
    closes: int
    places: frozenset[str]
    length: int

    @property
    def column_label(self) -> bool:
        """Whether the line would be a column label (栏题) if it is furniture."""
        return self.furniture_type == "column_label"


def log_odds(strength: float) -> float:
    """Log-odds of a strength from 0 to 1, kept within ±LIMIT."""
    if strength <= 0.0:
        return -LIMIT
    if strength >= 1.0:
        return LIMIT
    return max(-LIMIT, min(LIMIT, math.log(strength / (1.0 - strength))))


def score_roles(fragments: Sequence[Fragment], places: Places) -> tuple[RoleScores, ...]:
    """Score all fragments of a page."""
    return tuple(_score(fragments, index, places) for index in range(len(fragments)))


def _score(fragments: Sequence[Fragment], index: int, places: Places) -> RoleScores:
    fragment = fragments[index]
    text = fragment.text
    whole = fragment.cut == ""
    furniture = classify_furniture(text) if fragment.cut in ("", "jump") else None
    byline = _byline(fragment)
    return RoleScores(
        display=_display(fragment),
        subhead=_subhead(fragment),
        byline=byline,
        names_signer=whole and byline >= SURE_BYLINE and _names_person(text),
        byline_head=is_byline_head(text) or (whole and _is_cut_byline(text)),
        byline_tail=whole and is_byline_tail(text),
        bracketed=text.startswith(("(", "（")),
        furniture=_furniture(fragments, index),
        furniture_type=furniture.type if furniture else None,
        caption=_caption(fragments, index) if whole else -LIMIT,
        notice=log_odds(notice_title(text)) if whole and not is_closing_formula(text) else -LIMIT,
        formula=is_closing_formula(text),
        signature=whole and signature_line(text) > 0.5,
        advertisement=log_odds(advertisement_score(text)) if whole else -LIMIT,
        box_head=whole and is_box_head(text),
        closed=fragment.is_closed,
        begins=begins_freely(text),
        stub=_stub(fragments, index),
        opens=len(open_marks(text)),
        closes=len(orphan_closers(text[:CLOSING_REACH])),
        places=_find_places(text, places) if len(text) <= LONGEST_DISPLAY else frozenset(),
        length=len(text),
    )


def _display(fragment: Fragment) -> float:
    if fragment.cut:
        return LIMIT if fragment.cut == "headline" else -LIMIT
    return log_odds(headline_shape(fragment.text))


def _subhead(fragment: Fragment) -> float:
    """A display line with text behind it on its line (`拾穗    一位老农…`) may be a subhead as well."""
    if fragment.cut in ("", "headline"):
        shape = log_odds(subhead_shape(fragment.text))
        return max(shape, BOX_HEAD) if is_box_head(fragment.text) else shape
    return LIMIT if fragment.cut == "subhead" else -LIMIT


def _byline(fragment: Fragment) -> float:
    if fragment.cut == "byline":
        return LIMIT
    if fragment.cut:
        return -LIMIT
    if is_byline_head(fragment.text) or _is_cut_byline(fragment.text):
        return LIMIT / 2
    return log_odds(byline_score(fragment.text))


def _names_person(text: str) -> bool:
    byline = parse_byline_line(text)
    return byline is not None and bool(byline.people)


def _is_cut_byline(text: str) -> bool:
    """Whether a short line is a byline cut inside a role word, or behind a surname (`□本报记者 李军 赵`)."""
    if len(text) > LONGEST_BYLINE:
        return False
    if is_cut_role(text):
        return True
    if not text[-2:-1].isspace() or not any(mark in text for mark in ROLE_MARKS):
        return False
    byline = parse_byline_line(text + "明")
    return byline is not None and bool(byline.role_words)


def _caption(fragments: Sequence[Fragment], index: int) -> float:
    beneath = list(takewhile(lambda fragment: fragment.cut == "credit", fragments[index + 1 : index + 3]))
    behind = index + 1 + len(beneath)
    gap_after = fragments[behind].gap if behind < len(fragments) else PICTURE_GAP
    gaps = (fragments[index].gap >= PICTURE_GAP) + (gap_after >= PICTURE_GAP)
    text = " ".join(fragment.text for fragment in (fragments[index], *beneath))
    return log_odds(caption_score(text)) + CAPTION_GAPS[gaps]


def _stub(fragments: Sequence[Fragment], index: int) -> float:
    """What speaks against a short open piece of text: columns are cut anywhere, so short pieces are rare.

    In a narrow column all pieces are short (001:L75-L83): there it says nothing.
    """
    fragment = fragments[index]
    length = len(fragment.text)
    if fragment.cut or fragment.is_closed or length >= STUB:
        return 0.0
    neighbours = [*fragments[max(0, index - 2) : index], *fragments[index + 1 : index + 3]]
    short = sum(len(other.text) < STUB and not other.cut for other in neighbours)
    return math.log(length / STUB) * (1.0 if short < 2 else NARROW_FACTOR)


def _furniture(fragments: Sequence[Fragment], index: int) -> float:
    """A weak sign of furniture is a strong one beside a masthead or a hotline: corners of a page hold several."""
    if _is_repeated(fragments, index):
        return LIMIT
    found = classify_furniture(fragments[index].text) if fragments[index].cut in ("", "jump") else None
    if found is None:
        return -LIMIT
    neighbours = [*fragments[max(0, index - 1) : index], *fragments[index + 1 : index + 2]]
    others = [classify_furniture(other.text) for other in neighbours if other.cut == ""]
    company = any(other is not None and other.strength >= 0.8 for other in others)
    return log_odds(found.strength) + (COMPANY if company else 0.0)


def _is_repeated(fragments: Sequence[Fragment], index: int) -> bool:
    """Whether a block was printed before on the page: its second print tells nothing new."""
    text = fragments[index].text
    reach = fragments[max(0, index - REPETITION_REACH) : index]
    return len(text) >= SHORTEST_REPETITION and any(other.text == text for other in reach)


def _find_places(text: str, places: Places) -> frozenset[str]:
    """The places a line names, as printed."""
    mentions = find_mentions(text, places)
    return frozenset(text[found.start : found.end] for found in mentions if found.meaning.sign in NAMED)

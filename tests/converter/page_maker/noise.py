"""How much noise a page gets: probabilities, each from 0 to 1 for one chance."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Noise:
    # Shape of the page
    half_width: float = 0.5  # the page prints `,()` for `，（）`
    wide_gap: float = 0.15  # three blank lines between two blocks, as at a picture
    furniture: float = 0.6  # each kind of place (top, middle, bottom) gets its piece
    section: float = 0.3  # an article's column label is printed above it, not farther up above another one
    # Shape of an article
    cut: float = 0.35  # a paragraph is cut by the end of a column
    second_cut: float = 0.15  # a piece of a cut paragraph is cut again
    narrow: float = 0.1  # an article has a stretch in a narrow column, each printed line a block
    headline_space: float = 0.1  # a headline gets a space where it was set in two lines
    headline_lines: float = 0.08  # a headline with a space stands on two lines
    same_line: float = 0.3  # kicker and headline on one line, when the kicker's own mark parts them
    glued_headline: float = 0.02  # headline, spaces and text on one line
    glued_subhead: float = 0.05  # a subhead (not the first) and the paragraph after it on one line
    parted_dateline: float = 0.15  # dateline and byline on a line of their own
    tight_byline: float = 0.3  # no blank line before a byline on its own line
    cut_byline: float = 0.12  # a byline is cut in two
    caption_inside: float = 0.2  # a caption stands inside its article, else before or after it
    # Damage
    lost: float = 0.04  # an article loses a block
    twice: float = 0.01  # a block of an article is printed twice
    artefact: float = 0.01  # ` and ` for 和
    # Interleaving
    groups: float = 0.0  # articles that are woven with their neighbours
    closed_seam: float = 0.15  # a woven article is left at the end of a paragraph, not within one
    furniture_between: float = 0.1  # furniture stands between woven columns


EASY = Noise()
INTERLEAVED = replace(EASY, groups=0.75)
HARD = replace(
    EASY,
    wide_gap=0.3,
    cut=0.55,
    second_cut=0.3,
    narrow=0.25,
    headline_space=0.2,
    headline_lines=0.2,
    same_line=0.6,
    glued_headline=0.05,
    glued_subhead=0.2,
    parted_dateline=0.25,
    tight_byline=0.5,
    cut_byline=0.3,
    caption_inside=0.5,
    lost=0.1,
    twice=0.05,
    artefact=0.06,
    groups=0.5,
    closed_seam=0.25,
    furniture_between=0.3,
)
# Pages that lost much of their text; to learn from, not to be scored by.
TORN = replace(EASY, groups=0.3, lost=0.35)
PROFILES = {"easy": EASY, "interleaved": INTERLEAVED, "hard": HARD, "torn": TORN}

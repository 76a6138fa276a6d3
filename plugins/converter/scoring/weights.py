"""The weights of the assembly, in nats: how much each cue speaks for a reading.

`Seam` and `Cohesion` were fitted by conditional logistic regression: which of four cut tails goes on in a given head
(2,500 cuts in 3,000 national news articles), which of three articles a fragment belongs to (900 pages of three).
The others are priors, set by hand and checked on composed pages (`invoke evaluate`). `cues` are learned beside them.
"""

from dataclasses import dataclass, field

from plugins.converter.language.latent_space import LatentSpace, load_latent_space
from plugins.converter.language.prose import ProseModel, load_prose
from plugins.converter.scoring.cue_table import CueTable, load_cues
from plugins.converter.scoring.line_model import LineModel, load_line_model


@dataclass(frozen=True, slots=True)
class SeamWeights:
    """What a seam tells: 75 % of 4-way choices right on held-out cuts by these features alone, without `prose`.

    Half a nat for a nat of prose chose best among the pieces behind 1,085 cuts of marked pages.
    """

    word: float = 0.40  # per nat of likelihood gained by a word across the cut
    crossing: float = 1.8  # a word lies across the cut at all
    pair: float = 0.27  # per nat of association of the two characters
    recurrence: float = 0.82  # per character of a run that stands elsewhere on the page
    marks: float = 2.5  # an opened quote or bracket is closed, or is not
    number: float = 3.2  # a number goes on
    comma: float = 0.8  # the tail ends in a comma
    free_after_comma: float = 0.37  # per nat: after a comma the head begins a word
    tail_ends: float = 0.35  # per nat: the tail's last character ends words
    prose: float = 0.5  # per nat that prose goes on so


@dataclass(frozen=True, slots=True)
class CohesionWeights:
    """What shared words tell: 96 % of 3-way choices right on held-out fragments of 100 characters on average."""

    shared: float = 3.2  # times log(1 + weight of shared words)
    expected: float = 1.6  # times log(1 + characters of the strand / scale): what strangers share by chance
    scale: float = 60.0
    limit: float = 3.0  # no fragment may outweigh the structure of the page


@dataclass(frozen=True, slots=True)
class DisplayWeights:
    """What the neighbours say of a short open line: is it a display line of an article?

    Fitted by logistic regression on the short open lines of 180 composed pages: 92 % right, 81 % by shape alone.
    """

    bias: float = -2.8
    shape: float = 1.05  # per nat of headline shape
    space: float = -2.0  # the shape counts a space too much: subheads and pieces of text have it as well
    label: float = -2.7  # as short as a column label, and above a display line
    length: float = 0.6  # per log of its characters
    place: float = -0.4
    comma: float = -0.2
    digit: float = -1.2  # begins with a digit
    closing_quote: float = 1.7  # ends with one: “杜书记来了以后,俺村的路亮了”
    before_dateline: float = 5.0
    before_byline: float = 4.0
    before_text: float = 0.9  # the next line is longer than a display line
    before_closed: float = -0.65  # the next line ends a sentence
    before_nothing: float = -2.8  # the page ends behind it
    after_text: float = -0.6  # the line before ends a sentence
    after_piece: float = 1.4  # the line before is a long piece of text: columns are interleaved
    after_furniture: float = 1.0
    seam_before: float = -0.5  # per nat that it goes on from the line before
    seam_behind: float = -0.5  # per nat that the next line goes on from it
    words_before: float = -0.5  # per log of shared words with the line before
    words_behind: float = 1.1
    narrow: float = -0.5  # among short open lines


@dataclass(frozen=True, slots=True)
class RoleWeights:
    """How much a nat of each parser's score counts."""

    display: float = 1.0
    subhead: float = 1.0
    byline: float = 0.5
    furniture: float = 1.0
    caption: float = 1.25
    notice: float = 1.0
    advertisement: float = 1.0
    cohesion: float = 1.0
    caption_shares: float = 0.6  # of a caption's words with those of an article
    seam: float = 1.0


@dataclass(frozen=True, slots=True)
class StructureWeights:
    """Priors of page structure; negative values are costs."""

    new_article: float = -1.0
    new_notice: float = 0.0
    new_advertisement: float = -2.0
    headless: float = -6.0
    interrupt: float = -2.5  # a headline while the active text is open: columns interleaved
    bare_headline: float = -6.0  # an article that never got any text
    second_display: float = 1.5
    after_label: float = -2.0  # a second display line behind one as short as a column label
    third_display: float = -3.0
    late_display: float = -2.5  # a headline behind the first text of its article
    subhead: float = -2.5
    subhead_place: float = -2.5  # a place name opens a story of its own
    subhead_again: float = -4.0  # two subheads with no text between them
    subhead_elsewhere: float = -2.0  # a place that the headline does not name
    line_elsewhere: float = -1.5  # the same for a short open line that would begin a paragraph
    subhead_in_news: float = -1.0  # news that opens with a dateline has seldom subheads
    subhead_stranger: float = -1.5  # not of the pattern of the subhead before
    closes_nothing: float = -2.5  # a paragraph that begins by closing a quote
    subhead_first: float = -3.0  # a subhead before any text
    join_closed: float = -6.0  # text goes on although the line before ended a sentence: `…回来！”她说。`
    byline_unlike: float = -4.0  # a line that no parser knows as a byline
    lone_subhead: float = -4.0  # subheads come in pairs or more
    twin_before: float = 3.5  # a subhead of the same pattern came before in this article
    twin_ahead: float = 1.5
    join: float = -1.5  # three of four true seams show a sign, one of six false ones does
    switch: float = -2.0  # text goes on in a strand that is not the one just read
    switch_back: float = -1.8  # each strand opened earlier that is passed over
    resume: float = -6.0  # a new paragraph in a strand that is not the one just read
    orphan: float = -4.5  # text without an open end before it: words are lost
    abandoned: float = -4.0  # an open end that never goes on
    unfinished: float = -4.5  # a new paragraph behind an open end
    unfinished_line: float = -1.0  # the same in a notice: contact lines end without a final mark
    claimed: float = 1.0  # per nat that a parser takes a line for furniture, a byline or a notice's title
    stub: float = 1.0  # per nat that a short open piece is rarer than a long one
    furniture: float = -1.0
    unknown_furniture: float = -4.5  # a short line, or one with the words of furniture, that no parser knows
    unknown_label: float = -1.0
    caption: float = -0.5
    display_as_piece: float = 1.5  # per nat of headline shape: pieces of narrow columns look like headlines
    display_as_text: float = 2.0  # the same where a paragraph begins
    begin: float = 0.5  # per nat: the first character begins words
    after_end: float = -8.0  # anything behind a closing byline
    after_bare: float = -2.5  # text behind a bare byline that may have been the end
    after_formula: float = -3.0  # text behind 特此通告
    byline_closes: float = 0.5
    byline_leads: float = 1.5
    byline_after_open: float = -4.0
    byline_misplaced: float = -3.0
    byline_ends: float = 3.0  # the rest of a cut byline
    byline_goes_on: float = -1.5  # a short piece in the place of that rest
    byline_near: float = 1.5  # that rest stands next to its beginning
    byline_lost: float = -4.0
    second_byline: float = -8.0
    dateline_leads: float = 2.0
    dateline_misplaced: float = -6.0
    advertisement_stays: float = 1.5
    signature: float = 2.0


@dataclass(frozen=True, slots=True)
class Weights:
    """All weights of the assembly."""

    seam: SeamWeights = field(default_factory=SeamWeights)
    cohesion: CohesionWeights = field(default_factory=CohesionWeights)
    display: DisplayWeights = field(default_factory=DisplayWeights)
    roles: RoleWeights = field(default_factory=RoleWeights)
    structure: StructureWeights = field(default_factory=StructureWeights)
    cues: CueTable = field(default_factory=load_cues)
    prose: ProseModel = field(default_factory=load_prose)
    lines: LineModel = field(default_factory=load_line_model)
    space: LatentSpace = field(default_factory=load_latent_space)

"""A page with all its scores: what the assembly asks about fragments, seams and strands."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import or_

from plugins.authorities import Places
from plugins.converter.language.character_pairs import load_pair_model
from plugins.converter.language.characters import is_han
from plugins.converter.language.latent_space import count_terms
from plugins.converter.language.prose import Beginning, Ending
from plugins.converter.language.words import cut_words
from plugins.converter.parsers.parallels import is_parallel
from plugins.converter.scoring.cohesion import PageTerms, collect_terms, tell_names
from plugins.converter.scoring.fragment_vectors import FragmentVectors, place_fragments
from plugins.converter.scoring.fragments import Fragment
from plugins.converter.scoring.line_model import tell_lines
from plugins.converter.scoring.roles import RoleScores, score_roles
from plugins.converter.scoring.seams import begins_freely, measure_seam
from plugins.converter.scoring.strands import Strand
from plugins.converter.scoring.weights import Weights

# Three to seven characters (我为群众办实事), or two halves of three or four.
LABEL = re.compile(
    r"[\u4e00-\u9fff]{3,7}"
    r"|[\u4e00-\u9fff]{3}[ \u3000·][\u4e00-\u9fff]{3}"
    r"|[\u4e00-\u9fff]{4}[ \u3000·][\u4e00-\u9fff]{4}"
)
# What stands below a label looks like a headline at least a little.
LONGEST_BELOW = 36
LEAST_BELOW = -2.5
# A line that says that something happened is a kicker, not a label: `低价进货换上名酒“外衣”`.
NEWS = re.compile(
    "开展|举行|举办|召开|启动|签约|揭牌|破获|查处|抓获|增长|突破|夺冠|获评|入选|通车|开工|发布|出台|走进|了|过|[0-9]"
)
# No first character says more than this for a beginning, in nats.
FRESHEST = 3.0
# How many display lines ahead a sister subhead is looked for: a page has a dozen display lines, not hundreds.
TWIN_REACH = 12
# Words of furniture make a line likely to be some, in logs of the probability.
LIKELY_FURNITURE = -1.0
# Within how many fragments other ends and beginnings may claim a seam, and what stands for none.
RIVAL_REACH = 10
NO_RIVAL = -2.0
NEAREST_REACH = 24
# A byline and a dateline do not tell what a text is about (kinds as `line_cues.name_kind` names them), nor do labels.
NAMELESS = frozenset(("by", "dl", "cr", "nm", "fu"))
# What may stand between a byline and its text.
BETWEEN = frozenset(("dl", "cr"))
TEXTS = frozenset(("lc", "lo", "sc"))
# A byline, a dateline and a credit stand before a text at most.
SUBJECT_REACH = 4
# No pair of characters says more for or against a seam, in nats.
MOST_FLOW = 8.0
# No hope is worth more: a short line taken for open text (老秤) would lead by what it might still become.
MOST_HOPE = 5.0


@dataclass(frozen=True, slots=True)
class ScoredPage:
    """Fragments with their role scores and terms; seams are measured when first asked for."""

    fragments: tuple[Fragment, ...]
    scores: tuple[RoleScores, ...]
    terms: PageTerms
    text: str
    twins: tuple[frozenset[int], ...]
    known: tuple[int, ...]  # the words of all fragments before each
    line_logs: tuple[Mapping[str, float], ...]  # how likely each kind of line is, by its characters
    vectors: FragmentVectors
    line_cues: tuple[tuple[str, ...], ...] = ()
    kinds: tuple[str, ...] = ()
    weights: Weights = field(default_factory=Weights)
    _seams: dict[tuple[int, int], float] = field(default_factory=dict)
    _flows: dict[tuple[int, int], float] = field(default_factory=dict)
    _endings: dict[int, Ending] = field(default_factory=dict)
    _beginnings: dict[int, Beginning] = field(default_factory=dict)
    _likest: dict[int, float] = field(default_factory=dict)
    _heads: dict[int, tuple[tuple[int, float], ...]] = field(default_factory=dict)
    _rivals: dict[tuple[bool, int], tuple[tuple[float, int], ...]] = field(default_factory=dict)

    def seam(self, tail: int, head: int) -> float:
        """How much speaks for fragment `head` going on where fragment `tail` was cut, in nats."""
        key = (tail, head)
        if key not in self._seams:
            self._seams[key] = self._weigh_seam(tail, head)
        return self._seams[key]

    def flow(self, tail: int, head: int) -> float:
        """How much likelier the start of fragment `head` is behind fragment `tail` than anywhere, in nats."""
        key = (tail, head)
        if key not in self._flows:
            if tail not in self._endings:
                self._endings[tail] = self.weights.prose.end(self.fragments[tail].text)
            self._flows[key] = self.weights.prose.go_on(self._endings[tail], self._begin(head))
        return self._flows[key]

    def opening(self, index: int) -> float:
        """How much likelier the start of a fragment is where a paragraph begins than anywhere, in nats."""
        return self.weights.prose.go_on(self.weights.prose.start(), self._begin(index))

    def _begin(self, index: int) -> Beginning:
        if index not in self._beginnings:
            self._beginnings[index] = self.weights.prose.begin(self.fragments[index].text)
        return self._beginnings[index]

    def rival_tail(self, tail: int, head: int) -> float:
        """The best seam that `head` makes with another cut line before it."""
        return self._best_rival(True, head, tail)

    def rival_head(self, tail: int, head: int) -> float:
        """The best seam that `tail` makes with another line behind it."""
        return self._best_rival(False, tail, head)

    def hope(self, tail: int, index: int) -> float:
        """The best seam that `tail` makes with a line behind fragment `index`; 0 when all are bad."""
        if tail not in self._heads:
            self._heads[tail] = tuple((head, seam) for seam, head in self._list_heads(tail) if seam > 0.0)
        return min(MOST_HOPE, max((seam for head, seam in self._heads[tail] if head > index), default=0.0))

    def _best_rival(self, backward: bool, index: int, other: int) -> float:
        key = (backward, index)
        if key not in self._rivals:
            seams = self._list_tails(index) if backward else self._list_heads(index)
            self._rivals[key] = tuple(sorted(seams, reverse=True)[:2])
        return next((seam for seam, line in self._rivals[key] if line != other), NO_RIVAL)

    def _list_tails(self, head: int) -> Iterator[tuple[float, int]]:
        for tail in range(max(0, head - RIVAL_REACH), head):
            score = self.scores[tail]
            if not score.closed and score.display < 0.0 and score.byline < 0.0 and score.furniture < 0.0:
                yield self.seam(tail, head), tail

    def _list_heads(self, tail: int) -> Iterator[tuple[float, int]]:
        for head in range(tail + 1, min(len(self.fragments), tail + 1 + RIVAL_REACH)):
            score = self.scores[head]
            if self.fragments[head].cut in ("", "text") and score.display < 0.0 and score.byline < 0.0:
                yield self.seam(tail, head), head

    def has_furniture_words(self, index: int) -> bool:
        """Whether a line's characters are likely those of furniture."""
        return self.line_logs[index].get("furniture", -math.inf) > LIKELY_FURNITURE

    def marks(self, strand: Strand, index: int) -> float:
        """What quotes and brackets say for a fragment going on in a strand's open paragraph, in nats."""
        closes = self.scores[index].closes > 0
        if strand.pending and closes:
            return self.weights.seam.marks
        return -self.weights.seam.marks if closes else 0.0

    def cohesion(self, characters: int, shared: float, index: int) -> float:
        """How much the words that a fragment shares with a strand speak for it, in nats.

        `characters` is the length of the strand, `shared` the weight of the words.
        """
        weights = self.weights.cohesion
        # A short fragment has few words to share: its silence says little.
        voice = min(1.0, self.scores[index].length / 60.0)
        expected = weights.expected * math.log1p(characters / weights.scale)
        value = weights.shared * math.log1p(shared) - expected * voice
        return max(-weights.limit, min(weights.limit, value))

    def likeness(self, strand: Strand, index: int) -> float:
        """How much a fragment is about the same as a strand, from -1 to 1; 0 where nothing is known of one of them."""
        return self.vectors.compare(strand.recent, index)

    def find_subject(self, index: int) -> int | None:
        """The fragment that tells what one is about: itself, behind a byline or a dateline the text that follows.

        None where no text follows at once: of bylines that stand together none is known to be the next text's.
        """
        if self.kinds[index] not in NAMELESS:
            return index
        ahead = range(index + 1, min(len(self.kinds), index + SUBJECT_REACH))
        behind = next((at for at in ahead if self.kinds[at] not in BETWEEN), None)
        return behind if behind is not None and self.kinds[behind] in TEXTS else None

    def tell_names(self, strand: Strand, index: int) -> str:
        """Whether the people that a fragment names, as far as the page named them before, stand in a strand."""
        terms, mask, known = self.terms, self.terms.masks[index], self.known[index]
        full = tell_names(known & terms.names, strand.words, mask)
        return full + tell_names(known & terms.surnames, strand.words, mask)

    def behind(self, index: int) -> str:
        """What the next line looks like at first sight."""
        return self.kinds[index + 1] if index + 1 < len(self.kinds) else "$"

    def likest(self, index: int) -> float:
        """How much a fragment is about the same as the one before it that it is likest."""
        if index not in self._likest:
            others = range(max(0, index - NEAREST_REACH), index)
            self._likest[index] = self.vectors.find_likest(index, others)
        return self._likest[index]

    def is_elsewhere(self, strand: Strand, index: int) -> bool:
        """Whether a line names a place that the strand's first line, which names others, does not."""
        home = self.scores[strand.first].places
        return bool(home) and bool(self.scores[index].places - home)

    def freshness(self, index: int) -> float:
        """What the first character says for a line or a paragraph that begins here; nothing behind （上接第一版）."""
        before = self.fragments[index - 1] if index else None
        if before and before.cut == "jump" and before.span.line == self.fragments[index].span.line:
            return 0.0
        return min(FRESHEST, self.scores[index].begins) * self.weights.structure.begin

    def is_twin(self, index: int, other: int) -> bool:
        """Whether two lines have the pattern of sister subheads."""
        return other in self.twins[index]

    def twin_value(self, index: int, last_subhead: int) -> float:
        """What sister lines of the same pattern say for a subhead."""
        structure = self.weights.structure
        if last_subhead >= 0:
            return structure.twin_before if last_subhead in self.twins[index] else 0.0
        return structure.twin_ahead if any(twin > index for twin in self.twins[index]) else 0.0

    def is_label(self, index: int) -> bool:
        """Whether a line may be a column label that no parser knows: short, above a display line (走基层 看变化)."""
        fragment = self.fragments[index]
        if (
            fragment.cut
            or not LABEL.fullmatch(fragment.text)
            or NEWS.search(fragment.text)
            or index + 1 == len(self.fragments)
        ):
            return False
        behind, score = self.fragments[index + 1], self.scores[index + 1]
        if behind.cut not in ("", "headline") or score.closed or score.length > LONGEST_BELOW:
            return False
        return score.display > LEAST_BELOW and score.byline < 0.0

    def _weigh_seam(self, before: int, behind: int) -> float:
        tail, head = self.fragments[before].text, self.fragments[behind].text
        weights = self.weights.seam
        features = measure_seam(tail, head, self.text)
        comma = tail[-1] in "，、,；;：:"
        ends = 0.0 if comma or not is_han(tail[-1]) else load_pair_model().ends.get(tail[-1], 0.0)
        return (
            weights.word * features.word
            + weights.crossing * (features.word > 0.1)
            + weights.pair * features.pair
            + weights.recurrence * features.recurrence
            + weights.number * features.number
            + weights.comma * comma
            + weights.free_after_comma * (max(-4.0, min(4.0, begins_freely(head))) if comma else 0.0)
            + weights.tail_ends * max(-4.0, min(4.0, ends))
            + weights.prose * max(-MOST_FLOW, min(MOST_FLOW, self.flow(before, behind)))
        )


def score_page(fragments: Sequence[Fragment], places: Places, weights: Weights | None = None) -> ScoredPage:
    """Score all fragments of a page."""
    scores = score_roles(fragments, places)
    texts = [fragment.text for fragment in fragments]
    words = list(map(cut_words, texts))
    terms = collect_terms(texts, words)
    weights = weights or Weights()
    counts = list(map(count_terms, texts, words))
    return ScoredPage(
        fragments=tuple(fragments),
        scores=scores,
        terms=terms,
        known=tuple(accumulate(terms.masks, or_, initial=0)),
        text="\n".join(texts),
        twins=_find_twins(fragments, scores),
        line_logs=tuple(tell_lines(fragments, weights.lines)),
        vectors=place_fragments(weights.space.place(counts)),
        weights=weights,
    )


def _find_twins(fragments: Sequence[Fragment], scores: Sequence[RoleScores]) -> tuple[frozenset[int], ...]:
    lines = [index for index, score in enumerate(scores) if score.subhead > -1.0 or score.display > 0.0]
    twins: list[set[int]] = [set() for _ in fragments]
    for position, left in enumerate(lines):
        for right in lines[position + 1 : position + 1 + TWIN_REACH]:
            if is_parallel(fragments[left].text, fragments[right].text):
                twins[left].add(right)
                twins[right].add(left)
    return tuple(map(frozenset, twins))

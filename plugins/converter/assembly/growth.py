"""Growth: what a strand becomes when a fragment is added to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from plugins.converter.pages.items import Kind
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Part, Signed, Strand

# Beside its first line, so many of the last tell what a strand is about.
LATELY = 7
# They say who wrote, and when, not what about.
NAMES = (Part.BYLINE, Part.DATELINE, Part.SIGNATURE)


@dataclass(frozen=True, slots=True)
class Growth:
    """The strands that one fragment makes of others.

    States that share a strand share what becomes of it, too, so equal strands stay one object. Strands are known by
    identity: a growth must not outlive the states it was asked about.
    """

    page: ScoredPage
    index: int
    _opened: dict[tuple[Kind, Part], Strand] = field(default_factory=dict)
    _extended: dict[tuple[int, Part], Strand] = field(default_factory=dict)

    def open(self, kind: Kind, part: Part) -> Strand:
        """A new strand that begins with the fragment."""
        if (kind, part) not in self._opened:
            empty = Strand(
                kind, self.index, 0, -1, 0, -1, False, 0, Signed.NO, -1, 0, 0, 0, -1, False, False, ()
            )
            self._opened[kind, part] = _extend(self.page, empty, self.index, part)
        return self._opened[kind, part]

    def extend(self, strand: Strand, part: Part) -> Strand:
        """A strand with the fragment added."""
        key = (id(strand), part)
        if key not in self._extended:
            self._extended[key] = _extend(self.page, strand, self.index, part)
        return self._extended[key]


def _extend(page: ScoredPage, strand: Strand, index: int, part: Part) -> Strand:
    return strand._replace(
        words=strand.words | page.terms.masks[index],
        characters=strand.characters + page.scores[index].length,
        recent=strand.recent
        if part in NAMES
        else (*strand.recent[:1], *strand.recent[1:][-LATELY + 1 :], index),
        **_tell_change(page, strand, index, part),
    )


def _tell_change(page: ScoredPage, strand: Strand, index: int, part: Part) -> Mapping[str, Any]:
    """The fields of a strand that a certain part changes."""
    if part is Part.DISPLAY:
        return {"displays": strand.displays + 1, "display_at": index}
    if part is Part.SUBHEAD:
        return {"subheads": strand.subheads + 1, "last_subhead": index}
    if part is Part.BYLINE:
        return {"signed": _sign(page, strand, index), "signed_at": index}
    if part is Part.DATELINE:
        return {"has_dateline": True}
    if part is Part.SIGNATURE:
        return {"is_open": False}
    scores = page.scores[index]
    pending = scores.opens + (max(0, strand.pending - scores.closes) if part is Part.JOIN else 0)
    return {
        "texts": strand.texts + (part is not Part.JOIN),
        "tail": index,
        "is_open": not scores.closed and not scores.formula,
        "pending": pending,
        "formula": strand.formula or scores.formula,
    }


def _sign(page: ScoredPage, strand: Strand, index: int) -> Signed:
    scores = page.scores[index]
    if strand.signed is not Signed.CUT and scores.byline_head:
        return Signed.CUT
    if not strand.texts:
        return Signed.LEADING
    begun = page.scores[strand.signed_at] if strand.signed is Signed.CUT else scores
    if begun.bracketed:
        return Signed.CLOSING
    return Signed.LEADING if strand.texts == 1 else Signed.PERHAPS_CLOSING

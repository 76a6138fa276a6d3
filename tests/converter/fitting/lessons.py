"""Lessons: scored pages with the moves that make their gold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.authorities import Places
from plugins.converter.pages.items import Kind
from plugins.converter.pages.page import read_page
from plugins.converter.scoring.displays import judge_displays
from plugins.converter.scoring.fragments import Fragment, cut_fragments
from plugins.converter.scoring.scored_page import ScoredPage, score_page
from plugins.converter.scoring.strands import Part
from plugins.converter.scoring.weights import Weights
from tests.converter.page_maker.gold import GoldItem

DISPLAYS = frozenset({Part.DISPLAY})
PARTS: Mapping[str, frozenset[Part]] = {
    "kicker": DISPLAYS,
    "headline": DISPLAYS,
    "deck": DISPLAYS,
    "subhead": frozenset({Part.SUBHEAD}),
    "byline": frozenset({Part.BYLINE}),
    "dateline": frozenset({Part.DATELINE}),
    "signature": frozenset({Part.SIGNATURE, Part.PARAGRAPH}),
}
BEGINNING = frozenset({Part.PARAGRAPH})
# Where words are lost, a paragraph may begin amid a sentence.
BEGINNING_OF_REST = frozenset({Part.PARAGRAPH, Part.ORPHAN})
JOINING = frozenset({Part.JOIN})
LINE = frozenset({Part.LINE})
NOTICE_BODY = frozenset({Part.PARAGRAPH, Part.SIGNATURE, Part.JOIN})


@dataclass(frozen=True, slots=True)
class Target:
    """What becomes of a fragment: the gold item by its number, its kind, the parts that are right."""

    item: int
    kind: Kind
    parts: frozenset[Part]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A scored page and the target of each of its fragments."""

    page: ScoredPage
    targets: tuple[Target, ...]

    @property
    def articles(self) -> set[frozenset[int]]:
        """The fragments of each article and notice."""
        owned: dict[int, set[int]] = {}
        for index, target in enumerate(self.targets):
            if target.kind in (Kind.ARTICLE, Kind.NOTICE):
                owned.setdefault(target.item, set()).add(index)
        return set(map(frozenset, owned.values()))


def prepare_lesson(text: str, items: Sequence[GoldItem], places: Places, weights: Weights) -> Lesson | None:
    """Score a page and find its targets; None where a fragment begins in no gold item."""
    with TemporaryDirectory(prefix="jianbao-fitting-") as folder:
        path = Path(folder, "page.txt")
        path.write_bytes(text.encode("utf-8"))
        fragments = cut_fragments(read_page(path))
    targets = _find_targets(fragments, items)
    if targets is None:
        return None
    return Lesson(judge_displays(score_page(fragments, places, weights)), targets)


def _find_targets(fragments: Iterable[Fragment], items: Sequence[GoldItem]) -> tuple[Target, ...] | None:
    owners = {
        (line, column): (number, element.role, piece)
        for number, item in enumerate(items)
        for element in item.elements
        for piece, (line, start, end) in enumerate(element.spans)
        for column in range(start, end)
    }
    targets: list[Target] = []
    for fragment in fragments:
        owner = owners.get((fragment.span.line, fragment.span.start))
        if owner is None:
            return None
        number, role, piece = owner
        kind = Kind(items[number].kind)
        targets.append(Target(number, kind, _choose_parts(items[number], role, piece)))
    return tuple(targets)


def _choose_parts(item: GoldItem, role: str, piece: int) -> frozenset[Part]:
    kind = Kind(item.kind)
    if kind not in (Kind.ARTICLE, Kind.NOTICE):
        return LINE
    if kind is Kind.NOTICE and role != "headline":
        return NOTICE_BODY
    if role == "paragraph":
        return JOINING if piece else BEGINNING_OF_REST if item.incomplete else BEGINNING
    return PARTS[role]

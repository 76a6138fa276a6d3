"""Briefs: a column of short news under one label, each without a headline, is as many articles.

The search sees a headline and its paragraphs. What tells them apart is the form: the label names such a column (短波,
一句话新闻) or there is none, and the first paragraph and others open alike, with a bullet or with a place and a space
(`沂源 11月13日下午…`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plugins.converter.assembly.margins import Cutting
from plugins.converter.pages.items import Kind
from plugins.converter.parsers.brief_signs import find_brief_sign, is_brief_label
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Group, Part

Member = tuple[int, Part]


def part_briefs(page: ScoredPage, cuttings: Sequence[Cutting]) -> tuple[Cutting, ...]:
    """Part each column of briefs that was read as one article; its label is furniture."""
    return tuple(part for cutting in cuttings for part in _part(page, cutting))


def _part(page: ScoredPage, cutting: Cutting) -> Iterator[Cutting]:
    label, rest = _split_label(cutting.group.members)
    if cutting.group.kind is not Kind.ARTICLE or not all(
        is_brief_label(page.fragments[index].text) for index, _ in label
    ):
        yield cutting
        return
    pieces = list(_cut(page, rest))
    if len(pieces) < 2:
        yield cutting
        return
    if label:
        yield _regroup(cutting, Kind.FURNITURE, [(index, Part.LINE) for index, _ in label])
    yield from (_regroup(cutting, Kind.ARTICLE, piece) for piece in pieces)


def _regroup(cutting: Cutting, kind: Kind, members: Sequence[Member]) -> Cutting:
    return replace(cutting, group=Group(kind, tuple(members)), rival=None)


def _split_label(members: Sequence[Member]) -> tuple[Sequence[Member], Sequence[Member]]:
    """The display lines before an article's texts, and the rest."""
    count = next((at for at, (_, part) in enumerate(members) if part is not Part.DISPLAY), len(members))
    return members[:count], members[count:]


def _cut(page: ScoredPage, members: Sequence[Member]) -> Iterator[list[Member]]:
    """Cut the texts before each one that opens as the first does; none where the first opens as no brief."""
    sign = _find_sign(page, *members[0]) if members else None
    if sign is None:
        return
    piece: list[Member] = []
    for member in members:
        if piece and _find_sign(page, *member) == sign:
            yield piece
            piece = []
        piece.append(member)
    yield piece


def _find_sign(page: ScoredPage, index: int, part: Part) -> str | None:
    return find_brief_sign(page.fragments[index].text) if part in (Part.PARAGRAPH, Part.ORPHAN) else None

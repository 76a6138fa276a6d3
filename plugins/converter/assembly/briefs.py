"""Briefs: a column of short news under one label, each without a headline, is as many articles.

The search sees a headline and its paragraphs. What tells them apart is the form: the label names such a column (短波,
一句话新闻) or there is none, and the first paragraph and others open alike, with a bullet or with a place and a space
(`沂源 11月13日下午…`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plugins.converter.assembly.margins import Cutting
from plugins.converter.language.characters import fold
from plugins.converter.pages.items import Kind
from plugins.converter.parsers.list_rows import is_table_row
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Group, Part

_LABEL = re.compile(
    r"\W*\w{0,6}(?:短波|快报|快讯|简讯|简报|短讯|短新闻|简明新闻|一句话新闻|新闻速递|速览|快览|集锦|播报|扫描|传真|要闻|资讯|动态)\W*"
)
_BULLET = re.compile(r"[●○◎■□◆◇▲△★☆▶►·•]")
_PLACE = re.compile(r"[一-龥]{2,4}[ \u3000](?=\S)")
# A brief says when, where and what; columns of shorter lines (县市区快报) are one list.
_SHORTEST = 32

Member = tuple[int, Part]


def part_briefs(page: ScoredPage, cuttings: Sequence[Cutting]) -> tuple[Cutting, ...]:
    """Part each column of briefs that was read as one article; its label is furniture."""
    return tuple(part for cutting in cuttings for part in _part(page, cutting))


def _part(page: ScoredPage, cutting: Cutting) -> Iterator[Cutting]:
    label, rest = _split_label(cutting.group.members)
    if cutting.group.kind is not Kind.ARTICLE or not all(_is_brief_label(page, index) for index, _ in label):
        yield cutting
        return
    pieces = list(_cut(page, rest))
    if len(pieces) < 2:
        yield cutting
        return
    for members in ([(index, Part.LINE) for index, _ in label], *pieces):
        if members:
            kind = Kind.FURNITURE if members[0][1] is Part.LINE else Kind.ARTICLE
            yield replace(cutting, group=Group(kind, tuple(members)), rival=None)


def _split_label(members: Sequence[Member]) -> tuple[Sequence[Member], Sequence[Member]]:
    """The display lines before an article's texts, and the rest."""
    count = next((at for at, (_, part) in enumerate(members) if part is not Part.DISPLAY), len(members))
    return members[:count], members[count:]


def _is_brief_label(page: ScoredPage, index: int) -> bool:
    return _LABEL.fullmatch(page.fragments[index].text.strip()) is not None


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
    """What a text opens with: its bullet, or a space for a place and a space."""
    text = fold(page.fragments[index].text)
    if part not in (Part.PARAGRAPH, Part.ORPHAN) or len(text) < _SHORTEST or is_table_row(text):
        return None
    bullet = _BULLET.match(text)
    if bullet:
        return bullet[0]
    return " " if _PLACE.match(text) else None

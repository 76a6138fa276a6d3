"""Regrouping: joins that the search could not follow, made on the finished partition.

The search reads forward and drops items that look finished, and captions and furniture stand apart line by line. A join
that goes back up the page, into a finished item or into a caption is made here instead.
"""

from collections.abc import Sequence
from dataclasses import replace

from plugins.converter.assembly.constraints import Constraints
from plugins.converter.assembly.margins import Cutting
from plugins.converter.assembly.moves import APART
from plugins.converter.pages.items import Kind
from plugins.converter.scoring.strands import Group, Part

Members = tuple[tuple[int, Part], ...]
_TEXT = (Part.PARAGRAPH, Part.ORPHAN, Part.JOIN)
# What heads another item, or is a line of one that has no parts, is text in the item it comes to.
_FOREIGN = (Part.DISPLAY, Part.LINE)


def join_groups(cuttings: Sequence[Cutting], constraints: Constraints) -> tuple[Cutting, ...]:
    """Make every join of the constraints that is not made yet."""
    joined = tuple(cuttings)
    for join in constraints.joins:
        joined = _join(joined, join.tail, join.head)
        for piece in range(join.head, join.end):
            joined = _join(joined, piece, piece + 1)
    return joined


def _join(cuttings: tuple[Cutting, ...], tail: int, head: int) -> tuple[Cutting, ...]:
    target, source = _find(cuttings, tail), _find(cuttings, head)
    if target is source:
        return cuttings
    stays, goes = _split(source.group.members, head)
    before, after = _split(target.group.members, tail, behind=True)
    kind = target.group.kind
    members = before + _adapt(goes, kind, before[-1][1]) + after
    replacements = {id(target): [_regroup(target, members)], id(source): []}
    if stays:
        replacements[id(source)] = [_regroup(source, stays)]
    return tuple(new for cutting in cuttings for new in replacements.get(id(cutting), [cutting]))


def _find(cuttings: Sequence[Cutting], fragment: int) -> Cutting:
    return next(cutting for cutting in cuttings if fragment in cutting.group.fragments)


def _split(members: Members, fragment: int, behind: bool = False) -> tuple[Members, Members]:
    """Part members before a fragment, or behind it."""
    position = [index for index, _ in members].index(fragment) + behind
    return members[:position], members[position:]


def _adapt(members: Members, kind: Kind, last: Part) -> Members:
    """Give members the parts they play in another item, behind a member with the part `last`."""
    first, own = members[0]
    if kind in APART:
        return ((first, Part.JOIN), *((index, Part.LINE) for index, _ in members[1:]))
    if kind is Kind.ADVERTISEMENT:
        return tuple((index, Part.LINE) for index, _ in members)
    if own in _TEXT or own in _FOREIGN:
        own = Part.JOIN if last in _TEXT else last if last is Part.DISPLAY else Part.PARAGRAPH
    rest = [(index, Part.PARAGRAPH if part in _FOREIGN else part) for index, part in members[1:]]
    return ((first, own), *rest)


def _regroup(cutting: Cutting, members: Members) -> Cutting:
    return replace(cutting, group=Group(cutting.group.kind, members), rival=None)

"""Description: groups of fragments as items with elements, byline, section and problems."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plugins.converter.assembly.certainty import judge_confidence
from plugins.converter.assembly.margins import Cutting
from plugins.converter.assembly.rivals import tell_rival
from plugins.converter.description.closing_credits import part_closing_credit
from plugins.converter.description.head_cues import Opening
from plugins.converter.description.heads import Head, read_head
from plugins.converter.description.losses import find_losses
from plugins.converter.description.lost_heads import flag_lost_heads
from plugins.converter.description.notice_ends import sign_notice
from plugins.converter.language.characters import is_final
from plugins.converter.language.names import is_pen_name
from plugins.converter.pages.items import Credit, Element, Item, Kind, Role
from plugins.converter.parsers.byline_reading import Byline
from plugins.converter.parsers.bylines import join_bylines, parse_byline_line
from plugins.converter.parsers.list_rows import begins_row
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Group, Part

TEXTS = (Part.PARAGRAPH, Part.ORPHAN, Part.JOIN)
# So many fragments of text are enough to tell the headline again.
LEADING = 3
_ROLES = {
    Part.SUBHEAD: Role.SUBHEAD,
    Part.DATELINE: Role.DATELINE,
    Part.SIGNATURE: Role.SIGNATURE,
    Part.PARAGRAPH: Role.PARAGRAPH,
    Part.ORPHAN: Role.PARAGRAPH,
    Part.JOIN: Role.PARAGRAPH,
    Part.LINE: Role.PARAGRAPH,
}


def describe_items(page: ScoredPage, cuttings: Sequence[Cutting]) -> tuple[Item, ...]:
    """Make items of a page's groups, in page order."""
    ordered = sorted(cuttings, key=lambda cutting: page.fragments[min(cutting.group.fragments)].span)
    items = [_describe(page, cutting, cuttings) for cutting in _merge_furniture(page, ordered)]
    return flag_lost_heads(_spread_sections(page, items, ordered))


def _describe(page: ScoredPage, cutting: Cutting, cuttings: Sequence[Cutting]) -> Item:
    group = cutting.group
    head = _read_head(page, group)
    elements = (*head.elements, *_body(page, group.kind, _list_body(group, head)))
    if group.kind is Kind.ARTICLE:
        elements = part_closing_credit(elements)
    elif group.kind is Kind.NOTICE:
        elements = sign_notice(elements)
    losses = find_losses(page, group) if group.kind is Kind.ARTICLE else ()
    return Item(
        kind=group.kind,
        elements=elements,
        credit=read_credit(elements),
        incomplete=bool(losses),
        problems=losses,
        confidence=judge_confidence(page, cutting, cuttings, head.likelihood, losses),
        runner_up=tell_rival(page, cutting),
    )


def _read_head(page: ScoredPage, group: Group) -> Head:
    """The display lines; the first line of an advertisement is its headline."""
    displays = [page.fragments[index] for index, part in group.members if part is Part.DISPLAY]
    if not displays and group.kind is Kind.ADVERTISEMENT:
        first = page.fragments[group.members[0][0]]
        return Head((Element(Role.HEADLINE, (first.span,), first.text),), 0.0)
    texts = [page.fragments[index].text for index, part in group.members if part in TEXTS]
    has_dateline = any(part is Part.DATELINE for _, part in group.members)
    return read_head(displays, Opening("".join(texts[:LEADING]), has_dateline))


def _list_body(group: Group, head: Head) -> list[tuple[int, Part]]:
    rest = [member for member in group.members if member[1] is not Part.DISPLAY]
    return rest[1:] if head.elements and len(rest) == len(group.members) else rest


def _body(page: ScoredPage, kind: Kind, members: Sequence[tuple[int, Part]]) -> Iterator[Element]:
    pending: Element | None = None
    paragraph: Element | None = None
    before = ""
    for index, part in members:
        fragment = page.fragments[index]
        is_row = paragraph is not None and (
            begins_row(before, fragment.text, len(paragraph.spans) == 1)
            # A column is hardly ever cut behind a final mark, and the lines of a notice are short.
            or (kind is Kind.NOTICE and is_final(before))
        )
        before = fragment.text
        if part is Part.JOIN and paragraph is not None and not is_row:
            paragraph = Element(
                Role.PARAGRAPH, (*paragraph.spans, fragment.span), paragraph.text + fragment.text
            )
            continue
        if part is Part.BYLINE and pending is not None:
            text = join_bylines((pending.text, fragment.text))
            pending = Element(Role.BYLINE, (*pending.spans, fragment.span), text)
            continue
        if paragraph is not None:
            yield paragraph
            paragraph = None
        if pending is not None:
            yield pending
            pending = None
        element = Element(_ROLES.get(part, Role.BYLINE), (fragment.span,), fragment.text)
        if part is Part.BYLINE:
            pending = element
        elif element.role is Role.PARAGRAPH:
            paragraph = element
        else:
            yield element
    yield from (element for element in (paragraph, pending) if element is not None)


def read_credit(elements: Sequence[Element]) -> Credit:
    """Read who signed an item from its bylines and signatures."""
    signed = [element for element in elements if element.role in (Role.BYLINE, Role.SIGNATURE)]
    bylines = [_read_byline(element) for element in signed if element.role is Role.BYLINE]
    return Credit(
        reporters=_collect(byline.reporters for byline in bylines if byline),
        correspondents=_collect(byline.correspondents for byline in bylines if byline),
        authors=_collect(byline.authors for byline in bylines if byline),
        text=" ".join(element.text for element in signed) or None,
    )


def _read_byline(element: Element) -> Byline | None:
    """Read a byline, also one that was cut within its only name (`(温玉` and `良)`), and a pen name (`(老舵)`)."""
    byline = parse_byline_line(element.text)
    if len(element.spans) > 1 and not (byline and byline.people):
        byline = parse_byline_line("".join(element.text.split())) or byline
    if byline is None:
        name = "".join(element.text.split()).strip("()（）")
        return Byline(authors=(name,)) if is_pen_name(name) else None
    return byline


def _collect(names: Iterator[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for some in names for name in some))


def _merge_furniture(page: ScoredPage, cuttings: Sequence[Cutting]) -> list[Cutting]:
    """A box of furniture is one item: lines of one page corner that follow one another (000:L9, L11, L13)."""
    merged: list[Cutting] = []
    for cutting in cuttings:
        last = merged[-1] if merged else None
        if last is not None and _is_one_box(page, last.group, cutting.group):
            group = Group(Kind.FURNITURE, last.group.members + cutting.group.members)
            merged[-1] = Cutting(group, min(last.margin, cutting.margin), last.rival)
        else:
            merged.append(cutting)
    return merged


def _is_one_box(page: ScoredPage, left: Group, right: Group) -> bool:
    if left.kind is not Kind.FURNITURE or right.kind is not Kind.FURNITURE:
        return False
    last, first = left.members[-1][0], right.members[0][0]
    types = {page.scores[last].furniture_type, page.scores[first].furniture_type}
    return first == last + 1 and page.fragments[first].gap <= 1 and types == {"hotline"}


def _spread_sections(page: ScoredPage, items: Sequence[Item], cuttings: Sequence[Cutting]) -> list[Item]:
    """A column label names the section of the articles behind it, up to the next label or advertisement (002:L45)."""
    labels = {
        page.fragments[index].span
        for cutting in cuttings
        for index in cutting.group.fragments
        if cutting.group.kind is Kind.FURNITURE and page.scores[index].column_label
    }
    section: str | None = None
    spread: list[Item] = []
    for item in items:
        if item.kind is Kind.ADVERTISEMENT:
            section = None
        elif item.kind is Kind.FURNITURE and item.elements[0].spans[0] in labels:
            section = item.elements[0].text
            item = replace(item, section=section)
        elif item.kind is Kind.ARTICLE:
            item = replace(item, section=section)
        spread.append(item)
    return spread

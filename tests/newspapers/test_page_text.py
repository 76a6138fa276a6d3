from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newspapers.ledger import PageItem, Span
from plugins.newspapers.page_text import group_runs, mark_lines, write_lines


def make_item(number: int, *spans: Span) -> PageItem:
    return PageItem(number, "article", f"题{number}", None, "", spans, False, 0.9, (), None)


def test_runs_tell_where_an_item_goes_on() -> None:
    lines = ["甲题", "", "甲一", "乙题", "甲二"]
    items = [
        make_item(1, Span(1, 0, 2, "headline"), Span(3, 0, 2), Span(5, 0, 2)),
        make_item(2, Span(4, 0, 2)),
    ]
    runs = group_runs(mark_lines(lines, items))
    assert [(run.owner, run.part, [line.number for line in run.lines]) for run in runs] == [
        (1, 1, [1, 3]),
        (2, 1, [4]),
        (1, 2, [5]),
    ]
    assert [(run.continued_from, run.continues_at) for run in runs] == [(None, 5), (None, None), (3, None)]


def test_line_of_two_items_appears_once_for_each() -> None:
    items = [make_item(1, Span(1, 0, 2)), make_item(2, Span(1, 3, 5))]
    owned = mark_lines(["甲甲 乙乙"], items)
    assert [(line.owner, "".join(piece.text for piece in line.pieces)) for line in owned] == [
        (1, "甲甲 "),
        (2, "乙乙"),
    ]


def test_masked_numbers_are_marked_with_what_parts_them() -> None:
    lines = ["证号" + "*" * 18 + "，电话***-****-****，评分***"]
    (line,) = mark_lines(lines, [make_item(1, Span(1, 0, len(lines[0])))])
    assert [piece.text for piece in line.pieces if piece.is_masked] == ["*" * 18, "***-****-****"]


def test_lines_without_an_owner_are_shown_too() -> None:
    (line,) = mark_lines(["无主"], [])
    assert (line.owner, line.pieces[0].text) == (None, "无主")


def test_ranges_pass_over_blank_lines() -> None:
    assert write_lines([51, 52, 55, 67], {53, 54}) == "51-55、67"
    assert write_lines([1, 3]) == "1、3"


@st.composite
def pages(draw: st.DrawFn) -> tuple[list[str], list[PageItem]]:
    """Lines whose characters are dealt out to items in stretches, as the converter's ledgers do."""
    lines = draw(st.lists(st.text(st.sampled_from("甲乙 *1<"), max_size=30), max_size=8))
    owners: dict[int, list[Span]] = {}
    for number, text in enumerate(lines, 1):
        cuts = sorted(draw(st.sets(st.integers(1, max(len(text) - 1, 1)), max_size=3)))
        bounds = [0, *(cut for cut in cuts if cut < len(text)), len(text)]
        for start, end in pairwise(bounds):
            if start < end:
                owners.setdefault(draw(st.integers(1, 3)), []).append(Span(number, start, end))
    return lines, [make_item(number, *spans) for number, spans in owners.items()]


@given(pages())
@settings(max_examples=100, deadline=None)
def test_original_text_is_shown_whole(page: tuple[list[str], list[PageItem]]) -> None:
    lines, items = page
    shown: dict[int, str] = {}
    for run in group_runs(mark_lines(lines, items)):
        for line in run.lines:
            assert line.owner == run.owner
            shown[line.number] = shown.get(line.number, "") + "".join(piece.text for piece in line.pieces)
    assert shown == {number: text for number, text in enumerate(lines, 1) if text.strip()}

"""Item numbers: unique, kept on re-conversion, never given again. Permalinks depend on them."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.converter.ledgers.ledger import Numbering, Stamp, dump_ledger, load_numbering
from plugins.converter.ledgers.numbering import FIRST, number_items
from plugins.converter.pages.items import Element, Item, Kind, PageFacts, PageItems, Role
from plugins.converter.pages.spans import Span

LINES, WIDTH = 8, 6
Cutting = list[int]


def make_items(owners: Sequence[int]) -> tuple[Item, ...]:
    """Items of a page whose line n belongs to the item that owners[n] names, in page order."""
    lines: dict[int, list[Span]] = {}
    for number, owner in enumerate(owners, 1):
        lines.setdefault(owner, []).append(Span(number, 0, WIDTH))
    return tuple(
        Item(Kind.ARTICLE, tuple(Element(Role.PARAGRAPH, (span,), "字" * WIDTH) for span in spans))
        for spans in lines.values()
    )


def renumber(cuttings: Sequence[Cutting]) -> list[tuple[tuple[Item, ...], Numbering]]:
    """Convert a page once for each cutting, each time with what the ledger of the time before tells."""
    numbering = FIRST
    conversions = []
    for owners in cuttings:
        items, numbering = number_items(make_items(owners), numbering)
        conversions.append((items, numbering))
        ledger = dump_ledger(PageItems(PageFacts("p"), items), numbering, Stamp())
        numbering = load_numbering(ledger)
    return conversions


def numbers(items: Sequence[Item]) -> list[int]:
    return [item.number for item in items]


cuttings = st.lists(st.integers(0, 4), min_size=LINES, max_size=LINES)


def test_first_numbers_count_from_one_in_page_order() -> None:
    items, numbering = number_items(make_items([0, 0, 1, 2]))
    assert numbers(items) == [1, 2, 3]
    assert numbering.next == 4


@settings(max_examples=100, deadline=None)
@given(st.lists(cuttings, min_size=1, max_size=5))
def test_numbers_of_a_page_are_unique_and_never_given_again(history: list[Cutting]) -> None:
    given_before: set[int] = set()
    present: set[int] = set()
    for items, numbering in renumber(history):
        assert len(set(numbers(items))) == len(items)
        # A number that was free, and had been given, stays free for ever.
        assert set(numbers(items)) & given_before <= present
        given_before |= set(numbers(items))
        present = set(numbers(items))
        assert numbering.next > max(given_before)


@settings(max_examples=100, deadline=None)
@given(cuttings)
def test_same_cutting_keeps_all_numbers(owners: Cutting) -> None:
    (first, _), (second, _) = renumber([owners, owners])
    assert numbers(first) == numbers(second)


@settings(max_examples=100, deadline=None)
@given(cuttings, cuttings)
def test_item_keeps_the_number_it_shares_most_characters_with(before: Cutting, after: Cutting) -> None:
    (old, _), (new, _) = renumber([before, after])
    shares = {
        (item.number, other.number): len(set(item.spans) & set(other.spans)) for item in new for other in old
    }
    kept = {item.number for item in new} & {item.number for item in old}
    for item in new:
        for other in old:
            shared = len(set(item.spans) & set(other.spans))
            if shared and item.number != other.number:
                # Either side has a match that is at least as good.
                own = shares.get((item.number, item.number), 0)
                rival = shares.get((other.number, other.number), 0)
                assert max(own, rival) >= shared
                assert item.number in kept or other.number in kept


def test_split_item_leaves_its_number_to_the_larger_part_and_merged_ones_keep_the_larger() -> None:
    (_, _), (split, _), (merged, _) = renumber([[0, 0, 0, 1], [0, 2, 2, 1], [0, 0, 0, 0]])
    assert numbers(split) == [3, 1, 2]
    assert numbers(merged) == [1]


def test_number_of_a_lost_item_is_not_given_again_even_when_it_was_the_highest() -> None:
    *_, (items, _) = renumber([[0, 1, 2], [0, 1, 1], [0, 1, 2]])
    assert numbers(items) == [1, 2, 4]


def test_ledger_of_before_the_numbering_key_counts_on_from_its_highest_number() -> None:
    text = '{"items": [{"number": 7, "spans": [[1, 0, 6]]}]}'
    items, numbering = number_items(make_items([0, 1]), load_numbering(text))
    assert numbers(items) == [7, 8]
    assert numbering.next == 9

"""Item numbers: given once, kept on re-conversion, never given again. Permalinks depend on them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from plugins.converter.ledgers.ledger import Numbering
from plugins.converter.pages.items import Item
from plugins.converter.pages.spans import Span

FIRST = Numbering({}, 1)


def number_items(items: Sequence[Item], old: Numbering = FIRST) -> tuple[tuple[Item, ...], Numbering]:
    """Give every item its number and return what the next conversion has to know.

    An item keeps the number of the old item with which it shares most characters; where two want the same number,
    the one that shares more has it, the earlier one on a draw. All others get numbers never used before.
    """
    kept = _match(items, old)
    following = old.next
    numbered = []
    for position, item in enumerate(items):
        number = kept.get(position)
        if number is None:
            number, following = following, following + 1
        numbered.append(replace(item, number=number))
    return tuple(numbered), Numbering({item.number: item.spans for item in numbered}, following)


def _match(items: Sequence[Item], old: Numbering) -> dict[int, int]:
    owners = _owners(old)
    claims: list[tuple[int, int, int]] = []
    for position, item in enumerate(items):
        shared: Counter[int] = Counter()
        for span in item.spans:
            for number, count in _shares(owners, span):
                shared[number] += count
        claims.extend((-count, position, number) for number, count in shared.items())
    kept: dict[int, int] = {}
    taken: set[int] = set()
    for _, position, number in sorted(claims):
        if position not in kept and number not in taken:
            kept[position] = number
            taken.add(number)
    return kept


def _owners(old: Numbering) -> dict[int, list[tuple[int, int, int]]]:
    owners: dict[int, list[tuple[int, int, int]]] = {}
    for number, spans in old.spans.items():
        for line, start, end in spans:
            owners.setdefault(line, []).append((start, end, number))
    return owners


def _shares(owners: dict[int, list[tuple[int, int, int]]], span: Span) -> list[tuple[int, int]]:
    shares = []
    for start, end, number in owners.get(span.line, ()):
        count = min(end, span.end) - max(start, span.start)
        if count > 0:
            shares.append((number, count))
    return shares

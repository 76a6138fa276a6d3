"""Long lists in parts: a first file at the list's own address, the others below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Part(Generic[Kind]):
    """One part of a list: what it shows, which of how many it is, and the addresses beside it."""

    values: Sequence[Kind]
    number: int
    count: int
    url: str
    previous_url: str | None
    following_url: str | None


def cut_parts(values: Sequence[Kind], url: str, most: int) -> Iterator[Part[Kind]]:
    """Yield the parts of at most `most` values; a list without values is one empty part at `url`."""
    count = max(1, -(-len(values) // most))
    urls = [url, *(f"{url}page/{number}/" for number in range(2, count + 1))]
    for position, own in enumerate(urls):
        yield Part(
            values[position * most : (position + 1) * most],
            position + 1,
            count,
            own,
            urls[position - 1] if position else None,
            urls[position + 1] if position + 1 < count else None,
        )

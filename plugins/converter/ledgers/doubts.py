"""Doubts: what a ledger says that a person should look at."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.converter.ledgers.ledger import LedgerError
from plugins.converter.pages.items import Kind
from plugins.converter.pages.spans import Span, list_lines

# Below this an item needs a look; see certainty.py for the scale.
DOUBTFUL = 0.5
# An item without headline is shown by as many characters of its text.
OPENING = 30


@dataclass(frozen=True, slots=True)
class Doubt:
    """An item as a person judges it: where it stands, what is wrong, and the second-best reading.

    `is_lacking` when it lacks text and nobody said that this is lost; `is_settled` when a person said how certain it
    is; `is_pressing` when it needs a look: an article that is uncertain or lacking.
    """

    page_id: str
    number: int
    kind: str
    spans: tuple[Span, ...]
    headline: str
    confidence: float
    reasons: tuple[str, ...]
    rival: str | None
    is_lacking: bool
    is_settled: bool
    is_pressing: bool

    @property
    def line(self) -> int:
        """The first line."""
        return min(self.spans).line

    @property
    def lines(self) -> str:
        """All lines in words: `51-55, 67`."""
        return list_lines(self.spans)

    def tell(self) -> str:
        """Say in one line what to look at, and why."""
        reasons = "; ".join(self.reasons)
        return f"item {self.number} (line {self.line}): certainty {self.confidence:.2f}, {reasons}"


@dataclass(frozen=True, slots=True)
class Account:
    """What a ledger tells about its page: its items as doubts, in page order, and corrections that do not fit."""

    doubts: tuple[Doubt, ...]
    misfits: tuple[str, ...]

    def count(self, kind: Kind) -> int:
        """How many items are of a kind."""
        return sum(doubt.kind == kind for doubt in self.doubts)


def read_account(text: str) -> Account:
    """Read a ledger's text. Raises LedgerError."""
    try:
        record = json.loads(text)
        page_id = record["page"]["id"]
        doubts = tuple(_read_doubt(page_id, item) for item in record["items"])
        return Account(doubts, tuple(record.get("misfits", ())))
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise LedgerError(f"not a ledger ({error!r}); delete it and convert again") from error


def _read_doubt(page_id: str, item: Mapping[str, Any]) -> Doubt:
    corrected = item.get("corrected", ())
    doubtful = item["confidence"] < DOUBTFUL
    lacking = item["incomplete"] and "incomplete" not in corrected
    return Doubt(
        page_id=page_id,
        number=item["number"],
        kind=item["kind"],
        spans=tuple(Span(*span) for span in item["spans"]),
        headline=item["headline"] or "".join(item["paragraphs"])[:OPENING],
        confidence=item["confidence"],
        reasons=tuple(_list_reasons(item)),
        rival=item.get("runner_up"),
        is_lacking=lacking,
        is_settled="confidence" in corrected,
        is_pressing=item["kind"] == Kind.ARTICLE and (doubtful or lacking),
    )


def _list_reasons(item: Mapping[str, Any]) -> Iterator[str]:
    """Say in Chinese, as the problems are, why an item is uncertain."""
    yield from item["problems"]
    if item["kind"] == Kind.ARTICLE and not item["headline"]:
        yield "没有标题"
    if item["confidence"] < DOUBTFUL and item.get("runner_up"):
        yield "另一种读法几乎同样可能"

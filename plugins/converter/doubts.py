"""Doubts: what a ledger says that a person should look at."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.converter.items import Kind
from plugins.converter.ledger import LedgerError
from plugins.converter.spans import Span, list_lines

# Below this an item needs a look; see certainty.py for the scale.
DOUBTFUL = 0.5


@dataclass(frozen=True, slots=True)
class Doubt:
    """An item as a person judges it: all its lines by name, what is wrong, and the second-best reading.

    `is_pressing` when it needs a look: an article that is uncertain, or that lacks text nobody said is lost.
    """

    page_id: str
    number: int
    kind: str
    line: int
    lines: str
    headline: str
    confidence: float
    reasons: tuple[str, ...]
    rival: str | None
    is_settled: bool
    is_pressing: bool

    def tell(self) -> str:
        """Say in one line what to look at, and why."""
        reasons = "; ".join(self.reasons) or f"certainty {self.confidence:.2f}"
        return f"item {self.number} (line {self.line}): {reasons}"


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
    spans = [Span(*span) for span in item["spans"]]
    corrected = item.get("corrected", ())
    doubtful = item["confidence"] < DOUBTFUL
    lacking = item["incomplete"] and "incomplete" not in corrected
    return Doubt(
        page_id=page_id,
        number=item["number"],
        kind=item["kind"],
        line=min(spans).line,
        lines=list_lines(spans),
        headline=item["headline"] or "".join(item["paragraphs"])[:30],
        confidence=item["confidence"],
        reasons=tuple(item["problems"]),
        rival=item.get("runner_up"),
        is_settled="confidence" in corrected,
        is_pressing=item["kind"] == Kind.ARTICLE and (doubtful or lacking),
    )

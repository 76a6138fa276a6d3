"""Strands: the items of a page while they are being read, and the search states that hold them."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from plugins.converter.pages.items import Kind


class Part(Enum):
    """What a fragment adds to a strand."""

    DISPLAY = "display"  # headline, kicker or deck: told apart when the item is complete
    SUBHEAD = "subhead"
    JOIN = "join"  # text that goes on where the strand's text was cut
    ORPHAN = "orphan"  # text that goes on from words that are lost
    PARAGRAPH = "paragraph"
    BYLINE = "byline"
    DATELINE = "dateline"
    SIGNATURE = "signature"
    LINE = "line"  # a line of an advertisement, of furniture, a caption

    # A part is asked for its hash a hundred thousand times for each page; Enum would hash its name each time.
    __hash__ = object.__hash__


class Signed(Enum):
    """Whether a strand has its byline."""

    NO = 0
    LEADING = 1  # before the body, or after its first paragraph
    PERHAPS_CLOSING = 2
    CLOSING = 3
    CUT = 4  # the byline itself was cut and waits for its end

    # So is this, as strands are compared.
    __hash__ = object.__hash__


class Strand(NamedTuple):
    """An item that may still go on. Indexes count the page's fragments; -1 is none.

    `pending` counts quotes and brackets that the open paragraph has not closed. `recent` are the first of its lines of
    text and heads and the last ones.
    """

    kind: Kind
    first: int
    displays: int
    display_at: int
    texts: int
    tail: int
    is_open: bool
    pending: int
    signed: Signed
    signed_at: int
    words: int
    characters: int
    subheads: int
    last_subhead: int
    has_dateline: bool
    formula: bool
    recent: tuple[int, ...]


class Lead(NamedTuple):
    """By how many nats a fragment's place was better than the best other one, and the strand of that, -1 for none."""

    nats: float
    rival: int


class Trace(NamedTuple):
    """The way to a state: each fragment's part, the strand (named by its first fragment) it went to, and its lead."""

    previous: "Trace | None"
    fragment: int
    part: Part
    kind: Kind
    strand: int
    lead: Lead | None = None


class Turn(NamedTuple):
    """How many fragments in a row went to a strand, which its first fragment names."""

    strand: int
    lines: int


class State(NamedTuple):
    """A reading of the page up to some fragment. `active` is the position of the strand read last, -1 for none.

    `turns` are the last turns of its strands; furniture and captions have none.
    """

    score: float
    strands: tuple[Strand, ...]
    active: int
    trace: Trace | None
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The fragments of one item with their parts, in reading order."""

    kind: Kind
    members: tuple[tuple[int, Part], ...]

    @property
    def fragments(self) -> frozenset[int]:
        """The fragments without their parts."""
        return frozenset(fragment for fragment, _ in self.members)


def collect_groups(trace: Trace | None) -> tuple[Group, ...]:
    """Read the groups off a trace, in the order of their first fragments."""
    members: dict[int, list[tuple[int, Part]]] = {}
    kinds: dict[int, Kind] = {}
    while trace is not None:
        members.setdefault(trace.strand, []).append((trace.fragment, trace.part))
        kinds[trace.strand] = trace.kind
        trace = trace.previous
    return tuple(Group(kinds[first], tuple(reversed(members[first]))) for first in sorted(members))

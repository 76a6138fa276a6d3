"""Rhythm: in what order strands take turns.

Columns that stand side by side are read in an order that goes on: A B A B, or A B C A B C, two lines of each or twelve.
How far back the strand of the last turn lay, and how long the turns were, foretells the next one.
"""

from collections.abc import Sequence

from plugins.converter.assembly.waiting_heads import list_waiting
from plugins.converter.scoring.strands import Signed, Strand, Turn

# How many turns a state remembers: three columns twice.
MEMORY = 6
# Longer turns, and strands further back, are all the same.
MOST_LINES = 4
FARTHEST = 3
# More heads that wait for their text are all the same.
MOST_HEADS = 3
# A strand whose turn lies out of memory, or that is read for the first time.
UNKNOWN = "n"


def take_turn(turns: Sequence[Turn], strand: int) -> tuple[Turn, ...]:
    """The turns after one more fragment of a strand, which its first fragment names."""
    if turns and turns[-1].strand == strand:
        return (*turns[:-1], Turn(strand, turns[-1].lines + 1))
    return (*turns[1 - MEMORY :], Turn(strand, 1))


def rank_strand(turns: Sequence[Turn], strand: int) -> str:
    """How many other strands were read since a strand's last turn: 0 for the one read now."""
    between: set[int] = set()
    for turn in reversed(turns):
        if turn.strand == strand:
            return str(min(FARTHEST, len(between)))
        between.add(turn.strand)
    return UNKNOWN


def tell_rhythm(turns: Sequence[Turn]) -> str:
    """How far back the strand read now lay when its turn came, the lines of this turn and those of the one before."""
    if not turns:
        return ""
    before = min(MOST_LINES, turns[-2].lines) if len(turns) > 1 else 0
    return f"{rank_strand(turns[:-1], turns[-1].strand)}{min(MOST_LINES, turns[-1].lines)}{before}"


def tell_queue(strands: Sequence[Strand], position: int) -> str:
    """How many heads wait for their text, and how many of them before a strand's, unsigned ones apart.

    Where the heads of several articles stand together, bylines and texts follow in their order. Empty where none
    waits; `position` is -1 for a new strand.
    """
    waiting = list_waiting(strands)
    if not waiting:
        return ""
    count = str(min(MOST_HEADS, len(waiting)))
    if position not in waiting:
        return count
    earlier = waiting[: waiting.index(position)]
    if strands[position].signed is not Signed.NO:
        return f"{count}s{min(MOST_HEADS, len(earlier))}"
    unsigned = sum(strands[at].signed is Signed.NO for at in earlier)
    return f"{count}{min(MOST_HEADS, len(earlier))}{min(MOST_HEADS, unsigned)}"

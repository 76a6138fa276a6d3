"""Narrow columns: runs of short lines of one length, as where a story is set beside a picture.

Every printed line is a block then: 小区门口的枝叶, 挡住了信号灯, 司机要到跟前, …; only the last one may be shorter.
"""

from collections.abc import Iterator, Sequence

from plugins.converter.scoring.roles import RoleScores

# Characters in the widest line that is a narrow column's, and by how many its lines differ (an indent, a mark).
WIDEST, SLACK = 24, 2
# Longer runs are all the same.
LONGEST_RUN = 4


def list_column_cues(scores: Sequence[RoleScores], index: int) -> tuple[str, ...]:
    """How many lines of its length stand before a line and behind it, and whether it may end such a run."""
    length = scores[index].length
    if length > WIDEST:
        return ()
    before, behind = _count_run(scores, index, -1), _count_run(scores, index, 1)
    earlier = (
        _count_run(scores, index - 1, -1) if index and length <= scores[index - 1].length <= WIDEST else -1
    )
    mark = "." if scores[index].closed else ""
    return (f"C{before}{behind}{mark}", f"Ce{earlier}{mark}")


def list_pair_cues(scores: Sequence[RoleScores], tail: int, index: int) -> Iterator[str]:
    """How far two short lines differ in length, and whether the first stands in a run of such lines."""
    length, after = scores[tail].length, scores[index].length
    if length > WIDEST or after > WIDEST:
        return
    yield f"Cp{max(-3, min(3, after - length))}{_count_run(scores, tail, -1)}"


def _count_run(scores: Sequence[RoleScores], index: int, step: int) -> int:
    count, length = 0, scores[index].length
    at = index + step
    while 0 <= at < len(scores) and count < LONGEST_RUN and abs(scores[at].length - length) <= SLACK:
        count, at = count + 1, at + step
    return count

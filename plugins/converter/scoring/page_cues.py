"""Page cues: the line cues of a page with what the rest of the page says to each line."""

from collections.abc import Mapping, Sequence

from plugins.converter.scoring.columns import list_column_cues
from plugins.converter.scoring.fragment_vectors import list_likeness_cues
from plugins.converter.scoring.line_cues import bucket, coarse_bucket, list_line_cues
from plugins.converter.scoring.scored_page import ScoredPage

# Kinds that are less likely are not worth a cue, in logs of the probability.
LEAST_LOG = -4.5


def list_page_cues(page: ScoredPage) -> tuple[tuple[str, ...], ...]:
    """The cues of each fragment of a page."""
    labels = [page.is_label(index) for index in range(len(page.scores))]
    lines = list_line_cues(page.fragments, page.scores, page.kinds, page.terms, labels)
    likeliest = [
        _name_likeliest(logs, page.fragments[index].cut) for index, logs in enumerate(page.line_logs)
    ]
    likeness = list_likeness_cues(page.vectors, [coarse_bucket(score.length) for score in page.scores])
    return tuple(
        cues
        + likeness[index]
        + _list_kind_cues(page, index)
        + _list_company_cues(likeliest, index)
        + _list_seam_cues(page, index)
        + list_column_cues(page.scores, index)
        for index, cues in enumerate(lines)
    )


def _list_kind_cues(page: ScoredPage, index: int) -> tuple[str, ...]:
    """What kind of line its characters make it, as far as they do not speak against it."""
    logs = page.line_logs[index].items()
    return tuple(f"M{kind[0]}{bucket(log)}" for kind, log in logs if log > LEAST_LOG)


def _name_likeliest(logs: Mapping[str, float], cut: str) -> str:
    """The likeliest kind of a line; `x` for a long one, `-` for a piece of one."""
    return max(logs, key=logs.__getitem__)[0] if logs else "-" if cut else "x"


def _list_company_cues(likeliest: Sequence[str], index: int) -> tuple[str, str]:
    """What the neighbours are likely: advertisements and mastheads are several lines."""
    before = likeliest[index - 1] if index else "^"
    behind = likeliest[index + 1] if index + 1 < len(likeliest) else "$"
    return "Ob" + before + likeliest[index], "On" + likeliest[index] + behind


def _list_seam_cues(page: ScoredPage, index: int) -> tuple[str, ...]:
    """Whether the line goes on from another, and whether another goes on from it."""
    score = page.scores[index]
    size = coarse_bucket(score.length)
    if page.fragments[index].cut not in ("", "text"):
        return ()
    claimed = page.rival_tail(-1, index)
    wanted = 0.0 if score.closed else page.rival_head(index, -1)
    opening = page.opening(index)
    before = -9.0 if index == 0 or page.scores[index - 1].closed else page.seam(index - 1, index)
    return (
        "t" + bucket(claimed),
        "tb" + bucket(before) + size,
        "tc" + bucket(claimed - before, 2.0) + size,
        "o" + (bucket(wanted) if not score.closed else "."),
        "G" + bucket(opening),
        "GL" + bucket(opening, 2.0) + size,
        *_list_flow_cues(page, index, size),
    )


def _list_flow_cues(page: ScoredPage, index: int, size: str) -> tuple[str, ...]:
    """Whether the prose goes on from the line before, and into the next one."""
    before = bucket(page.flow(index - 1, index)) if index else "^"
    behind = bucket(page.flow(index, index + 1)) if index + 1 < len(page.fragments) else "$"
    return ("Gb" + before + size, "Gn" + behind + size)

"""Outcomes: what became of each page of a folder, for messages and exit codes."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """One page: the files that changed (or would change), or the reason why it could not be converted.

    `doubts` are the items that need a look, `misfits` the corrections that no longer fit, in words. `diffs` shows what
    a dry run would change in posts, as unified diffs.
    """

    page_id: str
    changed: tuple[str, ...] = ()
    failure: str | None = None
    skipped: bool = False
    articles: int = 0
    notices: int = 0
    doubts: tuple[str, ...] = ()
    misfits: tuple[str, ...] = ()
    diffs: tuple[str, ...] = ()


def count_outcomes(outcomes: Sequence[Outcome]) -> str:
    """Sum a conversion up in one line."""
    failed = sum(outcome.failure is not None for outcome in outcomes)
    skipped = sum(outcome.skipped for outcome in outcomes)
    articles = sum(outcome.articles for outcome in outcomes)
    notices = sum(outcome.notices for outcome in outcomes)
    return (
        f"{len(outcomes)} pages: {articles} articles, {notices} notices; "
        f"{skipped} unchanged, {failed} could not be converted"
    )

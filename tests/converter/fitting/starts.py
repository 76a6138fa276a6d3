"""Starts: which texts begin amid a sentence, learned from texts that were torn on purpose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from plugins.converter.description.start_cues import list_start_cues
from tests.converter.fitting.choices import Choice, Descent, fit_choices
from tests.converter.page_maker.article import SUBHEAD, Article
from tests.converter.page_maker.cutting import list_cuts

DESCENT = Descent(epochs=12, rate=0.3, decay=1e-4)
# A text is torn in so many ways, and counts as whole so often.
TORN = 3
LEAST = 40


def fit_starts(articles: Sequence[Article]) -> dict[str, float]:
    """Learn the weights of the cues of starts, by full name."""
    dice = Random(1)
    cases = [case for one in articles for case in _list_cases(one, dice)]
    return {f"lost {cue}": weight for cue, weight in fit_choices(cases, DESCENT, dice).items()}


def _list_cases(article: Article, dice: Random) -> Iterator[Choice]:
    body = [line for line in article.body if not line.startswith(SUBHEAD)]
    if article.kind != "article" or not body or len(body[0]) < LEAST:
        return
    cuts = [at for at in list_cuts(body[0]) if at < len(body[0]) - LEAST // 2]
    for _ in range(TORN):
        yield _show(body[0], is_torn=False)
        if cuts:
            yield _show(body[0][dice.choice(cuts) :], is_torn=True)


def _show(text: str, *, is_torn: bool) -> Choice:
    return ((is_torn, tuple(list_start_cues(text))), (not is_torn, ()))

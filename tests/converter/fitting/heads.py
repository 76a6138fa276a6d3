"""Heads: which display line is kicker, headline or deck, learned from the articles' own heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from plugins.converter.description.head_cues import list_head_cues, list_head_readings
from plugins.converter.pages.items import Role
from tests.converter.fitting.choices import Choice, Descent, fit_choices
from tests.converter.page_maker.article import Article
from tests.converter.page_maker.gold import GoldItem

EPOCHS, RATE, DECAY = 12, 0.15, 3e-5
# Each head is shown so often: a spaced headline stands now on one line, now on two.
SHOWN = 3
TWO_LINES = 0.25


@dataclass(frozen=True, slots=True)
class Head:
    """Display lines with the gaps before them, their roles, and the headlines that count as right."""

    texts: tuple[str, ...]
    gaps: tuple[int, ...]
    has_dateline: bool
    roles: tuple[Role, ...]
    accepted: frozenset[str]


def fit_heads(articles: Sequence[Article | GoldItem]) -> dict[str, float]:
    """Learn the weights of the cues of heads, by full name."""
    dice = Random(1)
    heads = [head for one in articles for head in _list_heads(one, dice, SHOWN)]
    weights = fit_choices([_list_readings(head) for head in heads], Descent(EPOCHS, RATE, DECAY), dice)
    return {f"head {cue}": weight for cue, weight in weights.items()}


def measure_heads(weights: Mapping[str, float], articles: Sequence[Article]) -> float:
    """The share of heads of two lines and more whose headline is found."""
    heads = [head for one in articles for head in _list_heads(one, Random(2), 1)]
    right = 0
    for head in heads:
        best = max(
            list_head_readings(len(head.texts)),
            key=lambda roles: sum(
                weights.get(f"head {cue}", 0.0)
                for cue in list_head_cues(head.texts, head.gaps, head.has_dateline, roles)
            ),
        )
        right += _join_headline(head.texts, best) in head.accepted
    return right / max(1, len(heads))


def _list_heads(article: Article | GoldItem, dice: Random, count: int) -> Iterator[Head]:
    if article.kind != "article" or not article.headline:
        return
    accepted = frozenset("".join(one.split()) for one in (article.headline, *article.headline_accept))
    for _ in range(count):
        lines = [(article.kicker, Role.KICKER, 1)] if article.kicker else []
        first, space, second = article.headline.partition(" ")
        if space and dice.random() < TWO_LINES:
            lines += [(first, Role.HEADLINE, 1), (second, Role.HEADLINE, dice.choice((0, 1)))]
        else:
            lines.append((article.headline, Role.HEADLINE, 1))
        lines += [(article.deck, Role.DECK, 1)] if article.deck else []
        if len(lines) > 1:
            texts, roles, gaps = zip(*lines, strict=True)
            yield Head(texts, gaps, bool(article.dateline), roles, accepted)


def _list_readings(head: Head) -> Choice:
    return [
        (roles == head.roles, list(list_head_cues(head.texts, head.gaps, head.has_dateline, roles)))
        for roles in list_head_readings(len(head.texts))
    ]


def _join_headline(texts: Sequence[str], roles: Sequence[Role]) -> str:
    pieces = (text for text, role in zip(texts, roles, strict=True) if role is Role.HEADLINE)
    return "".join("".join(pieces).split())

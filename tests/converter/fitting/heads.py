"""Heads: which display line is kicker, headline or deck, learned from the articles' own heads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from random import Random

from plugins.converter.description.head_cues import Opening, list_head_cues, list_head_readings
from plugins.converter.pages.items import Role
from tests.converter.fitting.choices import Choice, Descent, fit_choices
from tests.converter.page_maker.article import SUBHEAD, Article
from tests.converter.page_maker.gold import GoldPage

EPOCHS, RATE, DECAY = 12, 0.15, 3e-4
# Each head is shown so often: a spaced headline stands now on one line, now on two.
SHOWN = 3
TWO_LINES = 0.25
# Empty lines between the lines of a head.
GAPS = (0, 1, 1, 1)
DISPLAYS = ("kicker", "headline", "deck")


@dataclass(frozen=True, slots=True)
class Head:
    """Display lines, the gaps before them, the text below, their roles, and the headlines that count as right."""

    texts: tuple[str, ...]
    gaps: tuple[int, ...]
    text: Opening
    roles: tuple[Role, ...]
    accepted: frozenset[str]


def fit_heads(heads: Iterable[Head]) -> dict[str, float]:
    """Learn the weights of the cues of heads, by full name."""
    choices = [_list_readings(head) for head in heads]
    weights = fit_choices(choices, Descent(EPOCHS, RATE, DECAY), Random(1))
    return {f"head {cue}": weight for cue, weight in weights.items()}


def measure_heads(weights: Mapping[str, float], heads: Iterable[Head]) -> float:
    """The share of heads whose headline is found."""
    found = [_join_headline(head.texts, _choose(weights, head)) in head.accepted for head in heads]
    return sum(found) / max(1, len(found))


def _choose(weights: Mapping[str, float], head: Head) -> Sequence[Role]:
    return max(
        list_head_readings(len(head.texts)),
        key=lambda roles: sum(
            weights.get(f"head {cue}", 0.0) for cue in list_head_cues(head.texts, head.gaps, head.text, roles)
        ),
    )


def list_article_heads(articles: Iterable[Article], seed: int, count: int = SHOWN) -> Iterator[Head]:
    """The heads of two lines and more of articles, each `count` times; how they would be set is left to the dice."""
    dice = Random(seed)
    for one in articles:
        if one.kind == "article" and one.headline:
            for _ in range(count):
                yield from _set_head(one, dice)


def _set_head(article: Article, dice: Random) -> Iterator[Head]:
    first, space, second = article.headline.partition(" ")
    is_broken = bool(space) and dice.random() < TWO_LINES
    lines = [
        (article.kicker, Role.KICKER),
        (first if is_broken else article.headline, Role.HEADLINE),
        (second if is_broken else "", Role.HEADLINE),
        (article.deck, Role.DECK),
    ]
    lines = [(text, role) for text, role in lines if text]
    if len(lines) > 1:
        texts, roles = zip(*lines, strict=True)
        gaps = (dice.choice(GAPS),) * len(texts)
        lead = next((line for line in article.body if not line.startswith(SUBHEAD)), "")
        accepted = _squeeze(article.headline, *article.headline_accept)
        yield Head(texts, gaps, Opening(lead, bool(article.dateline)), roles, accepted)


def list_page_heads(page: GoldPage, text: str) -> Iterator[Head]:
    """The heads of two lines and more of a page's articles, as they are printed."""
    lines = text.split("\n")
    for item in page.items:
        pieces = [
            (span, Role(element.role))
            for element in item.elements
            for span in element.spans
            if element.role in DISPLAYS
        ]
        if item.kind != "article" or not item.headline or len(pieces) < 2:
            continue
        texts = tuple(lines[line - 1][start:end] for (line, start, end), _ in pieces)
        gaps = tuple(_count_gap(lines, line) for (line, _, _), _ in pieces)
        opening = Opening("".join(item.paragraphs[:1]), bool(item.dateline))
        accepted = _squeeze(item.headline, *item.headline_accept)
        roles = tuple(role for _, role in pieces)
        if roles in list_head_readings(len(roles)):
            yield from [Head(texts, gaps, opening, roles, accepted)] * SHOWN


def _count_gap(lines: Sequence[str], number: int) -> int:
    """How many empty lines stand before a line."""
    return sum(1 for _ in takewhile(lambda line: not line.strip(), reversed(lines[: number - 1])))


def _squeeze(*headlines: str) -> frozenset[str]:
    return frozenset("".join(one.split()) for one in headlines)


def _list_readings(head: Head) -> Choice:
    return [
        (roles == head.roles, list(list_head_cues(head.texts, head.gaps, head.text, roles)))
        for roles in list_head_readings(len(head.texts))
    ]


def _join_headline(texts: Sequence[str], roles: Sequence[Role]) -> str:
    pieces = (text for text, role in zip(texts, roles, strict=True) if role is Role.HEADLINE)
    return "".join("".join(pieces).split())

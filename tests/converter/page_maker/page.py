"""A page made of articles: laid out with seeded noise, its truth known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from tests.converter.page_maker.article import Article
from tests.converter.page_maker.draft import CAPTION_GAP, Desk
from tests.converter.page_maker.gold import GoldPage
from tests.converter.page_maker.line import Line
from tests.converter.page_maker.noise import PROFILES
from tests.converter.page_maker.printing import print_lines
from tests.converter.page_maker.punctuation import choose_style, restyle
from tests.converter.page_maker.truth import tell_truth
from tests.converter.page_maker.weaving import choose_pattern, weave

Part = list[Line]  # what is printed in one go


@dataclass(frozen=True, slots=True)
class MadePage:
    text: str
    gold: GoldPage


def make_page(
    articles: Sequence[Article],
    furniture: Sequence[Article],
    profile: str,
    seed: int | str,
    page_id: str = "page",
) -> MadePage:
    """Lay out all the articles with some of the furniture; the same arguments give the same page."""
    dice = Random(f"{profile} {seed}")
    noise = PROFILES[profile]
    style = choose_style(noise.half_width, dice)
    desk = Desk(noise, dice)
    stories = [restyle(one, style) for one in articles if one.kind == "article"]
    parts = _print_stories(desk, stories)
    _scatter(desk, parts, [restyle(one, style) for one in articles if one.kind == "caption"])
    rest = [one for kind in ("notice", "advertisement") for one in articles if one.kind == kind]
    parts += [desk.write(restyle(one, style)) for one in rest]
    parts = _furnish(desk, parts, [restyle(one, style) for one in furniture])
    text, placed = print_lines([line for part in parts for line in _space(part, desk)], dice)
    gold = replace(tell_truth(page_id, desk.drafts, placed), profile=profile)
    return MadePage(text, gold)


def _print_stories(desk: Desk, stories: Sequence[Article]) -> list[Part]:
    parts: list[Part] = []
    left = list(stories)
    while left:
        if len(left) > 1 and desk.dice.random() < desk.noise.groups:
            pattern = choose_pattern(len(left), desk.dice)
            count = len(set(pattern))
            group = [desk.write(one) for one in left[:count]]
            parts += weave(group, pattern, desk.noise.closed_seam, desk.dice)
            left = left[count:]
        else:
            parts.append(desk.write(left.pop(0)))
    return parts


def _scatter(desk: Desk, parts: list[Part], captions: Sequence[Article]) -> None:
    """Captions without an article of their own stand at the top or between articles."""
    for caption in captions:
        places = [0, *_list_breaks(parts)]
        parts.insert(desk.dice.choice(places), desk.write(caption))


def _furnish(desk: Desk, parts: list[Part], furniture: Sequence[Article]) -> list[Part]:
    """Furniture at the top, between articles, at the bottom; credits stand at either of the last two."""
    chosen = {}
    for place in ("top", "middle", "bottom", "web"):
        some = [one for one in furniture if one.place == place]
        wanted = some and desk.dice.random() < desk.noise.furniture * (0.2 if place == "web" else 1)
        chosen[place] = [desk.write(desk.dice.choice(some))] if wanted else []
    between = _list_breaks(parts) or [len(parts)]
    if desk.dice.random() < desk.noise.furniture_between:
        between = list(range(1, len(parts) + 1))
    low = chosen["bottom"] if desk.dice.random() < 0.5 else []
    for part in (*chosen["middle"], *low):
        parts.insert(desk.dice.choice(between), part)
    last = [] if low else chosen["bottom"]
    return [*chosen["top"], *parts, *last, *chosen["web"]]


def _list_breaks(parts: Sequence[Part]) -> list[int]:
    """Where a new part begins and no item is still being printed."""
    breaks = []
    for at in range(1, len(parts)):
        before = {one.item for part in parts[:at] for line in part for one in line.fragments}
        after = {one.item for part in parts[at:] for line in part for one in line.fragments}
        if not before & after:
            breaks.append(at)
    return breaks


def _space(part: Part, desk: Desk) -> Part:
    """A picture or frame may stand before any block: three blank lines instead of one."""
    first = replace(part[0], gap=max(part[0].gap, 1))
    return [_widen(line, desk) for line in (first, *part[1:])]


def _widen(line: Line, desk: Desk) -> Line:
    is_wide = line.gap == 1 and desk.dice.random() < desk.noise.wide_gap
    return replace(line, gap=CAPTION_GAP) if is_wide else line

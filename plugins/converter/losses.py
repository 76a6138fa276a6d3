"""Losses: signs that words of an article are missing from the page."""

import re
from collections.abc import Iterator, Sequence

from plugins.converter.characters import fold
from plugins.converter.scored_page import ScoredPage
from plugins.converter.strands import Group, Part

_NUMERALS = "一二三四五六七八九十"
# A promise of points in a headline: `“四项工程”`, `“双管齐下”`.
_PROMISE = re.compile(r"([两双二三四五六七八九十])[项个大条招措管轮]")
_POINT = re.compile(r"([一二三四五六七八九十])是|第([一二三四五六七八九十])[,、]|^([一二三四五六七八九十])、")


def find_losses(page: ScoredPage, group: Group) -> tuple[str, ...]:
    """Reasons, in words, why an article looks incomplete; empty when nothing is missing."""
    return tuple(dict.fromkeys(_find(page, group)))


def _find(page: ScoredPage, group: Group) -> Iterator[str]:
    texts = [
        (index, part) for index, part in group.members if part in (Part.PARAGRAPH, Part.JOIN, Part.ORPHAN)
    ]
    if not texts:
        yield "正文缺失"
        return
    for index, part in group.members:
        if part is Part.ORPHAN:
            yield f"第{page.fragments[index].span.line}行之前文字缺失"
    for (index, _), following in zip(texts, [*texts[1:], None], strict=True):
        if not page.scores[index].closed and (following is None or following[1] is not Part.JOIN):
            yield f"第{page.fragments[index].span.line}行之后文字缺失"
    if not any(part is Part.BYLINE for _, part in group.members[-1:]):
        yield from _find_broken_promise(page, group, texts)


def _find_broken_promise(page: ScoredPage, group: Group, texts: Sequence[tuple[int, Part]]) -> Iterator[str]:
    """`“四项工程”` in the headline, but only 一是 and 二是 in the text."""
    head = fold("".join(page.fragments[index].text for index, part in group.members if part is Part.DISPLAY))
    body = fold("".join(page.fragments[index].text for index, _ in texts))
    promise = _PROMISE.search(head)
    if promise is None:
        return
    promised = 2 if promise[1] in "两双" else _NUMERALS.index(promise[1]) + 1
    points = [_NUMERALS.index(next(filter(None, match))) + 1 for match in _POINT.findall(body)]
    if len(points) >= 2 and points == list(range(1, len(points) + 1)) and len(points) < promised:
        yield f"标题提到{promise[0]},正文只有{len(points)}项"

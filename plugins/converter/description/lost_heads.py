"""Lost heads: articles of which the page has neither headline nor beginning."""

from collections.abc import Sequence
from dataclasses import replace

from plugins.converter.assembly.certainty import LOSS_FACTOR
from plugins.converter.pages.items import Item, Kind, Role
from plugins.converter.parsers.brief_signs import find_bullet

LOST_HEAD = "标题缺失"


def flag_lost_heads(items: Sequence[Item]) -> tuple[Item, ...]:
    """Flag each article without a headline that is no brief.

    Briefs without headlines stand in a row (一句话新闻), or open with a dateline or a bullet.
    """
    articles = [item for item in items if item.kind is Kind.ARTICLE]
    bare = [_is_bare(item) for item in articles]
    lone = {
        id(item)
        for item, before, here, behind in zip(
            articles, [False, *bare], bare, [*bare[1:], False], strict=False
        )
        if here and not before and not behind and not item.incomplete and not _opens_brief(item)
    }
    return tuple(_flag(item) if id(item) in lone else item for item in items)


def _is_bare(item: Item) -> bool:
    return item.text(Role.HEADLINE) is None


def _opens_brief(item: Item) -> bool:
    has_bullet = bool(item.paragraphs) and find_bullet(item.paragraphs[0]) is not None
    return item.text(Role.DATELINE) is not None or has_bullet


def _flag(item: Item) -> Item:
    return replace(
        item,
        incomplete=True,
        problems=(*item.problems, LOST_HEAD),
        confidence=item.confidence * LOSS_FACTOR,
    )

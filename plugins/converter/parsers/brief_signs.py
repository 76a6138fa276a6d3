"""Signs of briefs: the names of their columns, and what each of them opens with."""

import re

from plugins.converter.language.characters import fold
from plugins.converter.parsers.list_rows import is_table_row

_LABEL = re.compile(
    r"\W*\w{0,6}(?:短波|快报|快讯|简讯|简报|短讯|短新闻|简明新闻|一句话新闻|新闻速递|速览|快览|集锦|播报|扫描|传真|要闻|"
    r"资讯|动态)\W*"
)
_BULLET = re.compile(r"[●○◎■□◆◇▲△★☆▶►·•]")
_PLACE = re.compile(r"[一-龥]{2,4}[ \u3000](?=\S)")
# A brief says when, where and what; columns of shorter lines (县市区快报) are one list.
_SHORTEST = 32


def is_brief_label(text: str) -> bool:
    """Whether a line may name a column of short news: `城事短波`."""
    return _LABEL.fullmatch(text.strip()) is not None


def find_bullet(text: str) -> str | None:
    """The bullet that a text opens with."""
    bullet = _BULLET.match(text.lstrip())
    return bullet[0] if bullet else None


def find_brief_sign(text: str) -> str | None:
    """What a brief opens with: its bullet, or a space for a place and a space (`沂源 11月13日下午…`)."""
    folded = fold(text)
    if len(folded) < _SHORTEST or is_table_row(folded):
        return None
    return find_bullet(folded) or (" " if _PLACE.match(folded) else None)

"""Quantities: numerals and what they count (量词). A cut between the two leaves `…小广告二百多` and `张。`."""

from functools import lru_cache

# 一张, 六户, 两样, 半天 …
DIGITS = frozenset("一二两三四五六七八九十半几每这那哪某")
# 二百, 三千, 一万, 两亿
POWERS = frozenset("百千万亿")
# 二百多, 三十余, 上百
ABOUT = frozenset("多余来数")
# Words that count things, people, events.
COUNTS = frozenset(
    "个名位户家张辆台套件条只头匹把本份篇场次届起座所间栋幢层棵株种类项款道门节堂句遍趟番回声步口顿餐杯碗瓶盒箱包袋桶"
    "车船架艘盏块片根支枝颗粒滴圈串束堆排队群对双副幅首曲集卷册页封桩宗例级号路班组批期代轮人处笔样些倍成"
)
# Measures of length, area, weight, money and time.
MEASURES = frozenset("亩米里斤吨克升元角分岁年月天日时秒周度％%")


def name_quantity(tail: str, head: str) -> str:
    """What a tail's last and a head's first character say of a quantity across the cut, as a short name."""
    return _name_tail(tail[-2:]) + _name_head(head[:1])


@lru_cache(maxsize=4096)
def _name_tail(end: str) -> str:
    last, before = end[-1:], end[:-1]
    if last.isdigit():
        return "d"
    if last in POWERS:
        return "p"
    if last in ABOUT and (before.isdigit() or before in DIGITS or before in POWERS):
        return "a"
    return last if last in "一每几" else "c" if last in DIGITS else "n"


def _name_head(first: str) -> str:
    return "c" if first in COUNTS else "m" if first in MEASURES else "d" if first.isdigit() else "n"

"""Seams: how well the head of one fragment goes on from the tail of another.

A column cut may fall anywhere but after a final mark: in about half of all cases inside a word (幽|默). No single cue
decides, so a seam has several measured features, weighed in `weights.py`.
"""

import math
from collections.abc import Container
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from plugins.converter.language.character_pairs import load_pair_model
from plugins.converter.language.characters import is_han
from plugins.converter.language.dictionary import total_frequency, word_frequencies

# jieba's longest useful words have 6 characters; a window of 6 on each side sees every word across the cut.
WINDOW = 6
# Longest run of characters across the cut that is looked up elsewhere on the page.
RECURRENCE = 4
# A page as printed has at most some ten thousand characters; of an endless one only so many are looked through.
LONGEST_PAGE = 20_000
GAIN_LIMIT = 14.0


class SeamFeatures(NamedTuple):
    """Features of one seam; all 0 when nothing speaks for or against it."""

    word: float  # log-likelihood gained by words across the cut, in nats
    pair: float  # association of the two characters at the cut, in nats
    recurrence: (
        float  # characters of the longest run across the cut that stands elsewhere on the page, from 2
    )
    number: float  # 1: digits on both sides, or before a unit; less: a Chinese numeral before one


# What is counted, and greater numerals: behind a numeral they seldom begin a text. A Chinese numeral says less than a
# figure does: many words end with one (统一, 唯一).
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两几")
_COUNTED = frozenset(
    "个元年块次张分天条户家只位多岁句余吨趟亩台遍片段斤名处根册步套支米角棵点件侧栋例秒封类座间辆把道份项层级倍批头匹株"
    "架枚颗滴盏朵束串袋箱瓶盒碗杯顿幅组队十百千万亿成"
)
NUMERAL = 0.7
# Log-odds of a beginning with a closing mark, and with a particle.
NEVER, HARDLY = -20.0, -12.0
# Words of one character by the dictionary, but nothing begins with them: `…借书卡也换|了,正面记书名`.
PARTICLES = frozenset("的了着们吗呢吧啊呀者性率化度")


def measure_seam(tail: str, head: str, page_text: str) -> SeamFeatures:
    """Measure the seam between the end of `tail` and the start of `head` on a page with the given text."""
    if not tail or not head:
        return SeamFeatures(0.0, 0.0, 0.0, 0.0)
    left, right = tail[-WINDOW:], head[:WINDOW]
    model = load_pair_model()
    return SeamFeatures(
        word=min(_gain(left, right, model.pairs), GAIN_LIMIT),
        pair=model.association(left[-1], right[0]),
        recurrence=_recurrence(left, right, page_text),
        number=_number(left[-1], right[0]),
    )


def _gain(left: str, right: str, pairs: Container[str]) -> float:
    """Log-likelihood that words across the cut add to the best segmentations of both sides.

    Neighbours that hold together in no word (`pairs` has all others) bound every word.
    """
    if left[-1] + right[0] not in pairs:
        return 0.0
    frequency_of, unknown = word_frequencies().get, _unknown_word()
    before, behind = _score_prefixes(left), _score_suffixes(right)
    apart = highest = before[-1] + behind[0]
    furthest = _reach(right, pairs)
    for start in reversed(range(max(0, len(left) - WINDOW + 1), len(left))):
        if start + 1 < len(left) and left[start : start + 2] not in pairs:
            break
        for end in range(1, min(furthest, WINDOW - len(left) + start) + 1):
            frequency = frequency_of(left[start:] + right[:end])
            if frequency:
                highest = max(highest, before[start] + math.log(frequency) + unknown + behind[end])
    return highest - apart


def _reach(text: str, pairs: Container[str]) -> int:
    """How many characters from the start of a text may be of one word."""
    return next((end for end in range(1, len(text)) if text[end - 1 : end + 1] not in pairs), len(text))


@lru_cache(maxsize=16384)
def _score_prefixes(text: str) -> tuple[float, ...]:
    """Log-likelihood of the best segmentation of text[:i] by jieba's word frequencies, for each i."""
    frequency_of, unknown, pairs = word_frequencies().get, _unknown_word(), load_pair_model().pairs
    best = [0.0]
    for end in range(1, len(text) + 1):
        highest = best[-1] + unknown
        for start in reversed(range(max(0, end - WINDOW), end)):
            if start + 1 < end and text[start : start + 2] not in pairs:
                break
            frequency = frequency_of(text[start:end])
            if frequency:
                highest = max(highest, best[start] + math.log(frequency) + unknown)
        best.append(highest)
    return tuple(best)


@lru_cache(maxsize=16384)
def _score_suffixes(text: str) -> tuple[float, ...]:
    """Log-likelihood of the best segmentation of text[i:], for each i."""
    frequency_of, unknown, pairs = word_frequencies().get, _unknown_word(), load_pair_model().pairs
    best = [0.0] * (len(text) + 1)
    for start in reversed(range(len(text))):
        best[start] = best[start + 1] + unknown
        for end in range(start + 1, min(len(text), start + WINDOW) + 1):
            if end > start + 1 and text[end - 2 : end] not in pairs:
                break
            frequency = frequency_of(text[start:end])
            if frequency:
                best[start] = max(best[start], best[end] + math.log(frequency) + unknown)
    return tuple(best)


@cache
def _unknown_word() -> float:
    """Log-likelihood of a character that is no word, as if the dictionary had counted it once."""
    return -math.log(total_frequency())


def _recurrence(left: str, right: str, page_text: str) -> float:
    if left[-1] + right[0] not in _list_pairs(page_text):
        return 0.0  # nor does any longer run stand elsewhere
    longest = 0
    for before in range(1, min(RECURRENCE, len(left)) + 1):
        run = left[-before:]
        for after in range(1, min(RECURRENCE, len(right)) + 1):
            if before + after <= longest:
                continue
            if not is_han(right[after - 1]) or not is_han(left[-before]):
                break
            if page_text.find(run + right[:after], 0, LONGEST_PAGE) < 0:
                break
            longest = before + after
    return float(longest)


@lru_cache(maxsize=1)  # asked for thousands of times for each page
def _list_pairs(page_text: str) -> frozenset[str]:
    text = page_text[:LONGEST_PAGE]
    return frozenset(map("".join, pairwise(text)))


def _number(last: str, first: str) -> float:
    # 6月2|0日, 784|亿, 9.|03亿元, 二十六|根桩: a number goes on.
    if last.isdigit() or last in ".．":
        return 1.0 if first.isdigit() or first in ".．%％月日时号人" or first in _COUNTED else 0.0
    return NUMERAL if last in _NUMERALS and first in _COUNTED else 0.0


def begins_freely(head: str) -> float:
    """Log-odds, in nats, that the first character of a text begins a word (率, 默, 们 do so seldom)."""
    if not head:
        return 0.0
    first = head[0]
    if first in "，,、；;：:。！？!?）)”’》】%％":
        return NEVER
    if first in PARTICLES:
        return HARDLY
    return max(-6.0, min(6.0, load_pair_model().begins.get(first, 0.0)))

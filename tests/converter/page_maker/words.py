"""Where the words of a headline end, by jieba."""

from __future__ import annotations

import logging
from functools import cache
from itertools import accumulate

import jieba


@cache
def _load() -> jieba.Tokenizer:
    jieba.setLogLevel(logging.WARNING)
    return jieba.Tokenizer()


def list_word_ends(text: str) -> list[int]:
    """The offsets after each word."""
    return list(accumulate(len(word) for word in _load().cut(text, HMM=False)))

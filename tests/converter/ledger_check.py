"""The check that a ledger is lossless, by its spans, by its elements and by its texts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

_TEXT_KEYS = ("kicker", "headline", "deck", "dateline")


def check_ledger(lines: Sequence[str], ledger: str) -> None:
    """Assert that every character but white space is in one span of one item, and every text is of those characters."""
    items = json.loads(ledger)["items"]
    owned = [bytearray(len(line)) for line in lines]
    for item in items:
        for line, start, end in item["spans"]:
            assert 1 <= line <= len(lines)
            assert 0 <= start < end <= len(lines[line - 1])
            for column in range(start, end):
                owned[line - 1][column] += 1
    for line, marks in zip(lines, owned, strict=True):
        for character, times in zip(line, marks, strict=True):
            assert times == 1 or (character.isspace() and times == 0), (
                f"{times} items own {character!r} in {line!r}"
            )
    assert len({item["number"] for item in items}) == len(items)
    for item in items:
        _check_texts(lines, item)


def _check_texts(lines: Sequence[str], item: dict[str, Any]) -> None:
    """Byline text holds the signature, too."""
    assert item["spans"] == [span for element in item["elements"] for span in element["spans"]]
    read = [lines[line - 1][start:end] for line, start, end in item["spans"]]
    single = [item[key] for key in _TEXT_KEYS] + [item["byline"]["text"]]
    texts = [text for text in single if text is not None] + item["subheads"] + item["paragraphs"]
    assert _count_characters(texts) == _count_characters(read), item
    assert 0.0 <= item["confidence"] <= 1.0


def _count_characters(texts: Sequence[str]) -> Counter[str]:
    return Counter(character for text in texts for character in text if not character.isspace())

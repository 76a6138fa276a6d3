"""Words of which newspapers make the names of their columns (走基层, 直通车, 之窗): label_words.txt, one a line."""

from functools import cache
from pathlib import Path

PATH = Path(__file__).with_name("label_words.txt")
LONGEST = 4


@cache
def _load_words() -> frozenset[str]:
    return frozenset(PATH.read_text("utf-8").split())


@cache
def _load_firsts() -> frozenset[str]:
    return frozenset(word[0] for word in _load_words())


def count_label_words(text: str) -> int:
    """How many words of column names a line holds, taken from the left, the longest first."""
    words, firsts, count, at = _load_words(), _load_firsts(), 0, 0
    while at < len(text):
        if text[at] not in firsts:
            at += 1
            continue
        sizes = range(min(LONGEST, len(text) - at), 1, -1)
        length = next((size for size in sizes if text[at : at + size] in words), 0)
        count += length > 0
        at += max(1, length)
    return count

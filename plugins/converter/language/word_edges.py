"""Word edges: the class of the word at either end of a text."""

from functools import lru_cache

from plugins.converter.language.dictionary import word_classes
from plugins.converter.language.words import cut_words

# So many characters hold the last word of a text, and the first.
EDGE = 8
# These join or end phrases: what they are tells more than their class.
GRAMMAR = frozenset(
    "的了着过在是和与及并或将把被对向从为以于由等到上下中里前后内外个名年月日时们就也都还又再不没有说"
)


@lru_cache(maxsize=16384)
def last_class(text: str) -> str:
    """The class of a text's last word, or the word itself where it is one of grammar."""
    words = cut_words(text[-EDGE:].rstrip())
    return _name(words[-1]) if words else ""


@lru_cache(maxsize=16384)
def first_class(text: str) -> str:
    """The class of a text's first word, or the word itself where it is one of grammar."""
    words = cut_words(text[:EDGE].lstrip())
    return _name(words[0]) if words else ""


def coarse(name: str) -> str:
    """Words of grammar by their common name."""
    return "g" if name in GRAMMAR else name


def _name(word: str) -> str:
    if word in GRAMMAR:
        return word
    if word[0].isdigit():
        return "0"
    if not "\u4e00" <= word[0] <= "\u9fff":
        return "," if word in ",，、;；:：" else '"' if word in "“”‘’" else "w"
    return word_classes().get(word, "x")

"""Chinese words: the one place that cuts text into words and knows how common a word is.

jieba's dictionary decides. Words are cut without its hidden Markov model: only so do jieba and rjieba give
the same words for the same text, and a page must convert to the same bytes whichever of them is installed.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from types import MappingProxyType

from plugins.converter.language.dictionary import find_jieba_file, word_frequencies

# Only words of the dictionary, made of Chinese characters alone, are keywords: no 2023, no ——. 的, 了, 在 weigh
# nothing; neither does a lone character cut from an unknown name.
_KEYWORD = re.compile("[\u4e00-\u9fff]{2,}")


def cut_words(text: str) -> list[str]:
    """Cut text into words; joined together they are the text again, white space included."""
    return list(_load_cutter()(text))


def word_frequency(word: str) -> int:
    """Say how often the dictionary's corpus holds the word; 0 when it is no word of the dictionary."""
    return word_frequencies().get(word, 0)


def word_weight(word: str) -> float:
    """Give the word's inverse document frequency; a word not in jieba's table gets the table's median."""
    weights, median = _load_weights()
    return weights.get(word, median)


def keywords(text: str, count: int) -> list[str]:
    """Give the count words that tell most about the text, by frequency times word_weight, best first."""
    found = [entry for entry in Counter(cut_words(text)).items() if _KEYWORD.fullmatch(entry[0])]
    ranked = sorted((-times * word_weight(word), word) for word, times in found)
    return list(islice((word for _, word in ranked if word_frequency(word)), max(count, 0)))


@cache
def _load_cutter() -> Callable[[str], Iterable[str]]:
    """Prefer rjieba: the same words, some twenty times as fast."""
    if find_spec("rjieba") is not None:
        rjieba = import_module("rjieba").Jieba()
        return lambda text: rjieba.cut(text, hmm=False)
    return _load_jieba_cutter()


@cache
def _load_jieba_cutter() -> Callable[[str], Iterable[str]]:
    """Load jieba's cutter without its cache file.

    jieba keeps its dictionary in the shared temporary folder, where two users block each other, and reports
    on standard error. A tokenizer that is filled here does neither.
    """
    tokenizer = import_module("jieba").Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return lambda text: tokenizer.cut(text, HMM=False)


@cache
def _load_weights() -> tuple[Mapping[str, float], float]:
    """Read analyse/idf.txt: word and inverse document frequency in each line; and their median."""
    lines = find_jieba_file("analyse", "idf.txt").read_text(encoding="utf-8").splitlines()
    weights = {word: float(weight) for word, weight in map(str.split, lines)}
    return MappingProxyType(weights), sorted(weights.values())[len(weights) // 2]

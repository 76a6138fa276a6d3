"""Name terms: who and what a fragment speaks of by name, though no dictionary knows the name.

jieba cuts an unknown name into single characters, so that shared words alone would pass over what ties the pieces of
one story best: its people.
"""

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from plugins.converter.language.characters import is_han
from plugins.converter.language.dictionary import total_frequency
from plugins.converter.language.surnames import COMMON_SURNAMES, SINGLE_SURNAMES
from plugins.converter.language.words import word_frequency

# A surname that stands more often as a word of its own (和, 从, 于), in nats, is taken for the word.
COMMON_WORD = 6.5
# Two characters beside each other of which both are this uncommon as words, in nats together: parts of a name.
UNCOMMON_PAIR = 15.0
QUOTED = re.compile(r"[“「]([^“”「」，。,]{2,8})[”」]")
# A person named before is spoken of by surname: 郑先生, 郑校长, 老郑.
_ADDRESS_TABLE = """
先生 女士 小姐 师傅 大爷 大娘 大妈 大叔 大姐 大哥 阿姨 老汉 老人 奶奶 爷爷 同学 老师 教授 医生 大夫 护士 律师 警官
主任 校长 书记 局长 院长 镇长 乡长 县长 市长 村长 所长 队长 科长 处长 经理 老板 主席 会长 站长 支书 某 某某
"""
ADDRESSES = frozenset(_ADDRESS_TABLE.split())
FAMILIAR = frozenset("老小")


def list_names(text: str, words: Sequence[str]) -> frozenset[str]:
    """The names in a text as far as they can be told: pairs of 郑培林, a surname with a word (张建国), quoted names."""
    return frozenset(_list_pairs(words)).union(QUOTED.findall(text))


def list_surnames(words: Sequence[str]) -> frozenset[str]:
    """The surnames of the people in a text, named in full or addressed; a mark tells them from words."""
    named = (first for first, second in pairwise(words) if _is_name(first, second) or second in ADDRESSES)
    familiar = (second for first, second in pairwise(words) if first in FAMILIAR)
    together = (word[1] for word in words if len(word) == 2 and word[0] in FAMILIAR)
    found = filter(_is_surname, (*named, *familiar))
    return frozenset(f"{name}氏" for name in COMMON_SURNAMES.intersection(together).union(found))


def _list_pairs(words: Sequence[str]) -> Iterator[str]:
    for first, second in pairwise(words):
        if len(first) == 1 and (_is_uncommon(first, second) or _is_name(first, second)):
            yield first + second


def _is_name(first: str, second: str) -> bool:
    """Whether a word is a surname and the next one the given name or its first character."""
    if not _is_surname(first):
        return False
    return _is_uncommon(first, second) if len(second) == 1 else len(second) == 2 and all(map(is_han, second))


def _is_surname(word: str) -> bool:
    return word in SINGLE_SURNAMES and _rarity(word) > COMMON_WORD


def _is_uncommon(first: str, second: str) -> bool:
    return len(first) == len(second) == 1 and _rarity(first) + _rarity(second) > UNCOMMON_PAIR


@lru_cache(maxsize=8192)
def _rarity(character: str) -> float:
    """Negative log of how often a character stands as a word by itself, in nats; minus infinity for no character."""
    if not is_han(character):
        return -math.inf
    return -math.log((word_frequency(character) + 1) / total_frequency())

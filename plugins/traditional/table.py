"""A small table from simplified to traditional characters, learnt from what OpenCC makes of the archive's texts.

OpenCC's own dictionaries are several MB; an archive uses a few thousand characters and phrases of them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

Convert = Callable[[str], str]

# 关系 becomes 關係, while 系 alone stays: a phrase of two to six characters tells which.
LONGEST_PHRASE = 6
# Phrases learnt in one round can stand in each other's way; the next round learns a longer one where they do.
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class ScriptTable:
    """Characters and phrases with their traditional form, each of the same length as the simplified one."""

    characters: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[str, str] = field(default_factory=dict)

    def make_converter(self) -> Convert:
        """Return a function that converts a text; from left to right the longest phrase counts."""
        alone = str.maketrans(dict(self.characters))
        others = list(self.phrases.values())
        finder = AhoCorasick(list(self.phrases), matchkind=MatchKind.LeftmostLongest)

        def convert(text: str) -> str:
            pieces, position = [], 0
            for number, start, end in finder.find_matches_as_indexes(text):
                pieces += [text[position:start].translate(alone), others[number]]
                position = end
            return "".join([*pieces, text[position:].translate(alone)])

        return convert


def learn_table(read_texts: Callable[[], Iterable[str]], convert: Convert) -> ScriptTable:
    """Return the table with which the texts come out as `convert` makes them, but for rare overlaps.

    The texts are read once for the characters and once for each round, so they need not fit into memory.
    """
    used = sorted({character for text in read_texts() for character in set(text)})
    alone = ((character, convert(character)) for character in used)
    characters = {character: other for character, other in alone if other != character and len(other) == 1}
    convert_phrase = lru_cache(1 << 16)(convert)
    phrases: dict[str, str] = {}
    for _ in range(ROUNDS):
        make = ScriptTable(characters, phrases).make_converter()
        pairs = ((text, convert(text)) for text in read_texts())
        learnt = dict(_learn_phrases(pairs, make, convert_phrase))
        if not learnt.keys() - phrases.keys():
            break
        phrases |= learnt
    return ScriptTable(characters, phrases)


def _learn_phrases(
    pairs: Iterable[tuple[str, str]], make: Convert, convert: Convert
) -> Iterator[tuple[str, str]]:
    for text, wanted in pairs:
        made = make(text)
        if made == wanted or len(wanted) != len(text):
            continue
        for position in (i for i in range(len(text)) if made[i] != wanted[i]):
            phrase = next(_find_context(text, wanted, position, convert), None)
            if phrase is not None:
                yield phrase


def _find_context(text: str, wanted: str, position: int, convert: Convert) -> Iterator[tuple[str, str]]:
    """Yield the phrases around a place, short ones first, that become alone what they become in the text."""
    for size in range(2, LONGEST_PHRASE + 1):
        for start in range(max(0, position - size + 1), min(position, len(text) - size) + 1):
            phrase, other = text[start : start + size], wanted[start : start + size]
            if _is_word(phrase) and convert(phrase) == other:
                yield phrase, other


def _is_word(phrase: str) -> bool:
    return all("\u3400" <= character <= "\u9fff" for character in phrase)

"""Start cues: what the first words of a text show of whether anything stood before them.

`的价格卖到二十元一斤` goes on from words that are lost, `近日,莘县…` does not. Most starts show less, so a learned
table weighs several cues; only where they are sure is text said to be missing.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from plugins.converter.language.characters import fold, orphan_closers
from plugins.converter.language.dictionary import word_classes
from plugins.converter.language.prose import ProseModel, load_prose
from plugins.converter.language.word_edges import EDGE, first_class
from plugins.converter.language.words import cut_words
from plugins.converter.scoring.cue_table import load_starts
from plugins.converter.scoring.line_cues import bucket
from plugins.converter.scoring.seams import begins_freely

# What every start has.
ANY = "1"
# Log-odds from which a start is taken for the middle of a sentence: of 1,000 whole texts by writers that nothing was
# learned from five are, of torn ones more than two in five (3,621 articles, five folds of writers).
SURE = 2.8
PAUSE = re.compile(r"[,、。;:!?]")
SENTENCE_END = re.compile(r"[。!?]")
# 6月24日, 18日下午, 2023年, 近日, 昨天: texts begin so.
TIME = re.compile(r"\d{1,4}[年月日]|[近昨今前连当同]\S{0,3}[日天晚]")
# And somewhere in their first sentence they say when.
WHEN = re.compile(r"\d{1,4}[年月日时]|[近昨今前连当同]\S{0,3}[日天晚]|[上下]午|凌晨|今年|去年")
# Beyond this many characters it does not matter where the first mark stands.
FARTHEST, STEP = 24, 4
# So many characters are a start; so many may close a quotation that was opened before it.
REACH, QUOTED_REACH = 12, 200


def is_torn(text: str) -> bool:
    """Whether a text surely begins amid a sentence."""
    table = load_starts()["lost"]
    return sum(table.get(cue, 0.0) for cue in list_start_cues(text, load_prose())) > SURE


def list_start_cues(text: str, prose: ProseModel) -> Iterator[str]:
    """The cues of a text's start, as names that the learned table knows."""
    folded = " ".join(fold(text).split())
    words = cut_words(folded[:EDGE]) or [""]
    first, second = words[0], words[1] if len(words) > 1 else ""
    name = first_class(folded)
    yield ANY
    yield "b" + bucket(begins_freely(folded))
    yield "c" + name + str(min(3, len(first)))
    yield "d" + name + "_" + word_classes().get(second, second[:1] if len(second) == 1 else "x")
    sentence = SENTENCE_END.split(folded, maxsplit=1)[0]
    yield f"n{TIME.match(folded) is not None:d}{WHEN.search(sentence) is not None:d}"
    yield "w" + first
    yield "x" + second
    yield "y" + first + "_" + second
    yield "G" + bucket(prose.go_on(prose.start(), prose.begin(folded)), 0.7)
    yield "q" + "".join(orphan_closers(folded[:QUOTED_REACH])[:1])
    yield from _list_characters(folded)
    yield from _list_pause(folded)


def _list_characters(folded: str) -> Iterator[str]:
    """The first characters where they stand, and the pairs of them wherever they stand."""
    yield from (f"h{folded[:length]}" for length in (1, 2, 3) if len(folded) >= length)
    yield "i" + folded[1:2]
    yield "I" + folded[1:3]
    yield from (f"g{pair}" for pair in dict.fromkeys(map("".join, pairwise(folded[: REACH + 1]))))


def _list_pause(folded: str) -> Iterator[str]:
    """Where the first clause ends, and on what."""
    pause = PAUSE.search(folded)
    if pause is None:
        yield "p"
        return
    clause = folded[: pause.start()]
    yield f"p{min(FARTHEST, pause.start()) // STEP}{pause[0]}"
    yield "e" + clause[-1:] + pause[0]
    yield "E" + clause[-2:] + pause[0]

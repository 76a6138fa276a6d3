"""Start cues: what the first words of a text show of whether anything stood before them.

`的价格卖到二十元一斤` goes on from words that are lost, `近日,莘县…` does not. Most starts show less, so a learned
table weighs several cues; only where they are sure is text said to be missing.
"""

import re
from collections.abc import Iterator

from plugins.converter.language.characters import fold
from plugins.converter.language.dictionary import word_classes
from plugins.converter.language.word_edges import EDGE, first_class
from plugins.converter.language.words import cut_words
from plugins.converter.scoring.cue_table import load_starts
from plugins.converter.scoring.line_cues import bucket
from plugins.converter.scoring.seams import begins_freely

# Log-odds from which a start is taken for the middle of a sentence: of 243 whole texts kept aside one is, of torn ones
# every third.
SURE = 3.5
PAUSE = re.compile(r"[,、。;:!?]")
# 6月24日, 18日下午, 2023年, 近日, 昨天: texts begin so.
TIME = re.compile(r"\d{1,4}[年月日]|[近昨今前连当同]\S{0,3}[日天晚]")
# Beyond this many characters it does not matter where the first mark stands.
FARTHEST, STEP = 24, 4


def is_torn(text: str) -> bool:
    """Whether a text surely begins amid a sentence."""
    table = load_starts()["lost"]
    return sum(table.get(cue, 0.0) for cue in list_start_cues(text)) > SURE


def list_start_cues(text: str) -> Iterator[str]:
    """The cues of a text's start, as names that the learned table knows."""
    folded = fold(text.strip())
    words = cut_words(folded[:EDGE]) or [""]
    first, second = words[0], words[1] if len(words) > 1 else ""
    name = first_class(folded)
    pause = PAUSE.search(folded)
    yield "1"
    yield "b" + bucket(begins_freely(folded))
    yield "c" + name + str(min(3, len(first)))
    yield "d" + name + "_" + word_classes().get(second, second[:1] if len(second) == 1 else "x")
    yield "h" + folded[:1]
    yield "p" + (f"{min(FARTHEST, pause.start()) // STEP}{pause[0]}" if pause else "")
    yield f"n{TIME.match(folded) is not None:d}"

"""Prose: how likely the characters of newspaper prose follow one another, by counts of runs of up to three.

An n-gram model (Shannon 1948) whose shorter runs smooth the longer ones by a Dirichlet prior (MacKay and Peto 1995).
The counts are those of the texts written for this project and of the first five pages; `python -m
tests.converter.fitting` takes them anew. jieba's dictionary tells what stands within words, this what stands between.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple, Protocol

from plugins.converter.language.characters import fold

TABLE = Path(__file__).with_name("prose_counts.tsv")
# Stands before the first character of a paragraph.
START = "^"
ORDER = 3
# How much the shorter runs weigh, in runs met, beside those of two and of three characters.
TRUST = (20.0, 4.0)
# Characters that the counts never met have the place of so many that they did, each met half a time.
UNMET, HALF = 5000, 0.5
# How many characters at the start of a text are looked at.
REACH = 2

_DIGITS = dict.fromkeys(map(ord, "0123456789"), "#")
_PAIR = re.compile(r"([^0-9])([0-9]+)")


class Counts(Protocol):
    """How often runs of characters were met."""

    def count(self, run: str) -> int:
        """How often a run of one to three characters was met."""


@dataclass(frozen=True, slots=True)
class CountTable:
    """Counts by rows: what follows a run, each character with its count (`聊` has `城812会3`).

    A row is read when it is first asked for: a page asks for few of them.
    """

    rows: Mapping[str, str]
    _read: dict[str, dict[str, int]] = field(default_factory=dict)

    def count(self, run: str) -> int:
        """How often a run was met; 0 where that was too seldom to be kept."""
        before = run[:-1]
        row = self._read.get(before)
        if row is None:
            if before not in self.rows:
                return 0
            pairs = _PAIR.findall(self.rows[before])
            row = self._read[before] = {character: int(count) for character, count in pairs}
        return row.get(run[-1], 0)


class Beginning(NamedTuple):
    """The first characters of a text, as they are counted, and the likelihood of each behind those before it."""

    text: str
    likelihoods: tuple[float, ...]


class Ending(NamedTuple):
    """The last characters of a text, as they are counted, and how often the last one and the last two were met."""

    text: str
    met: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ProseModel:
    """Likelihoods of characters behind others; `total` is the number of characters that were counted."""

    counts: Counts
    total: int

    def go_on(self, ending: Ending, beginning: Beginning) -> float:
        """How much likelier a beginning is behind an ending than anywhere, in nats; 0 where one of them is empty."""
        ratio = 1.0
        before, met = ending
        for known, (character, alone) in enumerate(zip(*beginning, strict=True)):
            likelihood, met = self._lengthen(alone, before, character, known, met)
            ratio *= likelihood / alone
            before += character
        return math.log(ratio)

    def end(self, text: str) -> Ending:
        """The ending of a text."""
        return self._end(normalize(text[-2 * REACH :])[1 - ORDER :])

    def start(self) -> Ending:
        """What stands before the first character of a paragraph."""
        return self._end(START)

    def _end(self, last: str) -> Ending:
        return Ending(last, tuple(self.counts.count(last[-length:]) for length in range(1, len(last) + 1)))

    def begin(self, text: str) -> Beginning:
        """The beginning of a text."""
        first = normalize(text[: 2 * REACH])[:REACH]
        return Beginning(first, tuple(self._tell(first[:at], first[at]) for at in range(len(first))))

    def _tell(self, before: str, character: str) -> float:
        """Likelihood of a character behind others."""
        single = (self.counts.count(character) + HALF) / (self.total + HALF * UNMET)
        return self._lengthen(single, before, character, 0, self._end(before).met)[0]

    def _lengthen(
        self, likelihood: float, before: str, character: str, known: int, met: tuple[int, ...]
    ) -> tuple[float, tuple[int, ...]]:
        """Likelihood of a character behind others, by its likelihood behind the last `known` of them.

        `met` tells how often the longer contexts were met; with it, the same for the next character.
        """
        followed = []
        for length, times in enumerate(met[: len(TRUST) - known], known + 1):
            if not times:
                break
            count = self.counts.count(before[-length:] + character)
            trust = TRUST[length - 1]
            likelihood = (count + trust * likelihood) / (times + trust)
            followed.append(count)
        return likelihood, tuple(followed)


def normalize(text: str) -> str:
    """The characters as they are counted: half-width, every digit `#`, without spaces."""
    return "".join(fold(text).split()).translate(_DIGITS)


@cache
def load_prose() -> ProseModel:
    """The model of newspaper prose; read once. Raises ValueError with file and line for a row that is none."""
    rows: dict[str, str] = {}
    for number, line in enumerate(TABLE.read_text("utf-8").splitlines(), 1):
        run, tab, row = line.partition("\t")
        if not tab:
            raise ValueError(
                f"{TABLE.name}:{number}: not a row of characters and counts; make the table anew with "
                "python -m tests.converter.fitting"
            )
        rows[run] = row
    return ProseModel(CountTable(rows), sum(map(int, re.findall(r"\d+", rows.get("", "")))))

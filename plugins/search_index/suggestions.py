"""Suggestions: places, topics, names and keywords, with the Latin letters a reader may type for them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plugins.search_index.documents import COLUMNS, Document, Suggestion
from plugins.search_index.files import IndexFile, name_by_content

# A file this long loads in a blink on a phone (about 40 KB compressed); rarer keywords can still be searched.
MOST = 3000

# A keyword of one article only is seldom what another reader looks for.
FEWEST = 2

# Pinyin syllables (GB/T 16159): liao, zhuang, lüe as lve; those without initial are few: a, an, e, er …
_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:[iu]ang|iong|ong|ang|eng|ing|iao|ian|uai|uan|"
    r"ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|ve|[aoeiuv])|ang|eng|ai|ei|ao|ou|an|en|er|[aoe]"
)
_LONGEST = 6

# Initials that one name may be typed with.
_MOST_FORMS = 4


def latin_forms(text: str, slug: str) -> tuple[str, ...]:
    """Return what may be typed for a Chinese name whose slug is its pinyin: liaocheng and lc for 聊城.

    Pinyin can often be cut in several ways (安全: an-quan, 剪: jian, not ji-an); every likely way gives its initials.
    """
    letters = re.sub("[^a-z]", "", slug.lower())
    parts = [part for part in slug.lower().split("-") if part]
    if not letters:
        return ()
    forms = [""]
    for part in parts:
        cuts = cut_pinyin(part, len(text) if len(parts) == 1 else 0)
        forms = [form + "".join(syllable[0] for syllable in cut) for form in forms for cut in cuts]
    return letters, *dict.fromkeys(form for form in forms[:_MOST_FORMS] if len(form) > 1)


def cut_pinyin(letters: str, wanted: int) -> list[list[str]]:
    """Return the likely ways to cut run-together pinyin into `wanted` syllables (0: as many as there are).

    A place's last character may be missing (淄川区 has the slug zichuan). Of each length, the ways with the fewest
    syllables that begin with a vowel within the word are likely: zi-chuan rather than zi-chu-an.
    """
    cuts = _all_cuts(letters)
    lengths = (
        (wanted, wanted - 1)
        if wanted > 2
        else (wanted,)
        if wanted
        else sorted({len(cut) for cut in cuts})[:1]
    )
    likely = []
    for length in lengths:
        fitting = [cut for cut in cuts if len(cut) == length]
        fewest = min(map(_count_vowels, fitting), default=0)
        likely += [cut for cut in fitting if _count_vowels(cut) == fewest]
    return likely


def _count_vowels(cut: list[str]) -> int:
    """Return how many syllables but the first begin with a vowel."""
    return sum(syllable[0] in "aoe" for syllable in cut[1:])


def _all_cuts(letters: str) -> list[list[str]]:
    """Return every way to cut letters into syllables."""
    ways: list[list[list[str]]] = [[] for _ in letters] + [[[]]]
    for start in range(len(letters) - 1, -1, -1):
        for end in range(start + 1, min(start + _LONGEST, len(letters)) + 1):
            if _SYLLABLE.fullmatch(letters, start, end):
                ways[start] += [[letters[start:end], *rest] for rest in ways[end]]
    return ways[0]


def collect_suggestions(documents: Iterable[Document], known: Iterable[Suggestion]) -> list[Suggestion]:
    """Return the suggestions that lead to a document, those of most documents first.

    `known` adds kinds and Latin forms (from the tables); what stands in no document is left out.
    """
    counts: dict[tuple[str, str], int] = {}
    for document in documents:
        facets = [(value, column) for column in COLUMNS[:4] for value in document.facet(column)]
        for key in [*facets, *((word, "keyword") for word in document.keywords)]:
            counts[key] = counts.get(key, 0) + 1
    latin = {(item.text, item.kind): item.latin for item in known}
    taken: dict[str, Suggestion] = {}
    for (text, kind), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if text not in taken and (kind != "keyword" or count >= FEWEST):
            taken[text] = Suggestion(text, kind, latin.get((text, kind), ()))
    return list(taken.values())[:MOST]


def write_suggestions(suggestions: list[Suggestion]) -> IndexFile | None:
    """Return the file of suggestions, named by its content, or None when there are none."""
    if not suggestions:
        return None
    rows = [[item.text, item.kind, *item.latin] for item in suggestions]
    file = IndexFile.from_json("suggestions.json", {"suggestions": rows})
    return IndexFile(f"suggestions-{name_by_content([file])}.json", file.payload)

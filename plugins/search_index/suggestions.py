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

# One pinyin syllable: an initial, then a final (Hanyu Pinyin, GB/T 16159); liao-cheng, zi-bo, dong-e.
_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:[iu]ang|iong|iang|uang|ueng|ong|ang|eng|ing|iao|ian|uai|uan|"
    r"ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|ve|er|[aoeiuv])"
)


def cut_pinyin(letters: str, syllables: int) -> list[str] | None:
    """Cut run-together pinyin into so many syllables, or return None where that cannot be done.

    Knowing the number of characters decides cases such as xian (县 or 西安).
    """
    if syllables == 0:
        return None if letters else []
    for end in range(min(6, len(letters)), 0, -1):
        if _SYLLABLE.fullmatch(letters, 0, end):
            rest = cut_pinyin(letters[end:], syllables - 1)
            if rest is not None:
                return [letters[:end], *rest]
    return None


def latin_forms(text: str, slug: str) -> tuple[str, ...]:
    """Return what may be typed for a Chinese name whose slug is its pinyin: liaocheng and lc for 聊城."""
    letters = re.sub(r"[^a-z]", "", slug.lower())
    if not letters:
        return ()
    syllables = cut_pinyin(letters, len(text))
    if syllables is None and "-" in slug:
        syllables = slug.lower().split("-")
    if syllables is None or len(syllables) < 2:
        return (letters,)
    return letters, "".join(syllable[0] for syllable in syllables)


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

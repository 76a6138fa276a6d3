"""Losses: signs that words of an article are missing from the page."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plugins.converter.description.start_cues import is_torn
from plugins.converter.language.characters import fold, is_han
from plugins.converter.language.dictionary import word_frequencies
from plugins.converter.language.words import cut_words
from plugins.converter.parsers.headlines import is_run_in
from plugins.converter.parsers.list_rows import is_table_row
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Group, Part

_NUMERALS = "一二三四五六七八九十"
# A promise of points in a headline: `“四项工程”`, `“双管齐下”`.
_PROMISE = re.compile(r"([两双二三四五六七八九十])[项个大条招措管轮]")
# A point that opens a paragraph: 一是加快推进…, 第二,…, 三、….
_POINT = re.compile(r"(?:第)?([一二三四五六七八九十])(?:是|[,、.])")
_CLAUSE = re.compile(r"[,、;:!?。 ]+")
# Nouns that need a word before them: `人员对近期扶贫政策进行了解读` (003:L119) has lost whose 人员 they are.
_BOUND_NOUNS = ("人员", "方面", "之间", "以来", "以上", "以下", "左右", "为主")
# Characters that begin sentences as words of their own.
_OPENERS = frozenset(
    "在为从自据由对经按把将让当与随这那我他她它你俺咱有又也还就本该各每全今昨近前后一两二三四五六七八九十数多凡如若因于至到是不没可但而且并则即正已曾很更最春夏秋冬早晚夜天雨雪风花人家老小大新"
)
# Lines of verse and of tables: `一湖秋水碧于天,`, `黄瓜 2.80 3.10`.
LONGEST_LINE = 24
# Frequency in jieba's dictionary from which two characters are a word of everyday language.
COMMON_WORD = 100
_TEXTS = (Part.PARAGRAPH, Part.JOIN, Part.ORPHAN)


def find_losses(page: ScoredPage, group: Group) -> tuple[str, ...]:
    """Reasons, in words, why an article looks incomplete; empty when nothing is missing."""
    return tuple(dict.fromkeys(_find(page, group)))


def _find(page: ScoredPage, group: Group) -> Iterator[str]:
    texts = [(index, part) for index, part in group.members if part in _TEXTS]
    if not texts:
        yield "正文缺失"
        return
    yield from _find_cuts(page, texts)
    yield from _find_orphans(page, group, texts)
    head = fold("".join(page.fragments[index].text for index, part in group.members if part is Part.DISPLAY))
    starts = [fold(page.fragments[index].text) for index, part in texts if part is not Part.JOIN]
    if group.members[-1][1] is not Part.BYLINE:
        yield from _find_broken_promise(head, starts)
    yield from _find_missing_section(head, starts)


def _find_cuts(page: ScoredPage, texts: Sequence[tuple[int, Part]]) -> Iterator[str]:
    """Ends that are open and do not go on, and starts that the search took for orphans."""
    for (index, part), following in zip(texts, [*texts[1:], None], strict=True):
        line = page.fragments[index].span.line
        if part is Part.ORPHAN:
            yield f"第{line}行之前文字缺失"
        goes_on = following is not None and (following[1] is Part.JOIN or _announces(page, index))
        if _is_cut_off(page, index) and not goes_on:
            yield f"第{line}行之后文字缺失"


def _is_cut_off(page: ScoredPage, index: int) -> bool:
    """Lists and verse end their lines without a final mark, too: only a text of some length is cut off.

    A bracket that closes a text says who wrote it, who asks, where more stands: `(聊城读者 张先生)`.
    """
    score, text = page.scores[index], page.fragments[index].text
    is_cut = not score.closed and score.length > LONGEST_LINE
    return is_cut and not fold(text).endswith((")", "]", "】")) and not is_table_row(text)


def _announces(page: ScoredPage, index: int) -> bool:
    """Whether a text ends as one does that points follow: `价格如下:`, `每天发团;`."""
    return fold(page.fragments[index].text).endswith((":", ";"))


def _find_orphans(page: ScoredPage, group: Group, texts: Sequence[tuple[int, Part]]) -> Iterator[str]:
    """Paragraphs that begin with the end of a word or with a noun that needs another before it."""
    whole = "".join(page.fragments[index].text for index, _ in texts)
    for position, (index, part) in enumerate(texts):
        text, line = page.fragments[index].text, page.fragments[index].span.line
        if part is Part.JOIN:
            continue
        opens = position == 0
        opens_unsigned = opens and not _follows_signature(group, index)
        torn = (opens and is_torn(text)) or (opens_unsigned and _completes_word(text, whole))
        if torn or text.startswith(_BOUND_NOUNS):
            yield f"第{line}行之前文字缺失"


def _follows_signature(group: Group, index: int) -> bool:
    """Whether a dateline or a byline stands before the first text: then nothing is lost between."""
    before = [part for other, part in group.members if other < index]
    return any(part in (Part.DATELINE, Part.BYLINE) for part in before)


def _completes_word(text: str, whole: str) -> bool:
    """Whether a text begins with the end of a word that its article uses: `查问题186条` in an article of 排查."""
    first = next(iter(cut_words(text[:8])), "")
    if len(first) != 1 or not is_han(first) or first in _OPENERS:
        return False
    frequencies = word_frequencies()
    return any(
        whole[column] == first and frequencies.get(whole[column - 1 : column + 1], 0) >= COMMON_WORD
        for column in range(1, len(whole))
    )


def _find_broken_promise(head: str, starts: Sequence[str]) -> Iterator[str]:
    """`“四项工程”` in the headline, but only 一是 and 二是 in the text."""
    promise = _PROMISE.search(head)
    if promise is None:
        return
    promised = 2 if promise[1] in "两双" else _NUMERALS.index(promise[1]) + 1
    points = [_NUMERALS.index(point[1]) + 1 for point in map(_POINT.match, starts) if point]
    if len(points) >= 2 and points == list(range(1, len(points) + 1)) and len(points) < promised:
        yield f"标题提到“{promise[0]}”,正文只有{len(points)}项"


def _find_missing_section(head: str, starts: Sequence[str]) -> Iterator[str]:
    """A headline of two clauses, each a run-in lead of the text, but only the second one is there (002:L69)."""
    clauses = [clause for clause in _CLAUSE.split(head) if clause]
    leads = [re.split(r"[。!?]", start, maxsplit=1)[0] for start in starts if is_run_in(start)]
    for before, clause in pairwise(clauses[1:]):
        if clause in leads and before not in leads:
            yield f"标题中“{before}”一节缺失"

"""Heads: which of an article's display lines is kicker, headline or deck.

Papers print a line above the headline (引题) or below it (副题). Which of two lines is the headline shows in what they
tell: the line that says who did what is the headline; a longer, more exact line after a full headline is the deck.
"""

import re
from collections.abc import Sequence

from plugins.converter.characters import fold
from plugins.converter.fragments import Fragment
from plugins.converter.headline_parts import find_headline_mark, joins_across_space, split_kicker
from plugins.converter.items import Element, Role
from plugins.converter.spans import Span

# A deck is longer than its headline: 003:L5 has 10 characters, 003:L7 28.
DECK_RATIO = 1.3
# By how much the first line must tell more news than the second to be the headline of two lines of like length.
CLEARLY = 1.0
# Verbs by which a headline says that something happened: `…推进会召开`, `三部门联合出台…政策`.
_NEWS_VERB = re.compile(
    "召开|举行|举办|开展|启动|出台|印发|发布|揭牌|签约|开工|竣工|落成|成立|走进|荣获|获评|获批|入选|通过|开幕|闭幕|开业|开馆|"
    "开通|投用|投产|上线|上市|亮相|奠基|部署|推进|推出|实施|打造|建成|完成|破获|抓获|查处|救助|捐赠|慰问|调研|视察|考察|检查|"
    "征集|招募|评选|表彰|颁发|颁奖|夺冠|夺得|当选|任命|落户|落地|助力|新增|突破|增长|提高|下降|上调|下调|联合|送|进|迎"
)
_PLACE = re.compile("[省市县区镇乡村]|街道|学校|小学|中学|医院|公司|部门")


def read_head(displays: Sequence[Fragment], has_dateline: bool) -> list[Element]:
    """Tell kicker, headline and deck of up to three display lines apart, in reading order.

    `has_dateline` marks a news item (本报讯), whose headline says who did what.
    """
    pieces = [piece for fragment in displays for piece in _split(fragment)]
    roles = _choose_roles(pieces, has_dateline)
    return [
        Element(role, (fragment.span,), _tidy(fragment.text))
        for role, fragment in zip(roles, pieces, strict=True)
    ]


def _split(fragment: Fragment) -> list[Fragment]:
    """Part `被骗？被坑？维权难？请您勇敢站出来 聊城3·15维权线索征集中` at the space that parts kicker from headline."""
    column = split_kicker(fragment.text)
    if column is None:
        return [fragment]
    line, start, end = fragment.span
    text = fragment.text
    second = len(text) - len(text[column:].lstrip())
    return [
        Fragment(
            Span(line, start, start + len(text[:column].rstrip())),
            text[:column].rstrip(),
            fragment.gap,
            "kicker",
        ),
        Fragment(Span(line, start + second, end), text[second:], -1, "headline"),
    ]


def _choose_roles(pieces: Sequence[Fragment], has_dateline: bool) -> list[Role]:
    marked = [_read_mark(piece.text) for piece in pieces]
    if any(marked):
        spare = Role.DECK if Role.HEADLINE in marked else Role.HEADLINE
        return [mark or spare for mark in marked]
    headline = _find_headline(pieces, has_dateline)
    return [Role.KICKER] * headline + [Role.HEADLINE] + [Role.DECK] * (len(pieces) - headline - 1)


def _read_mark(text: str) -> Role | None:
    mark = find_headline_mark(text)
    return Role(mark.role) if mark else None


def _find_headline(pieces: Sequence[Fragment], has_dateline: bool) -> int:
    if pieces[0].cut == "kicker":
        return 1
    if len(pieces) == 1:
        return 0
    if fold(pieces[0].text).endswith(("--", "……", "…")):  # 冠县面塑艺人马秀兰——
        return 1
    strengths = [_news_strength(fold(piece.text)) for piece in pieces]
    if len(pieces) > 2:
        return 1 if strengths[1] >= strengths[0] else 0
    # A line above the headline is seldom longer than it, a deck seldom shorter.
    longer = len(pieces[1].text) > DECK_RATIO * len(pieces[0].text)
    if longer:
        return 1 if has_dateline and strengths[1] > strengths[0] else 0
    return 0 if strengths[0] >= strengths[1] + CLEARLY else 1


def _news_strength(text: str) -> float:
    """How much a line says who did what: verbs of news, and a place or a body that acts."""
    verbs = len(set(_NEWS_VERB.findall(text)))
    return min(verbs, 3) + (1.0 if _PLACE.search(text) else 0.0) - (0.5 if text.endswith(("?", "!")) else 0.0)


def _tidy(text: str) -> str:
    """Drop spaces over which one sentence runs (举行 人工智能…), keep those between clauses."""
    column = text.find(" ")
    while column >= 0:
        if joins_across_space(text, column):
            text = text[:column] + text[column + 1 :]
            column -= 1
        column = text.find(" ", column + 1)
    return text

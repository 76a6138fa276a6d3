"""Head cues: what the display lines of an article show, as names that the learned table of heads knows.

A reading of a head gives each line a role: kickers, then the headline on one line or two, then decks.
"""

import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plugins.converter.language.characters import fold
from plugins.converter.language.word_edges import first_class, last_class
from plugins.converter.pages.items import Role
from plugins.converter.scoring.label_words import count_label_words
from plugins.converter.scoring.line_cues import bucket, length_bucket

# Verbs by which a headline says that something happened: `…推进会召开`, `三部门联合出台…政策`.
NEWS_VERB = re.compile(
    "召开|举行|举办|开展|启动|出台|印发|发布|揭牌|签约|开工|竣工|落成|成立|走进|荣获|获评|获批|入选|通过|开幕|闭幕|开业|开馆|"
    "开通|投用|投产|上线|上市|亮相|奠基|部署|推进|推出|实施|打造|建成|完成|破获|抓获|查处|救助|捐赠|慰问|调研|视察|考察|检查|"
    "征集|招募|评选|表彰|颁发|颁奖|夺冠|夺得|当选|任命|落户|落地|助力|新增|突破|增长|提高|下降|上调|下调|联合|送|进|迎"
)
PLACE = re.compile("[省市县区镇乡村]|街道|学校|小学|中学|医院|公司|部门")
_NUMBER = "(?:[一二三四五六七八九十]{1,3}|\\d{1,3})"
# 百强城市之一 and 三分之二 are none: a bare number stands behind a word of the trade.
SERIES = re.compile(
    rf"[(【\[](?:系列报道)?(?:之?{_NUMBER}|上|中|下|[上中下]篇)[)】\]]$"
    rf"|(?:报告|报道|札记|手记|侧记|见闻|访谈|评论|追踪|探访|系列|故事)之{_NUMBER}$|[①-⑳]$|系列(?:报道|访谈|评论)(?:之{_NUMBER})?$|[上中下]篇$"
)
SIGNS = (
    ("-$", re.compile(r"(?:--|—|…)$")),
    ("^-", re.compile(r"^[—-]")),
    ("?", re.compile(r"[?？]")),
    ("!", re.compile(r"[!！]")),
    ("q", re.compile(r"[“”]")),
    ("d", re.compile(r"[\d０-９]")),
    ("n", re.compile(r"\d{2,}|[多余][人名家亩公里万元]|[万亿]")),
    (":", re.compile(r"[^,]{2,}:")),
    (":$", re.compile(r":$")),
    # One of a series: `竹竿巷里的手艺人(之四)`, `蹲点报告之七`, `…系列报道`.
    ("#", SERIES),
    (",", re.compile(r"[,;]")),
    ("s", re.compile(r"\S\s+\S")),
    ("p", PLACE),
    ("v", NEWS_VERB),
    ("的", re.compile("的")),
    ("了", re.compile("了")),
    ("记", re.compile("——?记|纪实|侧记|见闻|掠影|追记|访")),
    ("dz", re.compile("^[^,]{0,12}的[^,]{1,6}$")),
)
MOST_LINES = 5
# How many characters of a text may tell its headline again, and the steps of what they tell.
LEAD, SHARE = 120, 0.15


class Opening(NamedTuple):
    """How the text below a head begins: its first characters, and whether a dateline (本报讯) opens it."""

    lead: str
    has_dateline: bool


def list_head_readings(count: int) -> Iterator[tuple[Role, ...]]:
    """All ways to read so many display lines; the headline has one line or two."""
    for start in range(count):
        for end in (start + 1, start + 2):
            if end <= count:
                yield (
                    *[Role.KICKER] * start,
                    *[Role.HEADLINE] * (end - start),
                    *[Role.DECK] * (count - end),
                )


def list_head_cues(
    texts: Sequence[str], gaps: Sequence[int], text: Opening, roles: Sequence[Role]
) -> Iterator[str]:
    """The cues of one reading of the display lines above a text."""
    lines = [fold(one).strip() for one in texts]
    told = [_tell_share(line, text.lead) for line in lines]
    has_dateline = text.has_dateline
    pattern = "".join(role.value[0] for role in roles)
    yield "P" + pattern
    yield "Pd" + pattern + f"{has_dateline:d}"
    for line, role in zip(lines, roles, strict=True):
        for cue in _list_line_cues(line):
            yield role.value[0] + cue
    for share, role in zip(told, roles, strict=True):
        yield role.value[0] + "t" + bucket(share, SHARE)
    head = roles.index(Role.HEADLINE)
    for at, (line, role) in enumerate(zip(lines, roles, strict=True)):
        if at != head:
            name = role.value[0]
            for cue in _list_pair_cues(lines[head], line):
                yield name + "/" + cue
            yield name + "/g" + str(max(-1, min(3, gaps[max(at, head)]))) + f"{abs(at - head)}"
            yield name + "/d" + f"{has_dateline:d}" + _news_difference(lines[head], line)
            yield name + "/t" + bucket(told[head] - told[at], SHARE)


def _list_line_cues(line: str) -> Iterator[str]:
    size = length_bucket(len(line))
    yield "L" + size
    shown = {name for name, pattern in SIGNS if pattern.search(line)}
    for name, _ in SIGNS:
        yield name + f"{name in shown:d}"
    yield "e" + last_class(line)
    yield "b" + first_class(line)
    yield "V" + str(min(2, count_label_words(line)))
    yield "c" + str(min(3, line.count(","))) + size


def _list_pair_cues(head: str, other: str) -> Iterator[str]:
    """How another line stands to the headline."""
    yield "r" + bucket(2.0 * math.log2(len(other) / len(head)))
    yield "w" + str(min(3, len(set(_pairs(head)) & set(_pairs(other)))))
    for name, pattern in SIGNS:
        yield name + f"{bool(pattern.search(head)):d}{bool(pattern.search(other)):d}"


def _tell_share(line: str, lead: str) -> float:
    """How much of a line the text's beginning tells again, from 0 to 1; -1 where there is no text."""
    pairs = set(_pairs(line))
    if not lead or not pairs:
        return -1.0
    return len(pairs & set(_pairs(fold(lead[:LEAD])))) / len(pairs)


def _pairs(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(len(text) - 1)]


def _news_difference(head: str, other: str) -> str:
    return bucket(_news_strength(head) - _news_strength(other))


def _news_strength(text: str) -> float:
    """How much a line says who did what: verbs of news, and a place or a body that acts."""
    verbs = len(set(NEWS_VERB.findall(text)))
    return min(verbs, 3) + (1.0 if PLACE.search(text) else 0.0) - (0.5 if text.endswith(("?", "!")) else 0.0)

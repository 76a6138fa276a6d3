"""The words of a byline: roles, makers' marks, units; and how a folded byline is cut into them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

from plugins.converter.language.characters import fold
from plugins.converter.language.names import is_name

Kind = Literal["reporter", "correspondent", "author", "adviser", "maker", "words"]

# Words before 记者 and 通讯员 that belong to the role: `见习记者`, `全媒体记者`, `特约通讯员`.
_RANKS = r"(?:本报|本刊|见习|实习|首席|资深|特约|特派|特邀|高级|摄影|摄像|文字|全媒体|融媒体?|新媒体|小|校园)"
# 记者 begins other words too: 记者站 is an office, 记者节 a day, 记者从…获悉 a sentence.
_REPORTER = (
    r"记\s{0,4}者(?![站节会证团们手注]|[从在][^\s]{4}|走[^\s]|了解|获悉|采访|调查|观察|来到|看到|发现|提醒)"
)
_CORRESPONDENT = r"通\s{0,4}讯\s{0,4}员(?!们|队伍|培训)"
_AUTHOR = (
    r"实\s?习\s?生|(?:小|本文)?作\s{0,4}者(?![单简系为是])"
    r"|(?:特约)?(?:评论员|撰稿人?)|拍友|摄影师|报道员|情报员|主笔"
)
# Who helped a pupil, planned a series or was asked is named beside the author, but did not write.
_ADVISER = (
    r"(?:指导|辅导|推荐)(?:老师|教师|人)?"
    r"|(?<![一-龥])(?:编辑|总?策划|统筹|监制|审核|受访专家|受访者|受访人)(?=[\s:/|])"
)
_LONG_MAKER = (
    "图文|文图|图片|文字|摄影报道|摄影|摄像|撰文|采写|采访(?=[:/])|整理|编译|翻译|绘图|供图并文|"
    "制图|漫画|供图|供稿|视频|口述人?|执笔人?|记录|收集|选编|改编|综合报道|联合报道|报道"
)
# `穆 文` and `文 静` are names with a gap, `文 卜云` is a text by 卜云.
_SHORT_MAKER = (
    r"文(?!(?<=(?<![一-龥])[一-龥] 文)(?:\s|$|[)]))(?!\s+[一-龥](?:$|[)]|\s+[一-龥]{2}))|图|片|摄|辑"
)
# `文/图 `, `图/张三`, `张三/文`: a short mark touches no name, but `张三摄`, `张三报道` do.
_MAKER = (
    rf"(?<![一-龥])(?:{_LONG_MAKER}|{_SHORT_MAKER})(?![一-龥])|(?<=[一-龥])(?:{_LONG_MAKER}|摄)(?=$|[\s:,、/|)])"
    rf"|(?:(?<=^)|(?<=[\s/|、;:]))(?:图文|摄影|供图|采写|撰文)(?=[一-龥])"
)
_TOKEN = re.compile(
    rf"(?P<reporter>{_RANKS}*{_REPORTER})|(?P<correspondent>{_RANKS}*{_CORRESPONDENT})"
    rf"|(?P<author>{_RANKS}*(?:{_AUTHOR}))|(?P<adviser>{_ADVISER})|(?P<maker>{_MAKER})"
)

# Marks printed before a byline: `□ 金增秀`, `■ 本报记者 …`, `◎ 张三`.
_BULLETS = "□■●○◎◇◆▪◼☐❑◻▢▣☆★◉⊙¤"
_BULLET = re.compile(rf"^[\s{_BULLETS}]+(?=\S)")
# `□本报记者 穆 文 □通讯员 仇兆鹏`: a mark before every role.
_INNER_BULLET = re.compile(rf"(?<=\s)[{_BULLETS}](?=\s?\S)")
_BRACKETS = {"(": ")", "[": "]", "【": "】", "〔": "〕"}

# A unit ends like an office, a school, a class or a medium: `阳谷南街小学`, `大众日报淄博融媒体中心`.
_MEDIUM_ENDS = (
    "报社|报|社|网|台|壹点|客户端|新闻|在线|视频|融媒体?|全媒体?|传媒|频道|杂志|编辑部|工作室|通讯社|新媒体?"
)
_OFFICE_ENDS = (
    "中心|局|委|委员会|院|学院|大学|中学|小学|高中|初中|学校|校|附中|[一二三四五六七八九十]中|实小|幼儿园|公司|集团|部|办|办公室|联|"
    "会|协会|部门|课题组|调研组|采访组|报道组|专班|中青班|培训班|进修班|队|所|处|科|股|镇|乡|街道|县|区|市|省|政协|科协|人大|村|社区|站|银行|农商行|厂|团|政府|机关|党校|基地|法庭|店|油田|厅|馆|室"
)
_GRADE = (
    r"(?:[初高大小一二三四五六七八九]|\d){1,2}(?:年级|级)?[\s·]?"
    r"(?:[(]?[一二三四五六七八九十\d]{1,3}[)]?)?(?:班|年级|级|中队)"
)
_MEDIUM = re.compile(rf"[一-龥A-Za-z0-9·&-]{{0,24}}(?:{_MEDIUM_ENDS}|融媒体?中心|记者站)(?:·[一-龥]{{2,6}})?")
_UNIT = re.compile(
    rf"《?[一-龥A-Za-z0-9·&()-]{{0,36}}(?:{_MEDIUM_ENDS}|{_OFFICE_ENDS})(?:·[一-龥]{{2,6}})?》?(?:{_GRADE})?|{_GRADE}"
)
_REPORT = re.compile(r"[预通简情汇公举申上海播战捷填]报$")
# Marks of a sentence; no unit holds one: `据了解,记者 …`.
_SENTENCE = re.compile(
    r"[的了着过是在被把让从向不均称,。;!?:“”]|走访|进行|来到|允许|[昨近当]日|(?<!·)(?<!^)今日|今日(?![一-龥]{2,4}$)|目前|日前|图为|获悉"
)


_LONGEST_UNIT = 26  # 淄博市张店区马尚街道办事处中心小学五年级二班


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a byline: what kind it is, and its folded text."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A byline without its frame: the folded inner text, and what stood around it."""

    inner: str
    bulleted: bool
    bracketed: bool


def strip_frame(text: str) -> Frame:
    """Takes bullet and enclosing brackets off: `□ 金增秀`, `(亢慧芳)`."""
    folded = fold(text).strip().replace("丨", "|")  # a stroke of Chinese writing set as a bar: `撰文丨余小晖`
    bullet = _BULLET.match(folded)
    if bullet:
        folded = _INNER_BULLET.sub("", folded[bullet.end() :])
    if folded[:1] in _BRACKETS and closing_column(folded, 0) == len(folded) - 1:
        return Frame(folded[1:-1].strip(), bool(bullet), True)
    return Frame(folded, bool(bullet), False)


def closing_column(folded: str, opening: int) -> int | None:
    """Column of the bracket that closes the one at `opening`, or None."""
    opener, closer, depth = folded[opening], _BRACKETS[folded[opening]], 0
    for column in range(opening, len(folded)):
        depth += (folded[column] == opener) - (folded[column] == closer)
        if depth == 0:
            return column
    return None


def opening_column(folded: str, closing: int) -> int | None:
    """Column of the round bracket that the one at `closing` closes, or None."""
    depth = 0
    for column in range(closing, -1, -1):
        depth += (folded[column] == ")") - (folded[column] == "(")
        if depth == 0:
            return column
    return None


def cut_tokens(folded: str) -> tuple[Token, ...]:
    """Cuts a folded byline into role words, makers' marks and the words between them."""
    tokens: list[Token] = []
    column = 0
    for match in _TOKEN.finditer(folded):
        words = folded[column : match.start()]
        _add_words(tokens, _without_place(words) if match.group().endswith("报道") else words)
        tokens.append(Token(cast(Kind, match.lastgroup), "".join(match.group().split())))
        column = match.end()
    _add_words(tokens, folded[column:])
    return tuple(tokens)


def _without_place(words: str) -> str:
    """Takes off the place glued to 报道: `记者 张博 聊城报道`; a name (`记者张博报道`) stays."""
    before, space, last = words.rpartition(" ")
    return before if space and before.strip() and 2 <= len(last) <= 6 and not is_name(last) else words


def _add_words(tokens: list[Token], words: str) -> None:
    words = words.strip(" /|:、,;-+&·")
    if words:
        tokens.append(Token("words", words))


def is_medium(word: str) -> bool:
    """Whether the word ends like a newspaper, an agency or another medium; `…预报`, `…举报` do not."""
    return bool(_MEDIUM.fullmatch(word)) and not _SENTENCE.search(word) and not _REPORT.search(word)


def is_unit(word: str) -> bool:
    """Whether the word is an office, a school, a class or a medium, by its ending."""
    return (
        len(word) <= _LONGEST_UNIT
        and bool(_UNIT.fullmatch(word))
        and word.count("(") == word.count(")")
        and not _SENTENCE.search(word)
    )


def is_possible_unit(word: str) -> bool:
    """Whether the word right before a role word may name a unit: `总台央视`, `齐鲁壹点`."""
    return 2 <= len(word) <= _LONGEST_UNIT and not _SENTENCE.search(word)


def cut_unit(word: str) -> tuple[str, str] | None:
    """Parts a unit from a name glued to it: `海外网李萌` gives (海外网, 李萌); None when no unit leads."""
    for length in (3, 2, 4):
        if len(word) - length >= 2 and is_unit(word[:-length]):
            return word[:-length], word[-length:]
    return None

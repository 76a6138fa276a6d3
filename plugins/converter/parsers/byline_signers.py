"""Who signs a byline without being named by a role word: a place, a title or an office beside or instead of a name.

Places come from the repository's tables, titles and offices are told by how they end.
"""

from __future__ import annotations

import re
from functools import cache

from plugins.authorities import default_folder
from plugins.authorities.places import Place, read_places
from plugins.authorities.rows import read_table
from plugins.converter.parsers.byline_grammar import is_medium, is_unit

# `农技专家 燕小林`, `市农技推广站高级农艺师 储小阳`, `文史爱好者 端木小春`, `本栏主持 独孤小晓`.
_TITLE = re.compile(
    r"(?![访记致对])[一-龥]{0,24}(?:学者|专家|教授|讲师|教师|老师|校长|园长|院长|博士|硕士|研究员|馆员|医师|医生|大夫|护师|护士长?|药师|律师|法官"
    r"|检察官|公证员|警官|民警|交警|辅警|[技农畜园工]艺?师|农艺师|工程师|技师|规划师|咨询师|营养师|会计师|经济师|主任"
    r"|爱好者|志愿者|工作者|传承人|作家|诗人|画家|书法家|收藏家|学生|大学生|研究生|教练|裁判|干部|职工|工人"
    r"|农民|村民|居民|市民|读者|网友|采煤工|退休教师|老战士|老兵|战士|老党员|主持人?|编剧|导演)"
)
# Offices that sign for themselves: `(市路灯管理处办公室)`; a district, a village or a shop does not.
_SIGNING_OFFICE = re.compile(
    r"(?!原|即|现|如|含|今)[一-龥A-Za-z0-9·]{2,24}(?:办公室|文明办|宣传部|编辑部|委员会|支队|大队|局|县委|市委|区委|委办|中心|管委会|居委会"
    r"|科协|文联|妇联|工会|气象台|供电公司|教研室|课题组|调研组)"
)
_NO_ADMINISTRATION = ("市", "县", "区", "省")


def is_title(word: str) -> bool:
    """Whether the word says what a person is: `律师`, `市农技推广站高级农艺师`, `中科院微生物研究所博士`."""
    return len(word) >= 2 and bool(_TITLE.fullmatch(word))


def is_signing_office(word: str) -> bool:
    """Whether an office in brackets signs by itself: `文明办`, `市路灯管理处办公室`."""
    return word == "文明办" or bool(_SIGNING_OFFICE.fullmatch(word))


def is_supplier(word: str) -> bool:
    """Whether a unit may have handed a text in (供稿): an office or a medium."""
    return len(word) >= 3 and (is_unit(word) or is_medium(word)) and not word.endswith(_NO_ADMINISTRATION)


def is_place(word: str) -> bool:
    """Whether the word is a city or county of the tables, in full or in short: `高唐`, `高唐县`."""
    return word in _place_names()


def is_place_initial(character: str) -> bool:
    """Whether a place of the tables begins with it: its publicity office signs `(临宣)`."""
    return any(name.startswith(character) for name in _place_names())


@cache
def _place_names() -> frozenset[str]:
    places, _ = read_places(read_table(default_folder() / "cities.toml", []))
    return frozenset(name for place in places.rows for name in _names_of(place))


def _names_of(place: Place) -> set[str]:
    full = {place.name, *place.aliases}
    return full | set(place.short_names) | {name[:-1] for name in full if len(name) > 2}

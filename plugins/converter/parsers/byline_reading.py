"""Reads a byline into people by role, unit and role words."""

from __future__ import annotations

import re
from dataclasses import replace

from plugins.converter.language.names import is_anonymous, is_name, is_pen_name, split_names, split_words
from plugins.converter.parsers.byline_grammar import Frame, cut_tokens, is_medium, is_possible_unit, is_unit
from plugins.converter.parsers.byline_people import Byline, Reading
from plugins.converter.parsers.byline_signers import (
    is_place,
    is_place_initial,
    is_signing_office,
    is_supplier,
    is_title,
)

__all__ = ["Byline", "read_frame"]

# `据新华社`, `据新华社北京7月30日电`, `来源:大众网`, `摘自《读者》`: a source signs, no person.
_SOURCE = re.compile(
    r"(?P<word>据|综合|来源[:/]|稿件来源:|转自|摘自|选自|原载|载自)\s?《?(?P<source>[^,。;!?《》]{2,20}?)》?"
    r"(?:(?<=[社报])[一-龥]{2,4}(?:\d{1,2}月\d{1,2}日)?电|等?报道|消息|电|网站|整理|、《[^《》]{2,12}》)?"
)
# A letter to the editor: `市民 唐老太`, `读者 张博`.
_WRITER = re.compile(r"(?P<word>市民|读者|网友|村民|居民)\s+(?P<name>[一-龥]{2,4})")
_COMPILED = re.compile(
    r"(?:本报|记者)?综合(?:[一-龥、]{0,12}(?:报道|消息|各报))?|本报讯?综合(?:报道|消息)?|综编|本刊|本报记者|编\s?者"
)
# What a paper signs without brackets.
_HOUSE = re.compile(r"本[报刊]\s?(?:评论员|编辑部|综合)(?:整理|选编|外电|报道|消息)?|编\s{1,3}者")
# `市科协 供稿`, `(张店公安分局反诈中心供稿)`; `高青县新农保办公室 答复`.
_SUPPLY = re.compile(
    r"(?P<unit>[^,。;:!?]{3,40}?)\s*(?P<word>供稿|提供稿件)|(?P<office>[^,。;:!?]{4,40})\s+(?:答复|解答)"
)
# `(某某小学五年级一班 全体学生)`.
_ALL_OF = re.compile(r"(?P<unit>[^,。;:!?]{4,40}?)\s+全体(?:学生|同学|师生|队员|教师|职工)")
_AFFILIATION = re.compile(
    r"(?:文[/:]\s?)?(?P<names>.*?)\s*\(?(?P<word>作者单位:|作者系|作者为|单位:(?=[^/]+$))\s*(?P<unit>[^,。;()]{2,40})\)?"
)
# `邢小川(张店)`, `李 楠(教师)`, `齐小雷(市农业技术推广中心高级农艺师)`.
_NAME_AND_OFFICE = re.compile(r"(?P<names>[^()]{2,12}?)\s*\((?P<office>[^(),。;:!?]{2,26})\)")
# What stands in a byline and tells nothing of who wrote it: `发自寿光`, `(76岁)`, `图/受访者提供`, `“新华视点”记者`.
_REMARK = re.compile(
    r"\s发自\s?[一-龥]{2,6}(?=\s|$)|\(\d{1,3}岁\)|(?<=\S)[\s,]+(?:图片?|照片|摄影)[/:]\s?[一-龥]{2,10}(?:提供|供图)$"
    r"|“[一-龥A-Za-z0-9]{2,8}”(?=\s?记者)"
)
_REMARK_MARKS = ("发自", "岁)", "供", "”")


def read_frame(frame: Frame) -> Byline | None:
    """Reads the inner text of a byline; None when anything in it is neither role, unit nor name."""
    if any(mark in frame.inner for mark in _REMARK_MARKS):
        frame = replace(frame, inner=_REMARK.sub("", frame.inner).strip())
    if found := _read_source(frame) or _read_office(frame) or _read_affiliation(frame.inner):
        return found
    writer = _WRITER.fullmatch(frame.inner)
    if writer and (is_name(writer["name"]) or is_anonymous(writer["name"])):
        return Byline((), (), split_names(writer["name"]) or (), None, (writer["word"],))
    framed = frame.bulleted or frame.bracketed
    byline = _read_placed(frame) or Reading(cut_tokens(frame.inner), framed).byline()
    return byline or (_read_described(frame.inner) if framed else None) or _read_pen_name(frame)


def _read_source(frame: Frame) -> Byline | None:
    source = _SOURCE.fullmatch(frame.inner)
    if source and _is_source(source["word"], source["source"], frame):
        return Byline(unit=source["source"].strip(), role_words=(source["word"].strip(":/"),))
    if frame.bracketed and _COMPILED.fullmatch(frame.inner):
        return Byline(role_words=("综合",))
    if _HOUSE.fullmatch(frame.inner):
        return Byline(role_words=("".join(frame.inner.split()).lstrip("本报刊"),))
    if frame.bracketed and is_medium(frame.inner):
        return Byline(unit=frame.inner)
    return None


def _is_source(word: str, source: str, frame: Frame) -> bool:
    """Whether `据`, `综合` and what follows name a source: a medium, an office, a title in 《》."""
    if word not in ("据", "综合"):
        return True
    if "《" in frame.inner or (is_medium(source) and (word == "据" or frame.bracketed)):
        return True  # a bare `综合新闻` is a label
    return word == "据" and len(source) > 3 and is_signing_office(source)


def _read_office(frame: Frame) -> Byline | None:
    """An office or a class that signs and names nobody: `市科协 供稿`, `(市路灯管理处办公室)`."""
    inner = frame.inner
    supply = _SUPPLY.fullmatch(inner)
    if supply and all(map(is_supplier, split_words(unit := supply["unit"] or supply["office"]))):
        return Byline(unit=unit, role_words=(supply["word"] or "答复",))
    if frame.bracketed and (group := _ALL_OF.fullmatch(inner)) and is_unit(group["unit"]):
        return Byline(unit=group["unit"], role_words=("全体",))
    if frame.bracketed and all(map(is_signing_office, words := inner.split())):
        return Byline(unit=" ".join(words))
    return None


def _read_affiliation(inner: str) -> Byline | None:
    """Names with the office they belong to: `张博(作者单位:莘县一中)`, `邢小川(张店)`."""
    if affiliation := _AFFILIATION.fullmatch(inner):
        names = split_names(affiliation["names"]) if affiliation["names"] else ()
        if names is not None:
            unit, _, last = affiliation["unit"].strip().rpartition(" ")
            if not names and unit and is_name(last):  # `(作者为高唐一中班主任 臧小勤)`
                names = (last,)
            else:
                unit = affiliation["unit"].strip()
            return Byline((), (), names, unit, (affiliation["word"].strip(":"),))
    named = _NAME_AND_OFFICE.fullmatch(inner) if inner.endswith(")") else None
    if named and (names := split_names(named["names"])) and _is_office(named["office"]):
        return Byline((), (), names, named["office"])
    return None


def _is_office(word: str) -> bool:
    return is_place(word) or is_title(word) or is_unit(word)


def _read_placed(frame: Frame) -> Byline | None:
    """A place before its people: `高唐 秋禾`, `(淄博 蓝 田)`, `阳谷 卜小胜 收集`; 高唐 and 平阴 could be names."""
    place, _, rest = frame.inner.partition(" ")
    if not is_place(place):
        return None
    if is_anonymous(rest):  # `博山 侯先生`
        return Byline(unit=place)
    byline = Reading(cut_tokens(rest), frame.bulleted or frame.bracketed).byline()
    if byline is None:
        pen_name = re.fullmatch(r"[一-龥]\s+[一-龥]", rest.strip())
        return Byline((), (), ("".join(rest.split()),), place) if pen_name else None
    return byline if byline.reporters or byline.correspondents else replace(byline, unit=byline.unit or place)


# `(吴家小巷 吴大嫂)`, `(文史爱好者 雒小民)`: in brackets one word may say who the people after it are.
_DESCRIBED = re.compile(r"(?P<word>[一-龥·]{2,14})\s+(?P<names>[一-龥][一-龥\s]{1,12})")


_EDITOR = re.compile("编辑|责编|校对|组版|编审|版式")  # `(编辑 夏小雄)` wrote nothing


def _read_described(inner: str) -> Byline | None:
    described = _DESCRIBED.fullmatch(inner)
    if described is None or not is_possible_unit(described["word"]) or _EDITOR.search(described["word"]):
        return None
    word, rest = described["word"], described["names"].strip()
    if is_anonymous(rest):
        return Byline(unit=word)
    names = split_names(rest)
    # Two characters without a gap are too often a word: `(经济 向好)`.
    if names is None or len(names) > 2 or (len(rest) == 2 and not is_title(word) and not is_unit(word)):
        return None
    return Byline((), (), names, word)


_SPACED_PAIR = re.compile(r"(?P<first>[一-龥])\s+(?P<last>[一-龥])")


def _read_pen_name(frame: Frame) -> Byline | None:
    """Two characters with a gap that are no word: `(小 北)`; without a frame only `老 边`; `(临宣)`."""
    if frame.bracketed and re.fullmatch("[一-龥]宣", frame.inner) and is_place_initial(frame.inner[0]):
        return Byline((), (), (frame.inner,))
    pair = _SPACED_PAIR.fullmatch(frame.inner)
    if pair is None or not is_pen_name(pair["first"] + pair["last"]):
        return None
    if (
        not frame.bracketed
        and not frame.bulleted
        and (pair["first"] != "老" or not is_name(pair["last"] + "明"))
    ):
        return None
    return Byline((), (), (pair["first"] + pair["last"],))

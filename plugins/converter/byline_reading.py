"""Reads a byline into people by role, unit and role words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.converter.byline_grammar import (
    Frame,
    Token,
    cut_tokens,
    cut_unit,
    is_medium,
    is_possible_unit,
    is_unit,
)
from plugins.converter.names import is_name, is_possible_name, split_names

# `据新华社`, `来源:大众网`, `摘自《读者》`, `(本报综合)`: a source signs, no person.
_SOURCE = re.compile(
    r"(?P<word>据|来源[:/]|稿件来源:|转自|摘自|选自|原载|载自)\s?《?(?P<source>[^,。;!?《》]{2,20}?)》?(?:报道|消息|电|网站)?"
)
_COMPILED = re.compile(r"(?:本报|记者)?综合(?:[一-龥、]{0,12}(?:报道|消息))?|本报讯?综合(?:报道|消息)?")
_AFFILIATION = re.compile(
    r"(?P<names>.*?)\s*\(?(?P<word>作者单位:|作者系|作者为|单位:)\s*(?P<unit>[^,。;()]{2,40})\)?"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """The people of a byline by role, the unit they write for, and the role words as printed."""

    reporters: tuple[str, ...] = ()
    correspondents: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    unit: str | None = None
    role_words: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """All persons in the order of the fields."""
        return self.reporters + self.correspondents + self.authors


def read_frame(frame: Frame) -> Byline | None:
    """Reads the inner text of a byline; None when anything in it is neither role, unit nor name."""
    if source := _read_source(frame):
        return source
    affiliation = _AFFILIATION.fullmatch(frame.inner)
    if affiliation:
        names = split_names(affiliation["names"]) if affiliation["names"] else ()
        if names is not None:
            return Byline((), (), names, affiliation["unit"].strip(), (affiliation["word"].strip(":"),))
    return _Reading(cut_tokens(frame.inner)).byline()


def _read_source(frame: Frame) -> Byline | None:
    source = _SOURCE.fullmatch(frame.inner)
    if source and (source["word"] != "据" or is_medium(source["source"]) or "《" in frame.inner):
        return Byline(unit=source["source"].strip(), role_words=(source["word"].strip(":/"),))
    if frame.bracketed and _COMPILED.fullmatch(frame.inner):
        return Byline(role_words=("综合",))
    if frame.bracketed and is_medium(frame.inner):
        return Byline(unit=frame.inner)
    return None


class _Reading:
    """One pass over the tokens of a byline; `byline` gives None as soon as a word does not fit."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._people: dict[str, list[str]] = {
            "reporter": [],
            "correspondent": [],
            "author": [],
            "adviser": [],
        }
        self._field = "author"
        self._unit: str | None = None
        self._roles: list[str] = []

    def byline(self) -> Byline | None:
        for position, token in enumerate(self._tokens):
            if token.kind == "words":
                following = self._tokens[position + 1].kind if position + 1 < len(self._tokens) else "end"
                if not self._read_words(token.text, following):
                    return None
            else:
                self._field = "author" if token.kind == "maker" else token.kind
                self._roles.append(token.text)
        people = self._people
        if not people["reporter"] and not people["correspondent"] and not people["author"]:
            return None
        return Byline(
            tuple(people["reporter"]),
            tuple(people["correspondent"]),
            tuple(people["author"]),
            self._unit,
            tuple(self._roles),
        )

    def _read_words(self, text: str, following: str) -> bool:
        named = bool(self._roles)
        names = split_names(text, lenient=named and following in ("end", "maker") and not _last_is_unit(text))
        if names is not None:
            self._people[self._field].extend(names)
            return True
        words = re.split(r"[\s、,;/|]+", text)
        before_role = following in ("reporter", "correspondent", "author")
        return self._read_each(words, before_role)

    def _read_each(self, words: list[str], before_role: bool) -> bool:
        """Reads words of which one at least is no plain name: units, glued units, a place before 报道."""
        names: list[str] = []
        for position, word in enumerate(words):
            last = position == len(words) - 1
            cut = None if is_unit(word) else cut_unit(word)
            if is_unit(word) or (last and before_role and is_possible_unit(word) and not is_name(word)):
                self._add_unit(word)
            elif cut and split_names(cut[1]):
                self._add_unit(cut[0])
                names.append(cut[1])
            elif split_names(word) is not None or len(word) == 1 or (self._roles and is_possible_name(word)):
                names.append(word)
            else:
                return False
        found = split_names(" ".join(names), lenient=bool(self._roles)) if names else ()
        if found is None:
            return False
        self._people[self._field].extend(found)
        return True

    def _add_unit(self, word: str) -> None:
        word = word.removeprefix("本报").strip("《》")
        if not word:
            return
        # A school and a class are one unit in two words: `阳谷南街小学 四年级`.
        if self._unit is None:
            self._unit = word
        elif word not in self._unit.split():
            self._unit = f"{self._unit} {word}"


def _last_is_unit(text: str) -> bool:
    return is_unit(text.split()[-1])

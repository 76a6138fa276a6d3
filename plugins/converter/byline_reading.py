"""Reads a byline into people by role, unit and role words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

from plugins.converter.byline_grammar import (
    Frame,
    Token,
    cut_tokens,
    cut_unit,
    is_medium,
    is_possible_unit,
    is_unit,
)
from plugins.converter.names import (
    cut_glued,
    is_anonymous,
    is_name,
    is_possible_name,
    split_names,
    split_words,
)

_SIGNING = ("reporter", "correspondent", "author")

# `据新华社`, `来源:大众网`, `摘自《读者》`, `(本报综合)`: a source signs, no person.
_SOURCE = re.compile(
    r"(?P<word>据|来源[:/]|稿件来源:|转自|摘自|选自|原载|载自)\s?《?(?P<source>[^,。;!?《》]{2,20}?)》?(?:报道|消息|电|网站)?"
)
# A letter to the editor: `市民 唐老太`, `读者 张博`.
_WRITER = re.compile(r"(?P<word>市民|读者|网友|村民|居民)\s+(?P<name>[一-龥]{2,4})")
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
    writer = _WRITER.fullmatch(frame.inner)
    if writer and (is_name(writer["name"]) or is_anonymous(writer["name"])):
        return Byline((), (), split_names(writer["name"]) or (), None, (writer["word"],))
    return _Reading(cut_tokens(frame.inner), frame.bulleted or frame.bracketed).byline()


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

    def __init__(self, tokens: tuple[Token, ...], framed: bool) -> None:
        self._tokens = tokens
        self._framed = framed
        self._people: dict[str, list[str]] = {
            "reporter": [],
            "correspondent": [],
            "author": [],
            "adviser": [],
        }
        self._field = "author"
        # Whether a role word of a person stands before: it makes a name of any word (`记者 关键`).
        self._asked = False
        self._unit: str | None = None
        self._roles: list[str] = []

    def byline(self) -> Byline | None:
        for token, following in zip_longest(self._tokens, self._tokens[1:]):
            if token.kind == "words":
                signed = following is not None and following.kind in _SIGNING
                if not all(self._read_word(word, last and signed) for word, last in _mark_last(token.text)):
                    return None
            else:
                self._field = "author" if token.kind == "maker" else token.kind
                self._asked = token.kind != "maker"
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

    def _read_word(self, word: str, before_role: bool) -> bool:
        """Takes one word as name, unit or both; False when it is neither."""
        waits = self._asked and not self._people[self._field]
        if self._roles and is_anonymous(word):
            return True
        if is_name(word):
            return self._add_names((word,))
        if is_unit(word) or (before_role and not waits and is_possible_unit(word)):
            return self._add_unit(word)
        if not self._roles and not self._framed:
            return False  # `李克强在浙江考察` could be cut to names: without role or frame each name stands alone
        return self._read_glued(word)

    def _read_glued(self, word: str) -> bool:
        if names := cut_glued(word):
            return self._add_names(names)
        cut = cut_unit(word)
        if cut and is_name(cut[1]):
            return self._add_unit(cut[0]) and self._add_names((cut[1],))
        if not self._asked:
            return False
        asked = (word,) if is_possible_name(word) else cut_glued(word, lenient=True)
        return asked is not None and self._add_names(asked)

    def _add_names(self, names: tuple[str, ...]) -> bool:
        self._people[self._field].extend(names)
        return True

    def _add_unit(self, word: str) -> bool:
        word = word.removeprefix("本报").strip("《》")
        if self._unit is None:
            self._unit = word or None
        elif word not in self._unit.split():
            # A school and a class are one unit in two words: `阳谷南街小学 四年级`.
            self._unit = f"{self._unit} {word}".strip()
        return True


def _mark_last(text: str) -> list[tuple[str, bool]]:
    words = split_words(text)
    return [(word, position == len(words) - 1) for position, word in enumerate(words)]

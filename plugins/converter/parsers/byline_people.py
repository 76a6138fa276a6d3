"""Reads the words of a byline into people by role, unit and role words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from plugins.converter.language.names import (
    cut_glued,
    is_anonymous,
    is_dictionary_word,
    is_name,
    is_possible_name,
    split_words,
)
from plugins.converter.parsers.byline_grammar import Token, cut_unit, is_possible_unit, is_unit
from plugins.converter.parsers.byline_signers import is_title

_SIGNING = ("reporter", "correspondent", "author")
# Makers' marks after which any name counts, as after 记者: `执笔:宰小如`, `采写 封小洁`.
_ASKING = ("执笔", "执笔人", "采写", "撰文", "口述", "口述人", "记录", "供图并文")


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


class Reading:
    """One pass over the tokens of a byline; `byline` gives None as soon as a word does not fit."""

    def __init__(self, tokens: tuple[Token, ...], framed: bool) -> None:
        """Takes the tokens of the inner text; `framed` when a bullet or brackets stood around it."""
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
        """The people, unit and role words of the tokens; None when a word fits nowhere or nobody signs."""
        for token, following in zip_longest(self._tokens, self._tokens[1:]):
            if token.kind == "words":
                signed = following is not None and following.kind in _SIGNING
                if not all(self._read_word(word, last and signed) for word, last in _mark_last(token.text)):
                    return None
            else:
                self._field = "author" if token.kind == "maker" else token.kind
                self._asked = token.kind != "maker" or token.text in _ASKING
                self._roles.append(token.text)
        return self._result()

    def _result(self) -> Byline | None:
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
        # After 记者 a name must come; `采写:南都记者 …` names the unit first.
        waits = self._asked and not self._people[self._field] and self._roles[-1] not in _ASKING
        if self._roles and is_anonymous(word):
            return True
        if is_name(word):
            return self._add_names((word,))
        if is_unit(word) or (before_role and not waits and is_possible_unit(word)):
            return self._add_unit(word)
        if is_title(word):  # `农技专家 燕小林`: a title names nobody
            # `鲍小满 熬胶技师` presents a person; who signs has the title before the name.
            return bool(self._roles) or self._framed or not self._people["author"]
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
        if self._roles[-1] in _ASKING and is_dictionary_word(word):
            return False  # `记录 美好`, `口述 历史`
        asked = (word,) if is_possible_name(word) else cut_glued(word, lenient=True)
        return asked is not None and self._add_names(asked)

    def _add_names(self, names: tuple[str, ...]) -> bool:
        # `(通讯员 尹小洲 摄影 尹小洲)`: who did two things signs once.
        signed = {name for people in self._people.values() for name in people}
        self._people[self._field] += [name for name in names if name not in signed]
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

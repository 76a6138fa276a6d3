"""An item on its way to the page: its lines, and what is known of it beside them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from tests.converter.page_maker.article import Article
from tests.converter.page_maker.composing import compose_article, compose_plain
from tests.converter.page_maker.cutting import LEAST, cut_lines, narrow_lines
from tests.converter.page_maker.damage import garble, lose_text, print_twice
from tests.converter.page_maker.line import Line, split_line
from tests.converter.page_maker.noise import Noise

CAPTION_GAP = 3  # a photograph leaves three blank lines


@dataclass(frozen=True, slots=True)
class Draft:
    number: int
    article: Article
    is_incomplete: bool = False
    belongs_to: int | None = None
    duplicate_of: int | None = None


@dataclass(slots=True)
class Desk:
    """Drafts numbered in the order in which they are written."""

    noise: Noise
    dice: Random
    drafts: list[Draft] = field(default_factory=list)

    def write(self, article: Article) -> list[Line]:
        """The lines of an item, with all that goes with it: column label, captions, second prints."""
        if article.kind not in ("article", "notice"):
            draft = self._add(article)
            return self._space_caption(compose_plain(article, draft.number, self.dice), article)
        label = self._write_label(article)
        number = len(self.drafts)
        story = self._write_story(article)
        return self._add_caption([*label, *story], article, number, len(label))

    def _add(self, article: Article, **known: int | bool | None) -> Draft:
        draft = Draft(len(self.drafts), article, **known)  # type: ignore[arg-type]
        self.drafts.append(draft)
        return draft

    def _chance(self, probability: float) -> bool:
        return self.dice.random() < probability

    def _write_label(self, article: Article) -> list[Line]:
        if not article.section or not self._chance(self.noise.section):
            return []
        label = Article(name=f"{article.name} label", kind="furniture", body=(article.section,))
        return compose_plain(label, self._add(label).number, self.dice)

    def _write_story(self, article: Article) -> list[Line]:
        draft = self._add(article)
        if self._chance(self.noise.artefact):
            article = replace(article, body=tuple(map(garble, article.body)))
        lines = compose_article(article, draft.number, self.noise, self.dice)
        if article.kind == "article" and self._chance(self.noise.lost):
            left = lose_text(lines, self.dice)
            lines = left or lines
            self.drafts[draft.number] = replace(draft, is_incomplete=left is not None)
        if self._chance(self.noise.narrow):
            lines = narrow_lines(lines, self.dice)
        lines = cut_lines(lines, self.noise, self.dice)
        if self._chance(self.noise.twice):
            lines = self._double(lines, draft)
        return cut_byline(lines, self.noise, self.dice)

    def _double(self, lines: list[Line], draft: Draft) -> list[Line]:
        doubled = print_twice(lines, len(self.drafts), self.dice)
        if doubled is None:
            return lines
        copy = Article(name=f"{draft.article.name} again", kind="furniture", body=(doubled[1].text,))
        self._add(copy, duplicate_of=draft.number)
        return doubled[0]

    def _add_caption(self, lines: list[Line], article: Article, number: int, label: int) -> list[Line]:
        if not article.caption:
            return lines
        caption = replace(Article(article.name), kind="caption", city=article.city, counties=article.counties)
        caption = replace(caption, topics=article.topics, body=(article.caption,))
        draft = self._add(caption, belongs_to=number)
        printed = self._space_caption(compose_plain(caption, draft.number, self.dice), caption)
        inside = [at for at in range(label + 2, len(lines)) if lines[at].gap > 0]
        if inside and self._chance(self.noise.caption_inside):
            at = self.dice.choice(inside)
        else:
            at = self.dice.choice((0, 0, len(lines)))
        after = [replace(lines[at], gap=self.dice.choice((1, CAPTION_GAP)))] if at < len(lines) else []
        return [*lines[:at], *printed, *after, *lines[at + 1 :]]

    def _space_caption(self, lines: list[Line], article: Article) -> list[Line]:
        return [replace(lines[0], gap=CAPTION_GAP), *lines[1:]] if article.kind == "caption" else lines


def cut_byline(lines: list[Line], noise: Noise, dice: Random) -> list[Line]:
    """Cut one byline in two, at a space or within a name, with or without a blank line."""
    for at, line in enumerate(lines):
        for number, one in enumerate(line.fragments):
            places = [cut for cut in range(4, len(one.text) - LEAST) if _may_cut_byline(one.text, cut)]
            if one.role == "byline" and places and dice.random() < noise.cut_byline:
                cut = dice.choice(places)
                return [*lines[:at], *split_line(line, number, cut, dice.choice((0, 1))), *lines[at + 1 :]]
    return lines


def _may_cut_byline(text: str, at: int) -> bool:
    return text[at - 1] not in "(（□■◆ /" and text[at] not in ")） "

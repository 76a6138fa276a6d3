"""An article's elements set in lines, before columns cut them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from tests.converter.page_maker.article import SUBHEAD, Article
from tests.converter.page_maker.line import Fragment, Line
from tests.converter.page_maker.noise import Noise
from tests.converter.page_maker.words import list_word_ends

CLOSING_SPACES = ("", "", " ", "  ")
KICKER_ENDS = ("…", "？", "?", "！", "!")  # after these a kicker and its headline may share a line
SIGNATURE_LENGTH = 24  # `淄博市公安局高新区分局`, `2022年10月16日`; longer lines of a notice are text


@dataclass(slots=True)
class Sheet:
    """The lines of one item while they are written; elements are numbered as they come."""

    item: int
    lines: list[Line] = field(default_factory=list)
    elements: int = 0

    def write(self, role: str, text: str, gap: int = 1, space: str | None = None) -> None:
        """Write one element on a line of its own, or after `space` on the last line."""
        fragment = Fragment(self.item, self.elements, role, text, space or "")
        self.elements += 1
        if space is None:
            self.lines.append(Line((fragment,), gap))
        else:
            last = self.lines[-1]
            self.lines[-1] = replace(last, fragments=(*last.fragments, fragment))


def compose_article(article: Article, number: int, noise: Noise, dice: Random) -> list[Line]:
    """Article or notice: display lines, byline in its place, body."""
    sheet = Sheet(number)
    _write_display(sheet, article, noise, dice)
    if article.kind == "notice":
        _write_notice(sheet, article, dice)
    else:
        _write_body(sheet, article, noise, dice)
    return sheet.lines


def compose_plain(article: Article, number: int, dice: Random) -> list[Line]:
    """Furniture, an advertisement or a caption: one line a paragraph, close together or not."""
    sheet = Sheet(number)
    tight = dice.random() < 0.3
    for role, text in (("headline", article.headline), *(("paragraph", one) for one in article.body)):
        if text:
            sheet.write(role, text, gap=0 if tight and sheet.lines else 1)
    return sheet.lines


def _write_display(sheet: Sheet, article: Article, noise: Noise, dice: Random) -> None:
    tight = dice.random() < noise.headline_lines
    if article.kicker:
        sheet.write("kicker", article.kicker)
    headline = _space_headline(article.headline, noise, dice)
    shared = article.kicker.endswith(KICKER_ENDS) and dice.random() < noise.same_line
    first, space, second = headline.partition(" ")
    if space and not shared and tight:
        sheet.write("headline", first)
        part = Fragment(sheet.item, sheet.elements - 1, "headline", second, is_start=False)
        sheet.lines.append(Line((part,), dice.choice((0, 1))))
    elif headline:
        sheet.write("headline", headline, space=" " if shared else None)
    if article.deck:
        sheet.write("deck", article.deck)


def _space_headline(headline: str, noise: Noise, dice: Random) -> str:
    """A headline that was set in two lines has a space between two words."""
    if " " in headline or len(headline) < 14 or dice.random() >= noise.headline_space:
        return headline
    ends = [end for end in list_word_ends(headline) if 5 <= end <= len(headline) - 5]
    if not ends:
        return headline
    at = dice.choice(ends)
    return f"{headline[:at]} {headline[at:]}"


def _write_body(sheet: Sheet, article: Article, noise: Noise, dice: Random) -> None:
    if article.byline_place == "before_body":
        sheet.write("byline", article.byline)
    glued = noise.glued_headline if not article.dateline and article.byline_place != "before_body" else 0.0
    start = " " * dice.randint(2, 5) if sheet.lines and dice.random() < glued else None
    subheads = 0
    for number, text in enumerate(article.body):
        if text.startswith(SUBHEAD):
            sheet.write("subhead", text.removeprefix(SUBHEAD))
            subheads += 1
            start = " " if subheads > 1 and dice.random() < noise.glued_subhead else None
            continue
        if number == 0 and article.dateline:
            start = _write_dateline(sheet, article, noise, dice)
        sheet.write("paragraph", text, space=start)
        start = None
        if number == 0 and article.byline_place == "after_lead":
            sheet.write("byline", article.byline)
    if article.byline_place == "closing":
        sheet.write("byline", article.byline, space=dice.choice(CLOSING_SPACES))
    elif article.byline_place == "closing_line":
        sheet.write("byline", article.byline, gap=0 if dice.random() < noise.tight_byline else 1)


def _write_dateline(sheet: Sheet, article: Article, noise: Noise, dice: Random) -> str | None:
    """Write dateline and byline; give the space before the text, None for a line of its own."""
    sheet.write("dateline", article.dateline)
    if article.byline_place == "dateline":
        sheet.write("byline", article.byline, space=dice.choice(("", "", " ")))
        if dice.random() < noise.parted_dateline:
            return None
    return dice.choice(("", " ", " ", "  "))


def _write_notice(sheet: Sheet, article: Article, dice: Random) -> None:
    signature = count_signature(article.body)
    for number, text in enumerate(article.body):
        is_signature = number >= len(article.body) - signature
        gap = dice.choice((0, 1)) if is_signature else 1
        sheet.write("signature" if is_signature else "paragraph", text, gap=gap)
    if article.byline:
        sheet.write("signature", article.byline, gap=dice.choice((0, 1)))


def count_signature(body: tuple[str, ...]) -> int:
    """How many last lines of a notice name who signs and the day: short, no mark, no telephone."""
    count = 0
    for text in reversed(body[1:]):
        is_text = text[-1] in "。！!；;" or any(mark in text for mark in "：:，,") or text.startswith("特此")
        if is_text or len(text) > SIGNATURE_LENGTH:
            break
        count += 1
    return count

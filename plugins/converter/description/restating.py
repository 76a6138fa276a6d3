"""Restating: what a correction says of an item's text, its kind and its signers.

A text field names words of the item: they get that role, wherever they stand, and no character is lost. Where the
words are not the item's own, they are shown in place of what is printed there (a misprint), as long as they are like
it; the spans stay as they are.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from plugins.converter.assembly.certainty import LOSS_FACTOR
from plugins.converter.description.description import read_credit
from plugins.converter.description.wording import carve
from plugins.converter.pages.items import Element, Item, Kind, Role

# In this order: what the headline gives up may be said to be kicker or deck.
TEXTS = {
    "headline": Role.HEADLINE,
    "kicker": Role.KICKER,
    "deck": Role.DECK,
    "byline": Role.BYLINE,
    "dateline": Role.DATELINE,
}
LISTS = {"subheads": Role.SUBHEAD, "paragraphs": Role.PARAGRAPH}
SIGNERS = ("reporters", "correspondents", "authors")
# Less of the printed characters than this, and the words are of another line.
LIKENESS = 0.5
SAID_INCOMPLETE = "订正注明:文字缺失"


class Misfit(Exception):
    """A correction that does not fit its item; the message says why and what to do."""


def restate(item: Item, fields: Mapping[str, Any], lines: Sequence[str]) -> tuple[Item, Mapping[str, str]]:
    """Correct an item's kind, text, section, signers and problems; also the fields that did not fit, with the reason.

    `lines` are the lines of the page.
    """
    elements, misfits = item.elements, {}
    for key, role in (TEXTS | LISTS).items():
        if key not in fields:
            continue
        try:
            said = fields[key]
            elements = _say(elements, role, (said,) if isinstance(said, str) else said or (), lines)
        except Misfit as misfit:
            misfits[key] = str(misfit)
    restated = replace(item, elements=elements, kind=fields.get("kind", item.kind))
    if "section" in fields:
        restated = replace(restated, section=fields["section"])
    return _judge(_sign(restated, item, fields), fields), misfits


def _say(
    elements: tuple[Element, ...], role: Role, said: Sequence[str], lines: Sequence[str]
) -> tuple[Element, ...]:
    """Give the words the role, and to nothing else; raises Misfit."""
    start, done = 0, elements
    kept: list[Element] = []
    for words in said:
        carved = carve(done, role, words, lines, start)
        if carved is None:
            return _replace(elements, role, said)
        done, start = carved.elements, len(carved.before) + 1
        kept.append(carved.element)
    if role is Role.PARAGRAPH:
        return done
    return tuple(_demote(done, role, kept))


def _demote(elements: Sequence[Element], role: Role, kept: Sequence[Element]) -> Iterator[Element]:
    """Take a role from all elements but those kept: lines that were headlines stand above or below one, or are text."""
    spare = Role.KICKER if role is Role.HEADLINE and kept else Role.PARAGRAPH
    for element in elements:
        if any(element is other for other in kept):
            spare = Role.DECK if role is Role.HEADLINE else Role.PARAGRAPH
        elif element.role is role:
            element = replace(element, role=spare)
        yield element


def _replace(elements: tuple[Element, ...], role: Role, said: Sequence[str]) -> tuple[Element, ...]:
    """Show words in place of those that are printed; raises Misfit when they are of another line."""
    printed = [element.text for element in elements if element.role is role]
    if len(printed) != len(said):
        raise Misfit(
            f"“{'”, “'.join(said)}” is not in the item's text, and {len(printed)} of its elements are {role.value}; "
            "use the item's own words, or as many texts as there are elements"
        )
    for before, after in zip(printed, said, strict=True):
        if SequenceMatcher(None, before, after, autojunk=False).ratio() < LIKENESS:
            raise Misfit(f"“{after}” is too unlike “{before}”; is it of another item?")
    following = iter(said)
    return tuple(
        replace(element, text=next(following)) if element.role is role else element for element in elements
    )


def _sign(restated: Item, item: Item, fields: Mapping[str, Any]) -> Item:
    """Read the byline again where it changed; names that the correction gives stand."""
    signed = [element for element in restated.elements if element.role in (Role.BYLINE, Role.SIGNATURE)]
    before = [element for element in item.elements if element.role in (Role.BYLINE, Role.SIGNATURE)]
    credit = item.credit if signed == before else read_credit(restated.elements)
    names = {key: fields[key] for key in SIGNERS if key in fields}
    return replace(restated, credit=replace(credit, **names))


def _judge(item: Item, fields: Mapping[str, Any]) -> Item:
    """Set what is missing and how certain the item is."""
    incomplete = fields.get("incomplete", item.incomplete and item.kind is Kind.ARTICLE)
    confidence = item.confidence
    if item.incomplete and not incomplete:
        confidence = min(1.0, confidence / LOSS_FACTOR)
    reasons = item.problems or (SAID_INCOMPLETE,) if incomplete else ()
    return replace(
        item,
        incomplete=incomplete,
        problems=fields.get("problems", reasons),
        confidence=fields.get("confidence", confidence),
    )

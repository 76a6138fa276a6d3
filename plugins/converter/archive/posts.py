"""Posts: items as Markdown files that Pelican reads (the format is in DESIGN.md)."""

import html
from collections.abc import Iterator, Sequence

from plugins.authorities.date_rules import CORRECTION, DATE_RULES, describe_date_evidence
from plugins.converter.archive.markdown_text import (
    escape_heading,
    escape_markdown,
    escape_value,
    show_controls,
)
from plugins.converter.pages.items import Item, Kind, PageFacts, PageItems, Role
from plugins.converter.pages.spans import list_lines

# Pelican wants a newspaper and a full date; what the page does not tell is said in Date_precision.
UNKNOWN_NEWSPAPER = "未详"
UNKNOWN_DATE = "1900-01-01"
TITLE_LENGTH = 20
# Pelican parts lists at commas or, where there is one, at semicolons, and every escape (`&lt;`) ends with one.
# A name that holds such a character (none was seen) shows its full-width form.
LIST_FORMS = str.maketrans(",;<>&\"'", "，；＜＞＆＂＇")


def post_name(item: Item) -> str:
    """The file name of an item's post, which is also the last part of its URL: two digits at least."""
    return f"{item.number:02d}"


def render_posts(page: PageItems) -> dict[str, str]:
    """All posts of a page by file name without ending: its articles and notices."""
    posted = (Kind.ARTICLE, Kind.NOTICE)
    return {post_name(item): render_post(page, item) for item in page.items if item.kind in posted}


def render_post(page: PageItems, item: Item) -> str:
    """One post: metadata, an empty line, Markdown."""
    metadata = "\n".join(f"{key}: {value}" for key, value in _metadata(page.facts, item) if value)
    captions = [other for other in page.items if other.belongs_to == item.number]
    return f"{metadata}\n\n" + "\n\n".join(_body(item, captions)) + "\n"


def _metadata(facts: PageFacts, item: Item) -> Iterator[tuple[str, str]]:
    name = post_name(item)
    yield "Title", escape_value(_title(item))
    yield "Slug", f"{escape_value(facts.id)}-{name}"
    yield "Date", _full_date(item.date)
    yield "Date_precision", _precision(item.date)
    yield "Date_evidence", escape_value(_evidence(facts, item))
    yield "Category", escape_value(facts.newspaper or UNKNOWN_NEWSPAPER)
    yield "Tags", _join([item.city or "", *item.counties, *item.topics])
    yield "Authors", _join(item.credit.names)
    yield "Kind", item.kind.value
    yield from _printed(item)
    yield "Reporters", _join(item.credit.reporters)
    yield "Correspondents", _join(item.credit.correspondents)
    yield "City", _join([item.city or ""])
    yield "Counties", _join(item.counties)
    yield "Topics", _join(item.topics)
    yield "Keywords", _join(item.keywords)
    yield "Page_id", escape_value(facts.id)
    yield "Item_number", name
    yield "Page_number", escape_value(facts.page_number or "")
    yield "Lines", list_lines(item.spans)
    yield "Confidence", f"{item.confidence:.2f}"
    yield "Incomplete", "true" if item.incomplete else ""
    yield "Problems", escape_value("; ".join(item.problems))


def _printed(item: Item) -> Iterator[tuple[str, str]]:
    for role in (Role.KICKER, Role.DECK):
        yield role.value.capitalize(), escape_value(item.text(role) or "")
    yield "Section", escape_value(item.section or "")
    yield "Byline", escape_value(item.credit.text or "")
    yield "Dateline", escape_value(item.text(Role.DATELINE) or "")


def _title(item: Item) -> str:
    headline = item.text(Role.HEADLINE)
    if headline:
        return headline
    text = "".join(item.paragraphs) or item.credit.text or "无题"
    return text if len(text) <= TITLE_LENGTH else text[:TITLE_LENGTH] + "…"


def _full_date(date: str | None) -> str:
    return (date + "-01-01"[len(date) - len("YYYY") :] if date else UNKNOWN_DATE)[: len(UNKNOWN_DATE)]


def _precision(date: str | None) -> str:
    return {4: "year", 7: "month", 10: "day"}[len(date)] if date else "unknown"


def _evidence(facts: PageFacts, item: Item) -> str:
    evidence = facts.date_evidence
    if "date" in item.corrected or (evidence and evidence.rule == CORRECTION):
        return DATE_RULES[CORRECTION]
    if evidence is None:
        return ""
    return describe_date_evidence(evidence.line, evidence.text, evidence.rule)


def _join(values: Sequence[str]) -> str:
    return ", ".join(show_controls(value).translate(LIST_FORMS) for value in values if value)


def _body(item: Item, captions: Sequence[Item]) -> Iterator[str]:
    for caption in captions:
        text = html.escape(show_controls("".join(caption.paragraphs)), quote=False)
        yield f'<figure class="caption"><figcaption>{text}</figcaption></figure>'
    for element in item.elements:
        if element.role is Role.SUBHEAD:
            yield f"## {escape_heading(element.text)}"
        elif element.role is Role.PARAGRAPH:
            yield escape_markdown(element.text)

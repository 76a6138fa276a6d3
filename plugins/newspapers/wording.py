"""Template filters: how dates, pages, items and certainty are put in words."""

from collections.abc import Callable, Mapping

from plugins.authorities.date_rules import describe_date_evidence
from plugins.newspapers.archive import Issue, Newspaper
from plugins.newspapers.labels import Label
from plugins.newspapers.ledger import DateEvidence, PageItem, PageLedger
from plugins.newspapers.neighbours import PagePlace
from plugins.newspapers.partial_date import write_date, write_iso
from plugins.newspapers.roles import group_authors
from plugins.newspapers.sections import section_url
from plugins.newspapers.steps import (
    label_page,
    step_from_date,
    step_from_issue,
    step_from_page,
    step_from_story,
)
from plugins.newspapers.story import UNKNOWN_NEWSPAPER, Story, describe_certainty

Crumbs = list[tuple[str, str]]

KIND_NAMES: Mapping[str, str] = {
    "article": "文章",
    "notice": "公告",
    "advertisement": "广告",
    "furniture": "版面元素",
    "caption": "图片说明",
}
LABEL_KINDS: Mapping[str, str] = {"city": "城市", "county": "区县", "topic": "主题"}


def name_page(ledger: PageLedger) -> str:
    """Return 齐鲁晚报 2023年3月1日 第04版, leaving out what the page does not tell."""
    newspaper = name_newspaper(ledger.newspaper or UNKNOWN_NEWSPAPER)
    number = f"第{ledger.page_number}版" if ledger.page_number else None
    return " ".join(part for part in (newspaper, write_date(ledger.date), number) if part)


def name_newspaper(name: str) -> str:
    """Return the name as it can stand alone: 未详 beside a title would not say what is unknown."""
    return f"报纸{name}" if name == UNKNOWN_NEWSPAPER else name


def count_issues(newspaper: Newspaper) -> str:
    """Return how much there is of a newspaper: 3 期, or 12 个版面 where the issues cannot be told apart."""
    if all(issue.is_exact for issue in newspaper.issues):
        return f"{len(newspaper.issues)} 期"
    return f"{newspaper.page_count} 个版面"


def name_item(item: PageItem, number_of_characters: int = 16) -> str:
    """Return the owner's label beside its lines: kind, and the headline or the first characters."""
    text = item.headline or item.lead
    short = text if len(text) <= number_of_characters else text[:number_of_characters] + "…"
    return f"{KIND_NAMES[item.kind]}：{short}"


def describe_evidence(evidence: DateEvidence) -> str:
    """Return the line that tells the page's date and how it was read."""
    return describe_date_evidence(evidence.line, evidence.text, evidence.rule)


def list_crumbs(place: PagePlace, with_page: bool) -> Crumbs:
    """Return the way from newspaper to issue, and to the page when the reader is below it."""
    issue = (place.issue.url, write_date(place.issue.date))
    crumbs = [("newspapers/", "报纸"), (place.newspaper.url, name_newspaper(place.newspaper.name)), issue]
    if not with_page:
        return crumbs
    number = place.page.ledger.page_number
    return [*crumbs, (place.page.url, f"第{number}版" if number else "本版")]


def list_issue_crumbs(issue: Issue, newspaper: Newspaper) -> Crumbs:
    """Return the way from newspaper and year to an issue."""
    crumbs = [("newspapers/", "报纸"), (newspaper.url, name_newspaper(newspaper.name))]
    if issue.date is None:
        return crumbs
    return [*crumbs, (f"{newspaper.url}{issue.date.year:04d}/", f"{issue.date.year}年")]


def _name_label_kind(label: Label | None) -> str:
    return LABEL_KINDS[label.kind] if label else "标签"


def _describe_story(story: Story) -> str:
    return describe_certainty(story.confidence, is_incomplete=story.is_incomplete)


FILTERS: Mapping[str, Callable[..., object]] = {
    "chinese_date": write_date,
    "iso_date": write_iso,
    "section_url": section_url,
    "evidence": describe_evidence,
    "page_name": name_page,
    "item_name": name_item,
    "newspaper_name": name_newspaper,
    "story_steps": step_from_story,
    "page_steps": step_from_page,
    "issue_steps": step_from_issue,
    "date_steps": step_from_date,
    "page_label": label_page,
    "authors_by_role": group_authors,
    "issue_count": count_issues,
    "kind_name": KIND_NAMES.__getitem__,
    "label_kind": _name_label_kind,
    "certainty": _describe_story,
    "crumbs": list_crumbs,
    "issue_crumbs": list_issue_crumbs,
}

"""How the evidence for a page's date is put in words: the posts and the page view say the same."""

from collections.abc import Mapping

# A person has set the date in the page's record; the others are what the ledger has as `date_evidence.rule`.
CORRECTION = "correction"
DATE_RULES: Mapping[str, str] = {
    "masthead": "报头所印日期",
    "dateline": "电头日期次日见报",
    "latest": "版面上最晚的日期，不早于此",
    "year": "版面上写明的年份",
    CORRECTION: "人工订正",
}


def describe_date_evidence(line: int, text: str, rule: str) -> str:
    """Return 第1行“2023.3.1 星期三”（报头所印日期）; a date that a person has set has no line to show.

    A rule without words (of a ledger written by a newer converter) stands as it is.
    """
    words = DATE_RULES.get(rule, rule)
    return words if rule == CORRECTION else f"第{line}行“{text}”（{words}）"

import json
from typing import Any

import pytest

from plugins.newspapers.ledger import Element, LedgerError, Span, parse_ledger
from plugins.newspapers.partial_date import PartialDate


def make_data() -> dict[str, Any]:
    item = {
        "number": 3,
        "kind": "article",
        "headline": "题",
        "section": None,
        "paragraphs": ["文"],
        "spans": [[1, 0, 1], [2, 0, 1]],
        "incomplete": False,
        "confidence": 0.5,
        "problems": [],
        "elements": [{"role": "headline", "spans": [[1, 0, 1]]}, {"role": "paragraph", "spans": [[2, 0, 1]]}],
    }
    evidence = {"line": 1, "text": "3月", "rule": "文中日期"}
    page = {
        "id": "p",
        "newspaper": None,
        "date": "2023-03",
        "date_evidence": evidence,
        "page_number": None,
        "city": None,
    }
    return {"page": page, "items": [item]}


def test_ledger_is_read_with_roles() -> None:
    ledger = parse_ledger(json.dumps(make_data()), "p.json")
    assert ledger.date == PartialDate(2023, 3)
    assert ledger.items[0].spans == (Span(1, 0, 1, "headline"), Span(2, 0, 1, "paragraph"))


def test_ledger_without_elements_has_spans_without_roles() -> None:
    data = make_data()
    del data["items"][0]["elements"]
    assert parse_ledger(json.dumps(data), "p.json").items[0].spans == (Span(1, 0, 1), Span(2, 0, 1))


def test_parts_have_the_texts_that_the_archive_shows() -> None:
    """A text that stands in two places comes once with both; who signed is one text, in byline or signature."""
    data = make_data()
    data["items"][0] |= {
        "headline": "上题 下题",
        "byline": {"text": "某局 10月"},
        "subheads": ["小题"],
        "paragraphs": ["甲文", "乙文"],
        "elements": [
            {"role": "headline", "spans": [[1, 0, 2]]},
            {"role": "headline", "spans": [[2, 0, 2]]},
            {"role": "paragraph", "spans": [[3, 0, 1], [5, 0, 1]]},
            {"role": "subhead", "spans": [[6, 0, 2]]},
            {"role": "paragraph", "spans": [[7, 0, 2]]},
            {"role": "signature", "spans": [[8, 0, 2]]},
            {"role": "signature", "spans": [[9, 0, 3]]},
        ],
    }
    (item,) = parse_ledger(json.dumps(data), "p.json").items
    assert [(part.role, part.text, [span.line for span in part.spans]) for part in item.elements] == [
        ("headline", "上题 下题", [1, 2]),
        ("paragraph", "甲文", [3, 5]),
        ("subhead", "小题", [6]),
        ("paragraph", "乙文", [7]),
        ("byline", "某局 10月", [8, 9]),
    ]
    assert item.elements[2] == Element("subhead", "小题", (Span(6, 0, 2, "subhead"),))


@pytest.mark.parametrize(
    ("text", "reason"), [("{", "p.json:1: not JSON"), ("[]", "p.json: key"), ('{"page": {}}', "'id'")]
)
def test_broken_ledger_is_named(text: str, reason: str) -> None:
    with pytest.raises(LedgerError, match="convert again") as error:
        parse_ledger(text, "p.json")
    assert reason in str(error.value)

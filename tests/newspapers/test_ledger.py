import json
from typing import Any

import pytest

from plugins.newspapers.ledger import LedgerError, Span, parse_ledger
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


@pytest.mark.parametrize(
    ("text", "reason"), [("{", "p.json:1: not JSON"), ("[]", "p.json: key"), ('{"page": {}}', "'id'")]
)
def test_broken_ledger_is_named(text: str, reason: str) -> None:
    with pytest.raises(LedgerError, match="convert again") as error:
        parse_ledger(text, "p.json")
    assert reason in str(error.value)

import csv
import json
from io import StringIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.open_data.fields import FIELDS, Record
from plugins.open_data.files import cut_parts, name_part, write_csv, write_csv_header, write_json_lines
from plugins.open_data.interface import describe_interface, list_documents
from plugins.open_data.records import make_record, read_text

METADATA: dict[str, Any] = {
    "page_id": "page",
    "item_number": "01",
    "title": "甲 &lt;乙&gt;",
    "date": "2023-03-01 00:00:00+08:00",
    "date_precision": "month",
    "category": "齐鲁晚报",
    "authors": ["张三"],
    "counties": "莘县, 冠县",
    "confidence": "0.90",
    "incomplete": "true",
}
CONTENT = "<figure><figcaption>图</figcaption></figure>\n<p>一 &amp; 二</p>\n<h2>小题</h2>\n<p>三</p>"


def make(**changes: str) -> Record:
    return make_record({**METADATA, **changes}, "https://example.org/articles/page/01/", CONTENT)


def test_record_is_plain_and_says_no_more_than_is_known() -> None:
    record = make()
    assert list(record) == [field.name for field in FIELDS]
    assert (record["id"], record["title"], record["date"]) == ("page/01", "甲 <乙>", "2023-03")
    assert (record["counties"], record["incomplete"], record["confidence"]) == (["莘县", "冠县"], True, 0.9)
    assert (record["kicker"], record["topics"]) == (None, [])
    assert make(category="未详", date_precision="unknown")["newspaper"] is None
    assert make(date_precision="unknown")["date"] is None


def test_text_has_a_line_for_each_block() -> None:
    assert read_text(CONTENT) == "图\n一 & 二\n小题\n三"


def test_csv_is_read_back_and_runs_no_formula() -> None:
    text = write_csv_header() + "".join(write_csv([make(title='=1+1,"x"\n')]))
    (row,) = csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline=""))
    assert (row["title"], row["counties"], row["deck"]) == ('\'=1+1,"x"\n', "莘县；冠县", "")


def test_json_lines_are_read_back() -> None:
    (line,) = write_json_lines([make()])
    assert json.loads(line) == make()
    assert line.count("\n") == 1


@given(
    st.lists(st.text("甲乙ab", max_size=12).map(lambda text: text + "\n"), max_size=20), st.integers(5, 60)
)
@settings(max_examples=80, deadline=None)
def test_parts_hold_every_line_once_and_stay_small(lines: list[str], most: int) -> None:
    parts = list(cut_parts(lines, "头\n", most))
    assert [line for part in parts for line in part[1:]] == lines
    assert all(part[0] == "头\n" for part in parts)
    assert all(len("".join(part).encode()) <= most for part in parts if len(part) > 2)


def test_first_part_has_the_plain_name() -> None:
    assert [name_part("articles", number, "csv") for number in (1, 2)] == ["articles.csv", "articles-2.csv"]


def test_interface_has_a_document_for_each_article_page_issue_and_tag() -> None:
    record = make(date_precision="day")
    slugs = {"齐鲁晚报": "qilu-wanbao", "莘县": "shenxian"}
    documents = {
        document.path: document.content for document in list_documents([record], slugs, {"莘县": [record]})
    }
    assert list(documents) == [
        "articles/page/01.json",
        "pages/page.json",
        "issues/qilu-wanbao/2023-03-01.json",
        "tags/shenxian.json",
    ]
    assert documents["articles/page/01.json"] == record
    assert "text" not in documents["tags/shenxian.json"]["articles"][0]  # type: ignore[index]
    index = describe_interface("https://example.org", {"csv": ["articles.csv"]}, 1)
    assert (index.content["articles"], index.content["root"]) == (1, "https://example.org/data/")


@pytest.mark.parametrize(
    "changes", [{"date_precision": "month"}, {"date_precision": "year"}, {"category": "未详"}]
)
def test_pages_of_no_known_day_or_newspaper_are_no_issue(changes: dict[str, str]) -> None:
    record = make(**{"date_precision": "day", **changes})
    paths = [document.path for document in list_documents([record], {"齐鲁晚报": "qilu-wanbao"}, {})]
    assert paths == ["articles/page/01.json", "pages/page.json"]

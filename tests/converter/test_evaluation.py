"""The measures of the evaluation, on readings small enough to count by hand."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.converter.evaluation import __main__ as command
from tests.converter.evaluation import conversion
from tests.converter.evaluation.baseline import read_naively
from tests.converter.evaluation.clusters import NOBODY, OPTIONAL, is_lossless, list_owners, measure_bcubed
from tests.converter.evaluation.difference import list_differences
from tests.converter.evaluation.fields import is_county_right
from tests.converter.evaluation.matching import PageMatch, match_page
from tests.converter.evaluation.pins import list_falls, raise_pins, read_pins, write_pins
from tests.converter.evaluation.reading import Reading, ReadItem
from tests.converter.evaluation.scores import Scores, score_pages
from tests.converter.page_maker.gold import Byline, GoldItem, GoldPage, is_interleaved, read_gold, write_gold

TEXT = "甲题\n\n甲文一,\n\n乙题\n\n乙文。\n\n甲文二。"
FIRST = GoldItem(
    kind="article",
    headline="甲题",
    byline=Byline(reporters=("国甲",)),
    city="聊城",
    county="莘县",
    counties=("莘县",),
    topics=("教育",),
    paragraphs=("甲文一,甲文二。",),
    lines=(1, 3, 9),
    spans=((1, 0, 2), (3, 0, 4), (9, 0, 4)),
)
SECOND = GoldItem(
    kind="article",
    headline="乙题",
    city="聊城",
    topics=("体育",),
    topics_accept=("教育",),
    paragraphs=("乙文。",),
    lines=(5, 7),
    spans=((5, 0, 2), (7, 0, 3)),
)
PAGE = GoldPage(id="p", items=(FIRST, SECOND))


def as_read(item: GoldItem, confidence: float = 1.0) -> ReadItem:
    names = ("kind", "headline", "kicker", "deck", "section", "subheads", "byline", "dateline", "city")
    more = ("counties", "topics", "paragraphs", "spans", "incomplete")
    fields = {name: getattr(item, name) for name in (*names, *more)}
    return ReadItem(confidence=confidence, **fields)


def match(*items: ReadItem, page: GoldPage = PAGE) -> PageMatch:
    return match_page(page, TEXT, Reading(items))


def score(*items: ReadItem, page: GoldPage = PAGE) -> Scores:
    return score_pages([match(*items, page=page)])


def test_the_gold_itself_scores_full() -> None:
    full = score(as_read(FIRST), as_read(SECOND))
    assert (full.exact, full.bcubed, full.headline, full.paragraphs, full.byline) == (1, 1, 1, 1, 1)
    assert (full.kind, full.city, full.county, full.topic, full.lossless) == (1, 1, 1, 1, 1)
    assert full.wrong_in_least_certain is None  # nothing is wrong


def test_a_line_given_to_the_neighbour_makes_both_wrong() -> None:
    short = replace(as_read(FIRST), spans=FIRST.spans[:2])
    greedy = replace(as_read(SECOND), spans=(*SECOND.spans, FIRST.spans[2]))
    assert score(short, greedy).exact == 0


def test_a_wrong_headline_spoils_exactness_but_an_accepted_one_does_not() -> None:
    other = replace(as_read(FIRST), headline="丙 题")
    assert score(other, as_read(SECOND)).exact == 0.5
    accepting = replace(PAGE, items=(replace(FIRST, headline_accept=("丙题",)), SECOND))
    assert score(other, as_read(SECOND), page=accepting).exact == 1


def test_bcubed_by_hand() -> None:
    # Gold aab, found all one: precision (2/3 + 2/3 + 1/3) / 3 = 5/9, recall 1, F1 = 10/14.
    assert measure_bcubed([0, 0, 1], [7, 7, 7]).f1 == pytest.approx(10 / 14)
    # Found each alone: precision 1, recall (1/2 + 1/2 + 1) / 3 = 2/3, F1 = 4/5; so with no owner at all.
    assert measure_bcubed([0, 0, 1], [1, 2, 3]).f1 == pytest.approx(4 / 5)
    assert measure_bcubed([0, 0, 1], [NOBODY] * 3).f1 == pytest.approx(4 / 5)
    assert measure_bcubed([0, 0, OPTIONAL], [1, 1, 1]).f1 == 1


def test_a_second_print_may_belong_to_anyone() -> None:
    again = GoldItem(kind="furniture", lines=(9,), spans=((9, 0, 4),), duplicate_of=0)
    first = replace(FIRST, lines=(1, 3), spans=FIRST.spans[:2])
    page = replace(PAGE, items=(first, SECOND, again))
    assert score(as_read(FIRST), as_read(SECOND), page=page).exact == 1
    assert score(as_read(first), as_read(SECOND), as_read(again), page=page).exact == 1


def test_roles_of_a_byline_count() -> None:
    as_author = replace(as_read(FIRST), byline=Byline(authors=("国甲",)))
    assert score(as_author, as_read(SECOND)).byline == 0


def test_main_county_and_topic() -> None:
    elsewhere = replace(as_read(FIRST), counties=("冠县", "莘县"))
    assert score(elsewhere, as_read(SECOND)).county == 0.5
    assert score(as_read(FIRST), replace(as_read(SECOND), counties=("莘县",))).county == 0.5
    assert score(as_read(FIRST), replace(as_read(SECOND), topics=("教育",))).topic == 1


@pytest.mark.parametrize(
    ("accept", "found", "right"),
    [
        ((), ("冠县", "莘县"), False),
        (("冠县",), ("冠县", "莘县"), True),
        (("冠县",), ("东阿县",), False),
        (("-",), ("莘县",), True),
        (("-",), (), True),
        (("-",), ("东阿县",), False),
        ((), (), False),
    ],
)
def test_counties_that_could_be_defended_are_right(
    accept: tuple[str, ...], found: tuple[str, ...], right: bool
) -> None:
    gold = replace(FIRST, county="莘县", county_accept=accept, counties=("莘县", "冠县"))
    assert is_county_right(gold, replace(as_read(gold), counties=found)) == right


def test_incomplete_precision_and_recall() -> None:
    page = replace(PAGE, items=(replace(FIRST, incomplete=True), SECOND))
    both = score(as_read(page.items[0]), replace(as_read(SECOND), incomplete=True), page=page)
    assert (both.incomplete_precision, both.incomplete_recall) == (0.5, 1)
    assert score(as_read(FIRST), as_read(SECOND), page=page).incomplete_recall == 0


def test_share_of_wrong_articles_in_the_least_certain_fifth() -> None:
    wrong = replace(as_read(FIRST, confidence=0.2), headline="错")
    assert score(wrong, as_read(SECOND)).wrong_in_least_certain == 1
    assert score(replace(wrong, confidence=1.0), as_read(SECOND, 0.5)).wrong_in_least_certain == 0


def test_lost_and_doubly_owned_characters_are_noticed() -> None:
    assert is_lossless(TEXT, [FIRST.spans, SECOND.spans])
    assert not is_lossless(TEXT, [FIRST.spans])
    assert not is_lossless(TEXT, [FIRST.spans, SECOND.spans, SECOND.spans])


def test_owners_skip_white_space() -> None:
    assert list_owners("甲 乙\n丙", [[(1, 0, 3)], [(2, 0, 1)]]) == [0, 0, 1]


def test_interleaving_is_seen_from_the_lines() -> None:
    assert is_interleaved(PAGE.items)
    assert not is_interleaved((replace(FIRST, lines=(1, 3)), SECOND))


def test_naive_baseline_opens_an_item_at_a_headline_before_a_long_line() -> None:
    long = "本次活动由镇中心小学承办,来自全镇十二所学校的二百余名学生参加了比赛,家长们也来为孩子加油。"
    reading = read_naively(f"前一篇的尾巴。\n\n镇中心小学举办运动会\n\n{long}")
    assert [item.headline for item in reading.items] == ["前一篇的尾巴。", "镇中心小学举办运动会"]


def test_pins_rise_and_never_fall_silently(tmp_path: Path) -> None:
    good = score(as_read(FIRST), as_read(SECOND))
    poor = score(as_read(FIRST), replace(as_read(SECOND), headline="错"))
    path = tmp_path / "pinned.toml"
    write_pins(raise_pins({}, {"five": good}), path)
    assert list_falls(read_pins(path), {"five": good}) == []
    assert list_falls(read_pins(path), {"five": poor})[0] == "five: exact is 0.500, pinned at 1.000"
    write_pins(raise_pins(read_pins(path), {"five": poor}), path)
    assert read_pins(path)["five"]["exact"] == 1.0


def test_differences_name_the_lines_that_went_astray() -> None:
    greedy = replace(as_read(SECOND), spans=(*SECOND.spans, FIRST.spans[2]), city="淄博")
    short = replace(as_read(FIRST), spans=((1, 0, 2), (3, 0, 2), (3, 2, 4)))
    shown = list(list_differences(match(short, greedy), TEXT))
    assert "    - lacks line 9: 甲文二。" in shown
    assert "    + holds line 9: 甲文二。" in shown
    assert "    city: 聊城 ≠ 淄博" in shown
    assert list(list_differences(match(as_read(FIRST), as_read(SECOND)), TEXT)) == []


def test_gold_files_come_back_as_written(tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    write_gold(PAGE, path)
    assert read_gold(path) == PAGE


ONE_ITEM_CONVERTER = """
import json, pathlib, sys
raw, _, ledger, _, posts = sys.argv[1:]
pathlib.Path(ledger).mkdir()
for path in pathlib.Path(raw).glob("*.txt"):
    lines = path.read_text(encoding="utf-8").split("\\n")
    item = {"kind": "article", "headline": lines[0], "spans": [[n, 0, len(x)] for n, x in enumerate(lines, 1)]}
    ledger_text = json.dumps({"page": {"date": "2020"}, "items": [item]})
    pathlib.Path(ledger, path.stem + ".json").write_text(ledger_text, encoding="utf-8")
"""


@pytest.fixture
def one_item_converter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "COMMAND", (sys.executable, "-c", ONE_ITEM_CONVERTER))


def test_pages_are_converted_by_the_command(one_item_converter: None) -> None:
    readings = conversion.convert_texts({"p": TEXT})
    assert readings["p"].date == "2020"
    assert [item.headline for item in readings["p"].items] == ["甲题"]
    assert match_page(PAGE, TEXT, readings["p"]).is_lossless


def test_a_converter_that_breaks_off_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "COMMAND", (sys.executable, "-c", "raise SystemExit('no table')"))
    with pytest.raises(conversion.ConversionError, match="without a ledger for p:\nno table"):
        conversion.convert_texts({"p": TEXT})


def test_the_command_fails_below_a_pin(
    one_item_converter: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "read_pins", lambda: {"five": {"exact": 0.0, "headline": 0.5}})
    assert command.main(["--set", "five"]) == 1
    assert "below its pin: five: headline is" in capsys.readouterr().out
    monkeypatch.setattr(command, "read_pins", lambda: {"five": {"exact": 0.0}})
    assert command.main(["--set", "five"]) == 0


def test_fresh_pages_and_the_baseline_are_not_pinned() -> None:
    groups = ["five", "tuning, easy", "fresh 3", "scoring naive", "five, interleaved articles"]
    groups.append("tuning, hard noise")
    assert [group for group in groups if command.is_pinned(group)] == ["five", "tuning, easy"]


def test_details_of_the_scoring_half_are_shown_only_on_demand(
    one_item_converter: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "read_pins", dict)
    command.main(["--set", "scoring", "--diff"])
    assert "WRONG" not in capsys.readouterr().out
    command.main(["--set", "scoring", "--diff", "--scoring-details"])
    assert "WRONG" in capsys.readouterr().out

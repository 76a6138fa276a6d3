"""What every small parser keeps on any line: no error, spans inside the line, scores from 0 to 1."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.converter.language import characters
from plugins.converter.parsers import (
    advertisements,
    bylines,
    captions,
    datelines,
    furniture,
    headlines,
    notices,
)

_LINES = [
    line
    for path in sorted((Path(__file__).parent / "cases").glob("*/*.tsv"))
    for line in (row.split("\t")[0] for row in path.read_text(encoding="utf-8").splitlines()[1:])
]
# Real lines, cut and glued anywhere, reach deeper than random characters.
_PIECES = st.lists(
    st.one_of(
        st.builds(
            lambda line, cut: line[cut % (len(line) + 1) :], st.sampled_from(_LINES), st.integers(0, 60)
        ),
        st.builds(
            lambda line, cut: line[: cut % (len(line) + 1)], st.sampled_from(_LINES), st.integers(0, 60)
        ),
        st.text(max_size=8),
        st.sampled_from(
            ["(", "）", "记者", "通讯员", "。", " ", "　", "本报", "讯", "·", "/", "\x00", "𠮷", "\u202e"]
        ),
    ),
    max_size=5,
).map("".join)

_SCORES: list[Callable[[str], float]] = [
    advertisements.advertisement_score,
    bylines.byline_score,
    captions.caption_score,
    headlines.headline_shape,
    headlines.subhead_shape,
    notices.notice_title,
    notices.signature_line,
    notices.notice_body_score,
    lambda text: (furniture.classify_furniture(text) or furniture.Furniture("slogan", 0.0)).strength,
]


@given(_PIECES)
@settings(deadline=None, max_examples=100)
def test_scores_stay_between_0_and_1(text: str) -> None:
    assert all(0.0 <= score(text) <= 1.0 for score in _SCORES)


@given(_PIECES)
@settings(deadline=None, max_examples=100)
def test_spans_lie_in_the_line(text: str) -> None:
    for find in (bylines.find_opening_byline, bylines.find_closing_byline):
        span = find(text)
        assert span is None or 0 <= span.start < span.end <= len(text)
    dateline = datelines.find_dateline(text)
    assert dateline is None or text[dateline.start : dateline.end] == dateline.text != ""
    assert (bylines.find_byline_tail(text) or 0) <= len(text)
    assert (bylines.find_byline_head(text) or 0) <= len(text)


@given(_PIECES)
@settings(deadline=None, max_examples=100)
def test_a_split_leaves_text_on_both_sides(text: str) -> None:
    columns = [*headlines.subhead_columns(text)]
    for split in (
        headlines.split_kicker,
        headlines.split_headline_from_body,
        headlines.split_subhead_from_body,
    ):
        column = split(text)
        columns += [] if column is None else [column]
    for column in columns:
        assert text[:column].strip()
        assert text[column:].strip()
        assert text[column : column + 1].isspace()
        headlines.joins_across_space(text, column)


@given(_PIECES)
@settings(deadline=None, max_examples=100)
def test_people_are_names_of_the_line(text: str) -> None:
    byline = bylines.parse_byline_line(text)
    line = "".join(characters.fold(text).split())
    for name in byline.people if byline else ():
        assert name in line
        assert "记者" not in name
        assert "通讯员" not in name


@pytest.mark.parametrize("repeated", ["(", "（记者", "记者 ", "张 ", "、", "版:要闻 01", "本报", "“", " "])
def test_a_long_hostile_line_ends(repeated: str) -> None:
    text = repeated * (20_000 // len(repeated))
    assert all(0.0 <= score(text) <= 1.0 for score in _SCORES)
    for find in (
        bylines.find_opening_byline,
        bylines.find_closing_byline,
        bylines.find_byline_head,
        bylines.find_byline_tail,
        datelines.find_dateline,
        headlines.split_kicker,
        headlines.split_headline_from_body,
        headlines.split_subhead_from_body,
    ):
        find(text)
    assert isinstance(notices.is_closing_formula(text), bool)
    assert len(characters.open_marks(text)) <= len(text)

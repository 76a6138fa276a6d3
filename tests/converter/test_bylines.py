import pytest

from plugins.authorities import default_folder, load_authorities
from plugins.converter.description.description import read_credit
from plugins.converter.pages.items import Element, Role
from plugins.converter.pages.page import parse_page
from plugins.converter.pages.spans import Span
from plugins.converter.parsers.bylines import (
    Byline,
    byline_score,
    find_byline_head,
    find_byline_tail,
    find_closing_byline,
    find_opening_byline,
    is_byline_head,
    is_byline_tail,
    is_cut_role,
    join_bylines,
    parse_byline_line,
)
from plugins.converter.scoring.fragments import cut_fragments
from plugins.converter.scoring.roles import score_roles
from tests.converter.case_tables import Row, read_table, text_of


@pytest.mark.parametrize("row", read_table("bylines", "lines"), ids=text_of)
def test_a_byline_line_tells_its_people_by_role(row: Row) -> None:
    byline = parse_byline_line(row["text"])
    assert byline is not None
    found = (
        "/".join(byline.reporters),
        "/".join(byline.correspondents),
        "/".join(byline.authors),
        byline.unit or "",
    )
    assert found == (row["reporters"], row["correspondents"], row["authors"], row["unit"])
    assert byline_score(row["text"]) >= 0.5


@pytest.mark.parametrize("row", read_table("bylines", "others"), ids=text_of)
def test_other_lines_are_no_bylines(row: Row) -> None:
    assert parse_byline_line(row["text"]) is None
    assert byline_score(row["text"]) == 0.0


@pytest.mark.parametrize("row", read_table("bylines", "openings"), ids=text_of)
def test_a_byline_before_the_text(row: Row) -> None:
    span = find_opening_byline(row["text"])
    assert (row["text"][span.start : span.end] if span else "") == row["byline"]
    assert "/".join(span.byline.people if span else ()) == row["people"]


@pytest.mark.parametrize("row", read_table("bylines", "closings"), ids=text_of)
def test_a_byline_after_the_text(row: Row) -> None:
    span = find_closing_byline(row["text"])
    assert (row["text"][span.start : span.end] if span else "") == row["byline"]
    assert "/".join(span.byline.people if span else ()) == row["people"]


@pytest.mark.parametrize("row", read_table("bylines", "cuts"), ids=text_of)
def test_both_ends_of_a_cut_byline(row: Row) -> None:
    text = row["text"]
    head, tail = find_byline_head(text), find_byline_tail(text)
    assert ("" if head is None else text[head:]) == row["head"]
    assert ("" if tail is None else text[:tail]) == row["tail"]
    assert is_byline_head(text) == (row["head"] == text)
    assert is_byline_tail(text) == (row["tail"] == text)


_BRACKETED = [
    row["text"] for row in read_table("bylines", "lines") if row["text"].startswith(("(记者 ", "（记者 "))
]


@pytest.mark.parametrize("text", _BRACKETED)
def test_a_byline_cut_anywhere_shows_both_ends(text: str) -> None:
    for column in range(2, len(text) - 1):
        head, tail = text[:column].rstrip(), text[column:].strip()
        if tail in ("那日松）", "日松）"):
            continue  # no one can tell a name of an unknown surname without its role word
        assert find_byline_head(head) == 0, head
        assert find_byline_head(f"活动圆满结束。{head}") == 7, head
        assert find_byline_tail(tail) == len(tail), tail
        assert find_byline_tail(f"{tail} 近日,某县召开会议。") == len(tail), tail


def test_the_pieces_of_a_cut_byline_join_with_one_space() -> None:
    joined = join_bylines(["(记者 李军 通讯员 ", " 王金小 姜晓)"])
    assert joined == "(记者 李军 通讯员 王金小 姜晓)"
    byline = parse_byline_line(joined)
    assert byline == Byline(("李军",), ("王金小", "姜晓"), (), None, ("记者", "通讯员"))


def test_a_bare_name_is_trusted_less_than_a_signed_one() -> None:
    bare, spaced, bracketed, signed = map(byline_score, ["张博", "代 明", "(张博)", "通讯员 张博"])
    assert 0 < bare < spaced < bracketed < signed


@pytest.mark.parametrize(
    ("text", "authors"),
    [("(温玉 良)", ("温玉良",)), ("(张博 王芳)", ("张博", "王芳")), ("(作者 王芳)", ("王芳",))],
)
def test_a_byline_cut_within_its_only_name_is_read(text: str, authors: tuple[str, ...]) -> None:
    element = Element(Role.BYLINE, (Span(1, 30, 33), Span(3, 0, 2)), text)
    assert read_credit([element]).authors == authors


@pytest.mark.parametrize(
    ("texts", "authors"),
    [(["(老舵)"], ("老舵",)), (["雨 荷"], ("雨荷",)), (["(温玉", "良)"], ("温玉良",)), (["读者"], ())],
)
def test_who_signs_an_item(texts: list[str], authors: tuple[str, ...]) -> None:
    spans = tuple(Span(line, 0, len(text)) for line, text in enumerate(texts, 1))
    assert read_credit([Element(Role.BYLINE, spans, " ".join(texts))]).authors == authors


@pytest.mark.parametrize("row", read_table("bylines", "cut_roles"), ids=text_of)
def test_a_line_is_cut_inside_a_role_word_only_where_one_may_stand(row: Row) -> None:
    assert is_cut_role(row["text"]) == (row["cut"] == "yes")


@pytest.mark.parametrize(
    ("line", "is_byline"), [("渔民上岸记", False), ("□本报记", True), ("□本报记者 李军 赵", True)]
)
def test_a_cut_byline_is_likely_one(line: str, is_byline: bool) -> None:
    raw = parse_page("p", f"{line}\n\n天还没亮，湖边的人就多了起来。\n")
    scores = score_roles(cut_fragments(raw), load_authorities(default_folder()).places)
    assert (scores[0].byline > 0.0) == is_byline

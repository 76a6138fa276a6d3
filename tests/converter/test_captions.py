"""Captions: what looks like one, and the credits of pictures below them."""

from dataclasses import replace

import pytest

from plugins.authorities import default_folder, load_authorities
from plugins.converter.corrections.corrections import NO_CORRECTIONS, Corrections, Start
from plugins.converter.pages.items import Kind, Role
from plugins.converter.pages.page import parse_page
from plugins.converter.parsers.captions import caption_score, find_closing_credit, is_credit
from plugins.converter.pipeline import convert_page
from tests.converter.case_tables import Row, read_table, text_of


@pytest.mark.parametrize("row", read_table("captions", "lines"), ids=text_of)
def test_a_caption_names_what_is_seen(row: Row) -> None:
    assert float(row["low"]) <= caption_score(row["text"]) <= float(row["high"])


@pytest.mark.parametrize("row", read_table("captions", "credits"), ids=text_of)
def test_a_credit_stands_alone(row: Row) -> None:
    assert is_credit(row["text"]) is (row["alone"] == "yes")


@pytest.mark.parametrize("row", read_table("captions", "closing-credits"), ids=text_of)
def test_a_credit_behind_the_last_sentence(row: Row) -> None:
    column = find_closing_credit(row["text"])
    assert ("" if column is None else row["text"][column:].strip()) == row["credit"].strip()


def test_a_credit_behind_the_last_sentence_of_an_article_is_its_byline() -> None:
    text = STORY.rstrip() + "天黑前栽完了。 李军 摄\n"
    (article,) = convert_page(parse_page("p", text), load_authorities(default_folder()), NO_CORRECTIONS)[
        0
    ].items
    assert [element.text[-6:] for element in article.elements[-2:]] == ["天黑前栽完了。"[-6:], "李军 摄"]
    assert article.elements[-1].role is Role.BYLINE
    assert text.split("\n")[2][slice(*article.elements[-1].spans[0][1:])] == "李军 摄"


def convert(lines: str, corrections: Corrections = NO_CORRECTIONS) -> list[tuple[Kind, str]]:
    items, _ = convert_page(parse_page("p", lines), load_authorities(default_folder()), corrections)
    return [(item.kind, "|".join(element.text for element in item.elements)) for item in items.items]


STORY = (
    "高唐县春季植树七万棵\n\n本报讯 3月12日，高唐县组织干部群众到城北林场植树，当天栽下国槐、白蜡七万棵，"
    "全县今春计划造林两万亩。林业部门的技术人员在现场指导。\n\n\n\n"
)


def test_a_credit_below_a_caption_goes_with_it() -> None:
    found = convert(STORY + "志愿者在林场栽下国槐。\n本报记者 李军 摄\n")
    assert (Kind.CAPTION, "志愿者在林场栽下国槐。|本报记者 李军 摄") in found


def test_a_credit_below_the_text_of_an_article_is_its_byline() -> None:
    text = STORY.rstrip() + "\n本报记者 李军 摄\n"
    (article,) = convert_page(parse_page("p", text), load_authorities(default_folder()), NO_CORRECTIONS)[
        0
    ].items
    assert article.kind is Kind.ARTICLE
    assert article.credit.text == "本报记者 李军 摄"


def test_a_credit_can_be_parted_from_its_caption() -> None:
    text = STORY + "志愿者在林场栽下国槐。\n本报记者 李军 摄\n"
    line = text.split("\n").index("本报记者 李军 摄") + 1
    found = convert(text, replace(NO_CORRECTIONS, starts=(Start(line, Kind.CAPTION),)))
    assert [text for kind, text in found if kind is Kind.CAPTION] == [
        "志愿者在林场栽下国槐。",
        "本报记者 李军 摄",
    ]

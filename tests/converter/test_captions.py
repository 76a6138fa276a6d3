"""Captions: what looks like one, and the credits of pictures below them."""

from dataclasses import replace

import pytest

from plugins.authorities import default_folder, load_authorities
from plugins.converter.assembly.assembly import apply_move
from plugins.converter.assembly.growth import Growth
from plugins.converter.assembly.moves import open_book
from plugins.converter.corrections.corrections import NO_CORRECTIONS, Corrections, Start
from plugins.converter.description.closing_credits import part_closing_credit
from plugins.converter.pages.items import Element, Kind, Role
from plugins.converter.pages.page import parse_page
from plugins.converter.pages.spans import Span
from plugins.converter.parsers.captions import caption_score, find_closing_credit, is_credit
from plugins.converter.pipeline import convert_page
from plugins.converter.scoring.displays import judge_displays
from plugins.converter.scoring.fragments import cut_fragments
from plugins.converter.scoring.roles import score_roles
from plugins.converter.scoring.scored_page import score_page
from tests.converter.case_tables import Row, read_table, text_of
from tests.converter.fitting.readings import START


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
    text = "市民在湖边纷纷拍照。 李军 摄"
    before = Element(Role.HEADLINE, (Span(1, 0, 4),), "湖边拍照")
    last = Element(Role.PARAGRAPH, (Span(3, 0, 6), Span(5, 0, len(text))), "天刚亮，就有" + text)
    headline, paragraph, credit = part_closing_credit((before, last))
    assert headline == before
    assert paragraph == Element(
        Role.PARAGRAPH, (Span(3, 0, 6), Span(5, 0, 10)), "天刚亮，就有市民在湖边纷纷拍照。"
    )
    assert credit == Element(Role.BYLINE, (Span(5, 11, 15),), "李军 摄")


@pytest.mark.parametrize("last", ["市民在湖边纷纷拍照。", "李军 摄"])
def test_an_article_without_a_closing_credit_stays(last: str) -> None:
    elements = (Element(Role.PARAGRAPH, (Span(3, 0, 6), Span(5, 0, len(last))), "市民来拍照。" + last),)
    assert part_closing_credit(elements) == elements
    assert part_closing_credit(()) == ()


def test_photo_news_is_signed_by_its_credit() -> None:
    text = "湖边拍照成时尚\n\n25日，聊城市民在东昌湖边纷纷拍照。李军 摄\n"
    found = convert(text, replace(NO_CORRECTIONS, starts=(Start(1, Kind.ARTICLE),), joins=((1, 3),)))
    assert found == [(Kind.ARTICLE, "湖边拍照成时尚|25日，聊城市民在东昌湖边纷纷拍照。|李军 摄")]


def test_a_credit_beneath_makes_a_caption_likelier() -> None:
    def score(text: str) -> float:
        fragments = cut_fragments(parse_page("p", text))
        return score_roles(fragments, load_authorities(default_folder()).places)[0].caption

    assert score("贴着告示的健身房大门\n本报记者 李军 摄") > score("贴着告示的健身房大门") + 2.0


def test_a_dateline_behind_a_bullet_is_no_caption() -> None:
    fragments = cut_fragments(parse_page("p", "▶本报讯（通讯员 郭小华）3月25日，某镇栽树。"))
    assert [fragment.cut for fragment in fragments] == ["dateline", "byline", "text"]


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


def test_a_caption_may_close_with_names_as_a_text_does() -> None:
    """`…义诊。（王小晓 李军）` is cut before its names; a caption goes on in them."""
    raw = parse_page("page", "12月6日，社区大集上，百余名居民接受义诊。（王小晓 李军）\n")
    page = judge_displays(score_page(cut_fragments(raw), load_authorities(default_folder()).places))
    assert [fragment.cut for fragment in page.fragments] == ["text", "byline"]
    move = next(move for move in open_book(page, 0).propose(START) if move.kind is Kind.CAPTION)
    state = apply_move(Growth(page, 0), START, move, move.value)
    assert {move.kind for move in open_book(page, 1).propose(state)} == {Kind.CAPTION}

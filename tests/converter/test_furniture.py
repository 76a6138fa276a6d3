import pytest

from plugins.authorities import default_folder, load_authorities
from plugins.converter.corrections.corrections import NO_CORRECTIONS
from plugins.converter.pages.items import Kind
from plugins.converter.pages.page import parse_page
from plugins.converter.parsers.furniture import (
    classify_furniture,
    extract_credit_names,
    find_jumps,
    page_number,
)
from plugins.converter.pipeline import convert_page
from tests.converter.case_tables import Row, read_table, text_of


@pytest.mark.parametrize("row", read_table("furniture", "lines"), ids=text_of)
def test_furniture_is_told_by_its_form(row: Row) -> None:
    furniture = classify_furniture(row["text"])
    strength = furniture.strength if furniture else 0.0
    if row["type"]:
        assert furniture is not None
        assert furniture.type == row["type"]
    assert float(row["low"]) <= strength <= float(row["high"])


@pytest.mark.parametrize("row", read_table("furniture", "page-numbers"), ids=text_of)
def test_a_folio_tells_the_page_number(row: Row) -> None:
    assert (page_number(row["text"]) or "") == row["number"]


@pytest.mark.parametrize("row", read_table("furniture", "credits"), ids=text_of)
def test_the_names_of_a_credit(row: Row) -> None:
    assert "/".join(extract_credit_names(row["text"])) == row["names"]


@pytest.mark.parametrize("row", read_table("furniture", "jumps"), ids=text_of)
def test_a_jump_in_brackets_is_parted_from_its_text(row: Row) -> None:
    start, end = find_jumps(row["text"])
    assert row["text"][start:end] == row["inside"]


def test_a_jump_is_furniture_wherever_it_stands() -> None:
    text = (
        "高唐县春季植树七万棵\n\n本报讯 3月12日，高唐县组织干部群众到城北林场植树，当天栽下国槐、白蜡七万棵。"
        "（下转第四版）\n\n"
        "一棵梨树和六百个徒弟\n\n（上接第一版）的人都叫他“梨把式”，他自己却说是爱琢磨，剪下来的枝条放在桌上一根一根说。\n"
    )
    items = convert_page(parse_page("p", text), load_authorities(default_folder()), NO_CORRECTIONS)[0].items
    jumps = [item for item in items if item.kind is Kind.FURNITURE]
    assert [item.elements[0].text for item in jumps] == ["（下转第四版）", "（上接第一版）"]
    articles = [item.elements[-1].text for item in items if item.kind is Kind.ARTICLE]
    assert [one[:3] + one[-3:] for one in articles] == ["3月1万棵。", "的人都根说。"]


def test_a_text_behind_a_jump_is_an_article_without_a_headline_too() -> None:
    text = "（上接第一版）的人都叫他梨把式。每年春天，他都要到各村教人剪枝，六百个徒弟遍布全县，今年他又收了十二个。\n"
    items = convert_page(parse_page("p", text), load_authorities(default_folder()), NO_CORRECTIONS)[0].items
    assert [item.kind for item in items if item.kind is not Kind.FURNITURE] == [Kind.ARTICLE]

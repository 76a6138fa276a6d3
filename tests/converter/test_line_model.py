"""The line model: what it tells of lines it never saw, and what holds for any lines."""

import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.authorities import default_folder, load_authorities
from plugins.converter.assembly.moves import open_book
from plugins.converter.language.weight_table import CHOICE, read_table
from plugins.converter.pages.items import Kind
from plugins.converter.pages.page import parse_page
from plugins.converter.scoring.displays import judge_displays
from plugins.converter.scoring.fragments import cut_fragments
from plugins.converter.scoring.line_model import (
    ANY,
    LONGEST,
    LOUDNESS,
    list_grams,
    load_line_model,
    make_line_model,
    tell_lines,
)
from plugins.converter.scoring.scored_page import ScoredPage, score_page
from plugins.converter.scoring.strands import State
from tests.converter.evaluation.page_sets import CONVERTER_TESTS
from tests.converter.fitting.folds import FOLDS, find_fold
from tests.converter.fitting.lines import (
    KINDS,
    Line,
    LineError,
    fit_folds,
    fit_lines,
    list_article_lines,
    list_page_lines,
    read_lines,
)
from tests.converter.fitting.tables import write_table
from tests.converter.page_maker.article import Article
from tests.converter.page_maker.marked import read_marked

CASES = CONVERTER_TESTS / "cases" / "lines"
LINES = st.text(alphabet="扫码关注本报热线招聘 ：:>《^$*\t0１", max_size=30)


@pytest.mark.parametrize("line", list(read_lines(CASES)), ids=lambda line: line.text)
def test_the_likeliest_kind_of(line: Line) -> None:
    (odds,) = load_line_model().tell([line.text])
    assert load_line_model().kinds[odds.index(max(odds))] == line.kind


def test_no_case_was_learned() -> None:
    learned = {line.text for line in read_lines(CONVERTER_TESTS / "lines")}
    assert not learned & {line.text for line in read_lines(CASES)}


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, max_size=4))
def test_each_line_is_told_by_itself(texts: list[str]) -> None:
    model = load_line_model()
    told = model.tell(texts)
    assert told == [odds for text in texts for odds in model.tell([text])]
    assert all(math.isclose(sum(map(math.exp, odds)), 1.0) for odds in told)


@given(LINES)
def test_white_space_and_width_tell_nothing(text: str) -> None:
    assert list_grams(" ".join(text).replace(":", "：")) == list_grams(text)


@given(st.text())
def test_grams_can_stand_in_a_table(text: str) -> None:
    for gram in list_grams(text):
        assert not gram.startswith(CHOICE)
        assert gram != ANY
        assert len(gram.split()) == 1


def test_a_table_tells_the_same_once_written(tmp_path: Path) -> None:
    path = tmp_path / "lines.tsv"
    table = {"furniture": {"热": 1.25, "热线": 0.5}, "text": {ANY: 0.5}}
    write_table(path, table)
    text, furniture = make_line_model(read_table(path)), make_line_model(table)
    assert text.tell(["热线"]) == furniture.tell(["热线"])
    told = dict(zip(text.kinds, text.tell(["热线"])[0], strict=True))
    evidence = 1.75 * LOUDNESS / len(list_grams("热线")) ** 0.5
    assert math.isclose(told["furniture"] - told["text"], evidence - 0.5)


def test_cues_name_kinds_by_their_first_letters() -> None:
    assert len({kind[0] for kind in KINDS}) == len(load_line_model().kinds) == len(KINDS)


def test_lines_of_a_page_have_the_kinds_of_their_elements(tmp_path: Path) -> None:
    path = tmp_path / "aa-01.txt"
    path.write_text(
        "city: 聊城\n\na: article\nf: furniture\nn: notice\n\n"
        "f.text:城事\na.headline:桥通了\na.byline:(记者 甘田)\na.paragraph:桥通了，‖a.byline:(甘田)\n"
        "a.paragraph+:人来了。\nn.headline:声明\nn.paragraph:票据丢失。\n",
        encoding="utf-8",
    )
    page, text = read_marked(path)
    assert [(line.text, line.kind) for line in list_page_lines(page.id, text, page.items)] == [
        ("城事", "furniture"),
        ("桥通了", "display"),
        ("(记者 甘田)", "byline"),
        ("人来了。", "text"),
        ("声明", "notice"),
        ("票据丢失。", "notice"),
    ]


def test_lines_of_an_article_have_the_kinds_of_their_keys() -> None:
    article = Article(
        "aa-1", headline="桥通了", deck="——两岸人来", caption="通车现场", body=("## 桥头", "人来了。")
    )
    assert [(line.text, line.kind) for line in list_article_lines(article)] == [
        ("桥通了", "display"),
        ("——两岸人来", "display"),
        ("桥头", "subhead"),
        ("人来了。", "text"),
        ("通车现场", "caption"),
    ]


def test_lines_of_a_list_that_stand_on_a_page_do_not_tell_of_it() -> None:
    own = Line("桥头堡", "display", "aa-01")
    told = [Line("桥头堡", "furniture")] * 5 + [Line("正文", "text")] * 5 + [own]
    models = fit_folds(told)
    chosen = [model.kinds[logs.index(max(logs))] for model in models for logs in model.tell(["桥头堡"])]
    assert chosen[find_fold("aa-01")] != "furniture"
    assert set(chosen) - {chosen[find_fold("aa-01")]} == {"furniture"}


def weigh_furniture(page: ScoredPage, index: int) -> float:
    moves = open_book(page, index).propose(State(0.0, (), -1, None))
    return max((move.value for move in moves if move.kind is Kind.FURNITURE), default=-math.inf)


def test_words_of_furniture_let_any_line_be_some() -> None:
    slogan = "您身边有什么新鲜事、烦心事，欢迎拨打本报热线或扫码关注微信公众号告诉我们！"
    fragments = cut_fragments(parse_page("page", f"近日，桥通了，两岸的人都来看。\n{slogan}"))
    page = judge_displays(score_page(fragments, load_authorities(default_folder()).places))
    assert not page.has_furniture_words(0)
    assert page.has_furniture_words(1)
    assert page.scores[1].furniture < 0.0  # no form knows it
    untold = replace(page, line_logs=({}, {}))
    assert weigh_furniture(page, 1) > weigh_furniture(untold, 1)
    assert weigh_furniture(page, 0) == weigh_furniture(untold, 0)
    assert {"Mf0", "Obtf"} <= set(page.line_cues[1])


def test_a_page_is_read_by_a_model_that_learned_nothing_from_its_writer() -> None:
    writers = [f"{letter}{letter}-" for letter in "abcdefghijklmnop"]
    own, other = (next(name for name in writers if find_fold(name) == fold) for fold in (0, 1))
    told = [Line(f"{number}号馆藏", "caption", f"{own}{number}") for number in range(9)]
    told += [Line(f"{number}号馆藏", "display", f"{other}{number}") for number in range(9)]
    models = fit_folds([*told, Line("正文", "text")])
    assert len(models) == FOLDS
    chosen = [model.kinds[odds.index(max(odds))] for model in models for odds in model.tell(["5号馆藏"])]
    assert chosen[:2] == ["display", "caption"]


def test_what_was_seen_too_seldom_is_not_learned() -> None:
    table = fit_lines([Line("馆藏", "caption"), Line("馆藏", "caption"), Line("正文", "text")])
    assert table.keys() == set(KINDS)
    assert all(rows.keys() == {ANY} for rows in table.values())


def test_pieces_and_long_lines_are_not_told() -> None:
    text = "\n".join(["新闻热线 8510000", "长" * (LONGEST + 1), "本报讯 今天，校门开了。"])
    fragments = cut_fragments(parse_page("page", text))
    odds = list(tell_lines(fragments, load_line_model()))
    assert [bool(some) for some in odds] == [True, False, *(False for _ in fragments[2:])]


@pytest.mark.parametrize("row", ["热线 8510000", "banner\t热线"])
def test_a_row_that_cannot_be_read_is_named(row: str, tmp_path: Path) -> None:
    (tmp_path / "list.tsv").write_text(f"hotline\t新闻热线\n{row}\n", encoding="utf-8")
    with pytest.raises(LineError, match=r"list\.tsv:2: write a kind, a tab, a line"):
        list(read_lines(tmp_path))

"""The model of newspaper prose: its table, its likelihoods, its counts without a page's own."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.converter.language import prose
from plugins.converter.language.prose import TRUST, CountTable, ProseModel, load_prose, normalize
from tests.converter.fitting.prose import LEAST, collect_prose, count_articles, count_items, write_counts
from tests.converter.page_maker.article import Article
from tests.converter.page_maker.gold import GoldItem

TEXTS = st.lists(st.text(alphabet="聊城市区县的人在12０,，。“”A ^", max_size=30), max_size=12)


def make_counts(paragraphs: list[str]) -> Counter[str]:
    return count_articles([Article(name="a", body=tuple(paragraphs))])


@given(TEXTS)
def test_the_table_tells_every_count_that_was_worth_keeping(
    tmp_path_factory: pytest.TempPathFactory, paragraphs: list[str]
) -> None:
    counts, path = make_counts(paragraphs), tmp_path_factory.mktemp("prose") / "counts.tsv"
    write_counts(path, counts)
    rows = dict(line.split("\t") for line in path.read_text("utf-8").splitlines())
    table = CountTable(rows)
    for run, count in counts.items():
        assert table.count(run) == (count if count >= LEAST[len(run) - 1] else 0)
    assert table.count("没有的") == 0


@given(TEXTS, TEXTS)
def test_a_page_is_held_out_as_if_it_had_never_been_counted(others: list[str], own: list[str]) -> None:
    item = GoldItem(kind="article", paragraphs=tuple(own))
    everything = make_counts(others) + count_items([item])
    without = collect_prose(everything).hold_out([item])
    alone = collect_prose(make_counts(others)).hold_out([])
    for run in everything:
        assert without.counts.count(run) == alone.counts.count(run)


def go_on(model: ProseModel, tail: str, head: str) -> float:
    return model.go_on(model.end(tail), model.begin(head))


def test_what_follows_often_is_likelier_than_what_never_does() -> None:
    counts = make_counts(["聊城市东昌府区的群众", "淄博市张店区的居民"] * 5)
    model = collect_prose(counts).hold_out([])
    assert go_on(model, "来自聊城市东", "昌府区") > 2.0 > go_on(model, "来自聊城市东", "居民") > -2.0
    assert (
        model.go_on(model.start(), model.begin("聊城"))
        > 1.0
        > model.go_on(model.start(), model.begin("区的"))
    )


def test_width_digits_and_spaces_make_no_difference() -> None:
    assert normalize("２０１9年， 3 月") == "####年,#月"


@pytest.mark.parametrize(("tail", "head"), [("", "聊城"), ("聊城", ""), ("", "")])
def test_nothing_says_nothing(tail: str, head: str) -> None:
    assert go_on(load_prose(), tail, head) == 0.0


@given(st.text(max_size=8), st.text(max_size=8))
def test_any_text_has_a_finite_likelihood(tail: str, head: str) -> None:
    assert abs(go_on(load_prose(), tail, head)) < 50.0


def test_the_model_knows_the_news_of_the_region() -> None:
    model = load_prose()
    assert go_on(model, "本报聊城讯 记者", "从市") > go_on(model, "本报聊城讯 记者", "斤。")


def test_a_row_that_is_none_is_refused_with_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "counts.tsv"
    table.write_text("\t城3\n聊城3\n", encoding="utf-8")
    monkeypatch.setattr(prose, "TABLE", table)
    with pytest.raises(ValueError, match=r"counts\.tsv:2: .* make the table anew"):
        load_prose.__wrapped__()


def tell_plainly(model: ProseModel, before: str, character: str, known: int, alone: float) -> float:
    """The likelihood of a character behind others, every context counted anew."""
    for length in range(known + 1, min(len(before), len(TRUST)) + 1):
        met = model.counts.count(before[-length:])
        if not met:
            break
        count = model.counts.count(before[-length:] + character)
        alone = (count + TRUST[length - 1] * alone) / (met + TRUST[length - 1])
    return alone


@pytest.mark.parametrize("tail", ["来自聊城市东", "本报记者", "，", "2016年", "一", ""])
@pytest.mark.parametrize("head", ["昌府区", "通讯员", "的人", "6日", "们"])
def test_contexts_that_are_counted_once_tell_the_same(tail: str, head: str) -> None:
    model = load_prose()
    beginning, before = model.begin(head), model.end(tail).text
    nats = 0.0
    for known, (character, alone) in enumerate(zip(*beginning, strict=True)):
        nats += math.log(tell_plainly(model, before, character, known, alone) / alone)
        before += character
    assert go_on(model, tail, head) == pytest.approx(nats)

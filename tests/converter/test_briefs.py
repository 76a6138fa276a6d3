"""Briefs: which columns of short news are parted, and that nothing is lost."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.authorities import default_folder, load_authorities
from plugins.converter.assembly.briefs import part_briefs
from plugins.converter.assembly.margins import Cutting
from plugins.converter.pages.items import Kind
from plugins.converter.pages.page import read_page
from plugins.converter.scoring.fragments import cut_fragments
from plugins.converter.scoring.scored_page import score_page
from plugins.converter.scoring.strands import Group, Part

PLACES = load_authorities(default_folder()).places
ROADS = "昨天早高峰，城东一处水管爆裂，路面结冰，环卫工人撒盐两吨，九点钟恢复通行。"
TREES = "镇上今春栽下四千棵国槐，从村口一直栽到小学门前，每棵都挂着认领人的名字。"
DISPLAY, PARAGRAPH, JOIN = Part.DISPLAY, Part.PARAGRAPH, Part.JOIN


def part(folder: Path, *lines: tuple[Part, str], kind: Kind = Kind.ARTICLE) -> list[tuple[Kind, list[int]]]:
    """The kinds of the items that a group of these lines becomes, and their lines."""
    path = folder / "page.txt"
    path.write_text("\n".join(text for _, text in lines) + "\n", encoding="utf-8")
    page = score_page(cut_fragments(read_page(path)), PLACES)
    assert len(page.fragments) == len(lines)
    group = Group(kind, tuple((index, role) for index, (role, _) in enumerate(lines)))
    parts = part_briefs(page, [Cutting(group, 2.0, None, 0.1)])
    return [(one.group.kind, sorted(one.group.fragments)) for one in parts]


def test_a_label_and_bullets_are_a_column(tmp_path: Path) -> None:
    found = part(
        tmp_path,
        (DISPLAY, "城事短波"),
        (PARAGRAPH, "●" + ROADS[:-5]),
        (JOIN, ROADS[-5:]),
        (PARAGRAPH, "●" + TREES),
    )
    assert found == [(Kind.FURNITURE, [0]), (Kind.ARTICLE, [1, 2]), (Kind.ARTICLE, [3])]


def test_places_part_a_column_and_a_second_paragraph_stays(tmp_path: Path) -> None:
    found = part(
        tmp_path,
        (DISPLAY, "警方快报"),
        (PARAGRAPH, "博山 " + ROADS),
        (PARAGRAPH, TREES),
        (PARAGRAPH, "沂源 " + TREES),
    )
    assert found == [(Kind.FURNITURE, [0]), (Kind.ARTICLE, [1, 2]), (Kind.ARTICLE, [3])]


@pytest.mark.parametrize(
    "lines",
    [
        ((DISPLAY, "镇里办了四件实事"), (PARAGRAPH, "●" + ROADS), (PARAGRAPH, "●" + TREES)),
        ((DISPLAY, "城事短波"), (PARAGRAPH, "●" + ROADS), (PARAGRAPH, TREES)),
        ((DISPLAY, "城事短波"), (PARAGRAPH, ROADS), (PARAGRAPH, "●" + TREES)),
        ((DISPLAY, "县市区快报"), (PARAGRAPH, "▲阳谷县改造村路四条。"), (PARAGRAPH, "▲莘县新栽国槐四千棵。")),
        (
            (DISPLAY, "今日速览"),
            (PARAGRAPH, "菠菜 4.20 3.90 3.60 3.10 2.80 2.60 2.40 2.20"),
            (PARAGRAPH, "大葱 2.85 1.20"),
        ),
    ],
    ids=["headline", "one bullet", "no bullet first", "short lines", "rows"],
)
def test_other_articles_stay_whole(lines: tuple[tuple[Part, str], ...], tmp_path: Path) -> None:
    assert part(tmp_path, *lines) == [(Kind.ARTICLE, list(range(len(lines))))]


def test_notices_stay_whole(tmp_path: Path) -> None:
    lines = ((DISPLAY, "城事短波"), (PARAGRAPH, "●" + ROADS), (PARAGRAPH, "●" + TREES))
    assert part(tmp_path, *lines, kind=Kind.NOTICE) == [(Kind.NOTICE, [0, 1, 2])]


@given(
    st.sampled_from(((), ((DISPLAY, "城事短波"),), ((DISPLAY, "新桥通车"),))),
    st.lists(st.tuples(st.sampled_from("●■ "), st.sampled_from((ROADS, TREES))), min_size=1, max_size=6),
)
def test_every_line_stays_in_one_item(
    tmp_path_factory: pytest.TempPathFactory,
    label: tuple[tuple[Part, str], ...],
    texts: list[tuple[str, str]],
) -> None:
    lines = (*label, *((PARAGRAPH, (bullet + text).strip()) for bullet, text in texts))
    found = part(tmp_path_factory.mktemp("briefs"), *lines)
    assert sorted(line for _, owned in found for line in owned) == list(range(len(lines)))

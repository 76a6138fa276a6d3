"""Certainty: what raises it and what lowers it."""

import pytest

from plugins.authorities import default_folder, load_authorities
from plugins.converter.assembly.certainty import judge_confidence
from plugins.converter.assembly.margins import Cutting
from plugins.converter.pages.items import Kind
from plugins.converter.pages.page import read_page
from plugins.converter.scoring.fragments import cut_fragments
from plugins.converter.scoring.scored_page import ScoredPage, score_page
from plugins.converter.scoring.strands import Group, Part

PAGE = """村里的书屋开张了

近日,镇上的新书屋开门迎客,三百册新书摆上书架,放学以后孩子们都往这里跑,管理员说最抢手的是连环画和科普读

桥头的路灯亮了

桥头装上了二十盏路灯,夜里走路不再摸黑,老人和孩子都说好。

物,每天都要补两回。
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> ScoredPage:
    path = tmp_path_factory.mktemp("certainty") / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return score_page(cut_fragments(read_page(path)), load_authorities(default_folder()).places)


def cutting(*members: tuple[int, Part], margin: float = 3.0, doubtful: float = 0.3) -> Cutting:
    return Cutting(Group(Kind.ARTICLE, members), margin, None, doubtful)


OUTER = ((0, Part.DISPLAY), (1, Part.PARAGRAPH), (4, Part.JOIN))
INNER = ((2, Part.DISPLAY), (3, Part.PARAGRAPH))


def test_a_wide_margin_is_surer(page: ScoredPage) -> None:
    judged = [
        judge_confidence(page, cutting(*OUTER, margin=margin), (), 0.0, ()) for margin in (0.0, 1.0, 9.0)
    ]
    assert judged == sorted(judged)
    assert judged[0] < judged[-1]


def test_doubtful_fragments_are_less_sure(page: ScoredPage) -> None:
    judged = [
        judge_confidence(page, cutting(*OUTER, doubtful=count), (), 0.0, ()) for count in (0.0, 0.1, 2.0)
    ]
    assert judged == sorted(judged, reverse=True)
    assert judged[0] > judged[-1]


def test_an_article_among_another_ones_lines_is_less_sure(page: ScoredPage) -> None:
    outer, inner = cutting(*OUTER), cutting(*INNER)
    alone = judge_confidence(page, outer, [outer], 0.0, ())
    assert judge_confidence(page, outer, [outer, inner], 0.0, ()) < alone
    apart = cutting(*OUTER[:2])
    assert judge_confidence(page, apart, [apart, inner], 0.0, ()) == judge_confidence(
        page, apart, [apart], 0.0, ()
    )


def test_lost_text_and_a_missing_headline_are_less_sure(page: ScoredPage) -> None:
    whole = judge_confidence(page, cutting(*OUTER), (), 0.0, ())
    assert judge_confidence(page, cutting(*OUTER), (), 0.0, ("正文缺失",)) < whole
    assert judge_confidence(page, cutting(*OUTER[1:]), (), 0.0, ()) < whole


def test_a_scrap_is_hardly_an_article(page: ScoredPage) -> None:
    scrap = cutting((2, Part.DISPLAY), (4, Part.PARAGRAPH))
    assert (
        judge_confidence(page, scrap, (), 0.0, ())
        < 0.5
        < judge_confidence(page, cutting(*OUTER), (), 0.0, ())
    )


def test_doubtful_roles_of_the_head_are_less_sure(page: ScoredPage) -> None:
    sure, even = (judge_confidence(page, cutting(*OUTER), (), odds, ()) for odds in (0.0, -0.7))
    assert even < sure

"""Losses: where a text begins amid a sentence, and what is learned of it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.authorities import default_folder, load_authorities
from plugins.converter.description.losses import find_losses
from plugins.converter.description.lost_heads import LOST_HEAD, flag_lost_heads
from plugins.converter.description.start_cues import ANY, is_torn, list_start_cues
from plugins.converter.language.prose import load_prose
from plugins.converter.pages.items import Element, Item, Kind, Role
from plugins.converter.pages.page import read_page
from plugins.converter.scoring.fragments import cut_fragments
from plugins.converter.scoring.scored_page import score_page
from plugins.converter.scoring.strands import Group, Part
from tests.converter.case_tables import Row, read_table
from tests.converter.fitting.prose import collect_prose, count_articles
from tests.converter.fitting.starts import Start, fit_starts, list_starts, measure_starts
from tests.converter.page_maker.article import Article


@pytest.mark.parametrize("row", read_table("losses", "starts"), ids=lambda row: row["text"][:12])
def test_starts(row: Row) -> None:
    assert is_torn(row["text"]) == (row["torn"] == "yes")


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_any_text_has_cues(text: str) -> None:
    assert "1" in list(list_start_cues(text, load_prose()))
    assert is_torn(text) in (True, False)


def test_torn_starts_are_learned() -> None:
    body = "近日，村里的书屋添了三百册新书，放学以后孩子们都往这里跑，管理员说最抢手的是连环画和科普书。"
    articles = [Article(f"a{number}", body=(f"{number}月{body}",)) for number in range(1, 9)]
    starts = list_starts(articles, collect_prose(count_articles(articles)), are_counted=True)
    weights = fit_starts(starts)["lost"]

    def weigh(text: str) -> float:
        return sum(weights.get(cue, 0.0) for cue in list_start_cues(text, load_prose()))

    assert weigh("9月" + body) < 0.0 < weigh(body[13:])


def test_starts_are_measured_by_what_other_writers_taught() -> None:
    starts = [
        Start((ANY, "w着" if torn else "w近日", f"h{writer}"), torn, f"{writer}-{number}")
        for writer in ("aa", "bb", "cc", "dd")
        for number, torn in enumerate([True, False] * 600)
    ]
    assert measure_starts(starts) == (0.0, 1.0)
    own_words = [Start((ANY, f"h{one.source[:2]}{one.is_torn}"), one.is_torn, one.source) for one in starts]
    assert measure_starts(own_words)[1] == 0.0  # by its own writer's texts each would be told


HEADLINE, BODY = "村里的书屋开张了", "近日，村里的书屋添了三百册新书，放学以后孩子们都往这里跑。"


def lose(folder: Path, *texts: str) -> tuple[str, ...]:
    """What an article of a headline and these texts has lost."""
    path = folder / "page.txt"
    path.write_text("\n".join((HEADLINE, *texts)) + "\n", encoding="utf-8")
    page = score_page(cut_fragments(read_page(path)), load_authorities(default_folder()).places)
    parts = (Part.DISPLAY, *[Part.PARAGRAPH] * (len(page.fragments) - 1))
    return find_losses(page, Group(Kind.ARTICLE, tuple(enumerate(parts))))


@pytest.mark.parametrize(
    ("texts", "lost"),
    [
        ((BODY,), ()),
        (
            (BODY, "管理员说最抢手的是连环画和科普书，每天放学以后都要等上一会儿，才能借到上个"),
            ("第3行之后文字缺失",),
        ),
        ((BODY + "（阳谷读者 甘先生）",), ()),
        ((BODY + "(文中人物为化名)", BODY), ()),
        (("昨天，记者在书屋里抄下了孩子们最想看的几种书，各要等的天数如下：", "连环画 3天 12本"), ()),
        (("昨天，记者在书屋里抄下了孩子们最想看的几种书，各要等的天数如下：",), ("第2行之后文字缺失",)),
        (
            (
                BODY,
                "上午九点到十一点，二楼阅览室，三年级以下的孩子；",
                "下午两点到五点，一楼阅览室，其余的孩子。",
            ),
            (),
        ),
        ((BODY, "连环画 3天 12本 二楼阅览室 三年级以下的孩子先借"), ()),
    ],
)
def test_ends_that_are_cut_off_and_ends_that_are_not(
    texts: tuple[str, ...], lost: tuple[str, ...], tmp_path: Path
) -> None:
    assert lose(tmp_path, *texts) == lost


def make_article(*elements: tuple[Role, str], incomplete: bool = False) -> Item:
    made = tuple(Element(role, (), text) for role, text in elements)
    return Item(Kind.ARTICLE, made, incomplete=incomplete, confidence=0.5)


HEADED = make_article((Role.HEADLINE, HEADLINE), (Role.PARAGRAPH, BODY))
BARE = make_article((Role.PARAGRAPH, BODY))


@pytest.mark.parametrize(
    ("items", "flagged"),
    [
        ((HEADED, BARE, HEADED), [1]),
        ((BARE,), [0]),
        ((HEADED, BARE, BARE, HEADED), []),
        ((HEADED, make_article((Role.DATELINE, "本报讯"), (Role.PARAGRAPH, BODY))), []),
        ((HEADED, make_article((Role.PARAGRAPH, "●" + BODY))), []),
        ((HEADED, make_article((Role.PARAGRAPH, "“" + BODY))), [1]),
        ((HEADED, make_article((Role.PARAGRAPH, "，" + BODY))), [1]),
        ((HEADED, make_article((Role.PARAGRAPH, BODY), incomplete=True)), []),
    ],
)
def test_an_article_without_headline_that_is_no_brief_has_lost_it(
    items: tuple[Item, ...], flagged: list[int]
) -> None:
    judged = flag_lost_heads(items)
    assert [at for at, item in enumerate(judged) if LOST_HEAD in item.problems] == flagged
    for at in flagged:
        assert judged[at].incomplete
        assert judged[at].confidence < items[at].confidence

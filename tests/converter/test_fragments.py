"""Fragments: where the grammar of a line says that it holds more than one piece."""

from pathlib import Path

import pytest

from plugins.authorities import default_folder, load_authorities
from plugins.converter.pages.page import read_page
from plugins.converter.scoring.fragments import cut_fragments
from plugins.converter.scoring.roles import score_roles


def cut(text: str, folder: Path) -> list[tuple[str, str]]:
    path = folder / "page.txt"
    path.write_text(text, encoding="utf-8")
    return [(one.cut, one.text) for one in cut_fragments(read_page(path))]


@pytest.mark.parametrize(
    ("head", "tail", "bylines"),
    [
        ("(通讯员 田国耀", "孟祥甲 记者 张博)", ["(通讯员 田国耀", "孟祥甲 记者 张博)"]),
        ("(记者 张博 通讯员", "王芳)", ["(记者 张博 通讯员", "王芳)"]),
        ("(记者", "张博)", ["(记者", "张博)"]),
    ],
)
def test_a_dateline_is_cut_off_a_byline_that_goes_on_below(
    head: str, tail: str, bylines: list[str], tmp_path: Path
) -> None:
    text = "近日,偷来的电动车坏了,男子竟推着它去修车铺里换电瓶。"
    pieces = cut(f"本报聊城4月23日讯{head}\n\n{tail} {text}\n", tmp_path)
    assert pieces == [
        ("dateline", "本报聊城4月23日讯"),
        *(("byline", one) for one in bylines),
        ("text", text),
    ]


def test_a_source_alone_is_one_piece(tmp_path: Path) -> None:
    assert cut("本报综合外电\n", tmp_path) == [("", "本报综合外电")]


def test_who_asks_does_not_sign(tmp_path: Path) -> None:
    asked = "甜瓜坐果以后叶子发黄,根也不往下扎,有什么办法补救?(聊城读者 张先生)"
    assert cut(asked + "\n", tmp_path) == [("", asked)]
    told = "甜瓜坐果以后要及时浇水,叶子发黄的摘掉,根就往下扎了。(张博)"
    assert [kind for kind, _ in cut(told + "\n", tmp_path)] == ["text", "byline"]


def test_a_glued_display_line_may_be_a_subhead(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("碑上的名字    村口立着一块石碑,上面刻着七十二个人的名字。\n", encoding="utf-8")
    fragments = cut_fragments(read_page(path))
    first = score_roles(fragments, load_authorities(default_folder()).places)[0]
    assert fragments[0].cut == "headline"
    assert first.display > first.subhead > -5.0

"""Waiting heads: which of several a text belongs to."""

from collections.abc import Sequence

from plugins.authorities import default_folder, load_authorities
from plugins.converter.assembly.cues import open_cues
from plugins.converter.assembly.growth import Growth
from plugins.converter.assembly.waiting_heads import list_fit_cues, list_waiting
from plugins.converter.pages.items import Kind
from plugins.converter.pages.page import parse_page
from plugins.converter.scoring.displays import judge_displays
from plugins.converter.scoring.fragments import cut_fragments
from plugins.converter.scoring.scored_page import ScoredPage, score_page
from plugins.converter.scoring.strands import Part, State, Strand

LINES = (
    "石材村里的石粉变了颜色",
    "敬老院的老人有了新厨房",
    "□通讯员 张小明",
    "锯石厂的石粉沉在池子里，晾干以后卖给陶瓷厂，石材村一年多收入三万元。",
)
STONE, OLD, BYLINE, TEXT = range(4)


def read_lines(lines: Sequence[str] = LINES) -> ScoredPage:
    raw = parse_page("p", "\n\n".join(lines) + "\n")
    return judge_displays(score_page(cut_fragments(raw), load_authorities(default_folder()).places))


def open_head(page: ScoredPage, index: int) -> Strand:
    return Growth(page, index).open(Kind.ARTICLE, Part.DISPLAY)


def find_lead(cues: tuple[str, ...], name: str = "Jw0") -> int:
    return int(next(cue for cue in cues if cue.startswith(name))[len(name) :])


def test_a_text_fits_the_head_whose_words_it_has() -> None:
    page = read_lines()
    heads = (open_head(page, STONE), open_head(page, OLD))
    assert find_lead(list_fit_cues(page, TEXT, heads, STONE)) > 0
    assert find_lead(list_fit_cues(page, TEXT, heads, OLD)) < 0
    assert find_lead(list_fit_cues(page, TEXT, heads, STONE), "Jy0") > 0
    assert find_lead(list_fit_cues(page, TEXT, heads, OLD), "Jy0") < 0


def test_a_byline_fits_where_the_text_behind_it_does() -> None:
    page = read_lines()
    heads = (open_head(page, STONE), open_head(page, OLD))
    assert page.find_subject(BYLINE) == TEXT
    assert list_fit_cues(page, BYLINE, heads, STONE) == list_fit_cues(page, TEXT, heads, STONE)


def test_of_bylines_that_stand_together_none_is_known_to_be_of_the_next_text() -> None:
    page = read_lines((*LINES[:BYLINE], "□通讯员 王小红", *LINES[BYLINE:]))
    heads = (open_head(page, STONE), open_head(page, OLD))
    assert [page.find_subject(index) for index in range(5)] == [STONE, OLD, None, 4, 4]
    assert list_fit_cues(page, BYLINE, heads, STONE) == ()


def test_the_moves_of_a_text_are_told_how_it_fits() -> None:
    page = read_lines()
    state = State(0.0, (open_head(page, STONE), open_head(page, OLD)), OLD, None)
    book = open_cues(page, TEXT)
    for position in (STONE, OLD, -1):
        part = Part.PARAGRAPH
        names = {name.split(" ", 1)[1] for name in book.list_cues(state, part, Kind.ARTICLE, position)}
        assert set(list_fit_cues(page, TEXT, state.strands, position)) <= names
        assert any(name.startswith(("Jy", "Jo")) for name in names)


def test_a_new_strand_hears_of_the_heads_that_wait() -> None:
    page = read_lines()
    heads = (open_head(page, STONE), open_head(page, OLD))
    assert {cue[:2] for cue in list_fit_cues(page, TEXT, heads, -1)} == {"Jo", "Jv"}


def test_a_head_that_waits_alone_has_no_rival() -> None:
    page = read_lines()
    head = open_head(page, STONE)
    assert list_waiting((head,)) == [0]
    assert list_fit_cues(page, TEXT, (head,), 0) == ()
    begun = Growth(page, TEXT).extend(open_head(page, OLD), Part.PARAGRAPH)
    assert list_waiting((head, begun)) == [0]
    assert list_fit_cues(page, TEXT, (head, begun), 0) == ()

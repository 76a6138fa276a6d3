"""Leads: how sure the place of each fragment is, and which items hang by it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.authorities import default_folder, load_authorities
from plugins.converter.assembly.assembly import assemble
from plugins.converter.assembly.leads import count_doubtful, list_leads, tell_lead
from plugins.converter.assembly.moves import NEW, Move
from plugins.converter.pages.items import Kind
from plugins.converter.pages.page import read_page
from plugins.converter.scoring.displays import judge_displays
from plugins.converter.scoring.fragments import cut_fragments
from plugins.converter.scoring.scored_page import score_page
from plugins.converter.scoring.strands import Lead, Part, State, Trace

STATE = State(0.0, (), -1, None)
OPENING = Move(0.0, Part.DISPLAY, Kind.ARTICLE, NEW)
HEADLESS = Move(0.0, Part.PARAGRAPH, Kind.ARTICLE, NEW)
FURNITURE = Move(0.0, Part.LINE, Kind.FURNITURE, NEW)
MOVES = st.sampled_from((OPENING, HEADLESS, FURNITURE))


@given(st.lists(st.tuples(st.floats(-20.0, 20.0), MOVES), min_size=1, max_size=8), st.data())
def test_the_lead_is_before_the_best_place_of_another_kind(
    offers: list[tuple[float, Move]], data: st.DataObject
) -> None:
    candidates = [(promise, 0, move) for promise, move in offers]
    promises = [(promise, -number) for number, (promise, _) in enumerate(offers)]
    (best,) = list_leads([STATE], candidates, promises)
    promise, move = data.draw(st.sampled_from(offers))
    others = [other for other, place in offers if place.kind is not move.kind]
    lead = tell_lead(best, STATE, promise, move)
    assert (lead.nats if lead else None) == (promise - max(others) if others else None)


def trace(*leads: Lead | None) -> Trace | None:
    last: Trace | None = None
    for fragment, lead in enumerate(leads):
        last = Trace(last, fragment, Part.PARAGRAPH, Kind.ARTICLE, 0 if fragment < 2 else 2, lead)
    return last


def test_fragments_that_may_come_and_may_go_are_doubtful() -> None:
    sure = count_doubtful(trace(None, Lead(9.0, -1), Lead(9.0, -1)))[0]
    may_go = count_doubtful(trace(None, Lead(0.0, -1), Lead(9.0, -1)))[0]
    may_come = count_doubtful(trace(None, Lead(9.0, -1), Lead(0.0, 0)))[0]
    elsewhere = count_doubtful(trace(None, Lead(9.0, -1), Lead(0.0, 2)))[0]
    assert may_go == pytest.approx(sure + 0.5, abs=0.01)
    assert may_come == pytest.approx(may_go, abs=0.01)
    assert elsewhere == pytest.approx(sure, abs=0.01)


def test_every_article_of_a_page_knows_its_doubts(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        "村里的书屋开张了\n昨天,村里的书屋开张了,孩子们来看书。\n新桥昨日通车\n昨天,新桥通车。\n", "utf-8"
    )
    page = score_page(cut_fragments(read_page(path)), load_authorities(default_folder()).places)
    articles = [one for one in assemble(judge_displays(page)) if one.group.kind is Kind.ARTICLE]
    assert articles
    assert all(0.0 < one.doubtful <= len(page.fragments) for one in articles)

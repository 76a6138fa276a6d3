"""The audit's own parts: which states it pictures, and what it says of scores."""

from pathlib import Path

from tests.theme.audit import describe_scores, find_longest
from tests.theme.lighthouse import Scores
from tests.theme.screenshots import list_states


def test_ten_states_are_pages_of_the_site(site: Path) -> None:
    states = list(list_states(find_longest(site, "articles/*/*"), find_longest(site, "newspapers/*")))
    assert len({state.name for state in states}) == 10
    for state in states:
        assert (site / state.path.split("?")[0] / "index.html").is_file(), state


def test_scores_come_with_what_lowers_them() -> None:
    scores = Scores({"performance": 0.951, "seo": 1.0}, ("bytes: too many 2 MB",))
    assert list(describe_scores("search/", scores)) == [
        "/search/: performance 0.95, seo 1.00",
        "  bytes: too many 2 MB",
    ]

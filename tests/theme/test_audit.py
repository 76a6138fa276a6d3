"""The audit's own parts: which states it pictures, and what it says of scores."""

from pathlib import Path

from tests.theme.audit import describe_scores, find_longest, is_good
from tests.theme.lighthouse import Scores, take_median
from tests.theme.screenshots import list_states


def test_ten_states_are_pages_of_the_site(site: Path) -> None:
    states = list(list_states(find_longest(site, "articles/*/*"), find_longest(site, "newspapers/*")))
    assert len({state.name for state in states}) == 10
    for state in states:
        assert (site / state.path.split("?")[0] / "index.html").is_file(), state


def test_scores_come_with_what_lowers_them() -> None:
    measures = {"cumulative-layout-shift": 0.0}
    scores = Scores({"performance": 0.951, "seo": 1.0}, measures, ("bytes: too many 2 MB",))
    assert list(describe_scores("search/", scores)) == [
        "/search/: performance 0.95, seo 1.00",
        "  cumulative-layout-shift 0",
        "  bytes: too many 2 MB",
    ]


def make_run(performance: float, shift: float, *faults: str) -> Scores:
    return Scores({"performance": performance, "seo": 1.0}, {"cumulative-layout-shift": shift}, faults)


def test_median_leaves_one_bad_run_out_but_tells_its_faults() -> None:
    runs = [make_run(0.99, 0.0), make_run(0.89, 0.2, "slow"), make_run(0.97, 0.0)]
    assert take_median(runs) == make_run(0.97, 0.0, "slow")
    assert is_good(take_median(runs))


def test_page_that_moves_or_scores_low_is_not_good() -> None:
    assert not is_good(make_run(1.0, 0.001))
    assert not is_good(make_run(0.94, 0.0))

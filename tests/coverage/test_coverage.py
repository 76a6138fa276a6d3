from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.coverage.coverage import HEIGHT, WIDTH, draw_chart


def test_few_years_are_drawn_by_month() -> None:
    chart = draw_chart(["2023-03-01", "2023-03", "2022-12-31", "2023", None])
    assert chart is not None
    assert (chart.unit, len(chart.bars), chart.left_out) == ("月", 24, 2)
    assert [(bar.name, bar.count, bar.path) for bar in chart.filled] == [
        ("2022年12月", 1, "2022/12/"),
        ("2023年3月", 2, "2023/03/"),
    ]


def test_many_years_are_drawn_by_year_without_gaps() -> None:
    chart = draw_chart(["2010-03-01", "2020"])
    assert chart is not None
    assert (chart.unit, len(chart.bars), [bar.count for bar in chart.bars][::10]) == ("年", 11, [1, 1])


def test_years_are_written_where_they_fit_side_by_side() -> None:
    by_month = draw_chart(["2022-12-31", "2023-03-01"])
    assert by_month is not None
    assert [bar.label for bar in by_month.bars if bar.label] == ["2022年", "2023年"]
    by_year = draw_chart(["2000-01", *["2024-01"] * 3])
    assert by_year is not None
    assert [bar.label for bar in by_year.bars if bar.label] == [f"{year}年" for year in range(2000, 2022, 3)]
    assert (by_year.peak.name, by_year.peak.count) == ("2024年", 3)


def test_nothing_known_draws_nothing() -> None:
    assert draw_chart([None, None]) is None
    assert draw_chart([]) is None


DATES = st.one_of(st.none(), st.dates().map(str), st.dates().map(lambda day: str(day)[:7]), st.just("1987"))


@given(st.lists(DATES, min_size=1, max_size=30))
@settings(max_examples=80, deadline=None)
def test_every_article_is_drawn_or_said_to_be_left_out(dates: list[str | None]) -> None:
    chart = draw_chart(dates)
    if chart is None:
        assert not any(dates)
        return
    assert sum(bar.count for bar in chart.bars) + chart.left_out == len(dates)
    assert max(bar.height for bar in chart.bars) == HEIGHT
    assert all(bar.y + bar.height == HEIGHT and 0 <= bar.x <= WIDTH - bar.width for bar in chart.bars)
    starts = [bar.x for bar in chart.bars if bar.label]
    assert all(after - before >= 40 for before, after in pairwise(starts))
    assert all(start + 40 <= WIDTH for start in starts)
    assert all((bar.height > 0) == (bar.count > 0) for bar in chart.bars)

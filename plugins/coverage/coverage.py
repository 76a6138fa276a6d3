"""Coverage over time: how many articles each year or month has, as bars of a chart."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

# The drawing's own units; the page scales it to the column.
WIDTH, HEIGHT = 420, 90
# Bars of months are readable up to four years; longer spans are drawn by year.
MOST_MONTHS = 48
# A year's name below its bar, 2023年, in letters of 14: as many as fit side by side.
LABEL_WIDTH = 48


@dataclass(frozen=True, slots=True)
class Bar:
    """One period with its number of articles and its place in the drawing."""

    name: str
    path: str
    count: int
    x: float
    y: float
    width: float
    height: float
    label: str | None

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class Chart:
    """The bars of a chart, and what it leaves out: articles whose period is not known."""

    unit: str
    bars: tuple[Bar, ...]
    highest: int
    left_out: int

    @property
    def peak(self) -> Bar:
        """The first of the highest bars."""
        return max(self.bars, key=lambda bar: bar.count)

    @property
    def filled(self) -> tuple[Bar, ...]:
        """The periods that have articles."""
        return tuple(bar for bar in self.bars if bar.count)


def draw_chart(dates: Iterable[str | None]) -> Chart | None:
    """Return the chart of the dates (2023-03-01, 2023-03, 2023 or None); None when no year is known.

    Within four years by month, else by year. A date without a month is left out of a chart by month.
    """
    known = list(dates)
    years = sorted({date[:4] for date in known if date})
    if not years:
        return None
    by_month = (int(years[-1]) - int(years[0]) + 1) * 12 <= MOST_MONTHS and any(
        date and len(date) > 4 for date in known
    )
    size = 7 if by_month else 4
    counts = Counter(date[:size] for date in known if date and len(date) >= size)
    periods = _list_months(counts) if by_month else _list_years(counts)
    bars = _draw_bars(periods, counts)
    return Chart("月" if by_month else "年", bars, max(counts.values()), len(known) - counts.total())


def _list_years(counts: Counter[str]) -> list[str]:
    return [f"{year:04d}" for year in range(int(min(counts)), int(max(counts)) + 1)]


def _list_months(counts: Counter[str]) -> list[str]:
    """Every month of the years that have articles, so that the seasons can be compared."""
    first, last = int(min(counts)[:4]), int(max(counts)[:4])
    return [f"{year:04d}-{month:02d}" for year in range(first, last + 1) for month in range(1, 13)]


def _draw_bars(periods: Sequence[str], counts: Counter[str]) -> tuple[Bar, ...]:
    step = WIDTH / len(periods)
    highest = max(counts.values())
    bars = []
    for position, period in enumerate(periods):
        height = ceil(HEIGHT * counts[period] / highest)
        x, width = round(position * step + step * 0.1, 1), round(min(step * 0.8, 40), 1)
        path = period.replace("-", "/") + "/"
        label = _label_period(period, position, step)
        bars.append(Bar(_name_period(period), path, counts[period], x, HEIGHT - height, width, height, label))
    return tuple(bars)


def _label_period(period: str, position: int, step: float) -> str | None:
    """Return the year to write below a bar: each year's first month, or every so many years as have room."""
    year, _, month = period.partition("-")
    is_due = month == "01" if month else position % ceil(LABEL_WIDTH / step) == 0
    return f"{int(year)}年" if is_due and position * step + LABEL_WIDTH <= WIDTH + 1 else None


def _name_period(period: str) -> str:
    year, _, month = period.partition("-")
    return f"{int(year)}年{int(month)}月" if month else f"{int(year)}年"

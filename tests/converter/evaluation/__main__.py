"""`python -m tests.converter.evaluation`: the table of scores; exit 1 when one is below its pin."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from rich.console import Console

from tests.converter.evaluation.baseline import read_naively
from tests.converter.evaluation.conversion import ConversionError, convert_texts
from tests.converter.evaluation.difference import list_differences
from tests.converter.evaluation.groups import Measured, measure_groups, measure_profiles
from tests.converter.evaluation.matching import PageMatch, match_page
from tests.converter.evaluation.page_sets import (
    PageSet,
    make_fresh_pages,
    read_composed_pages,
    read_first_pages,
    read_marked_pages,
)
from tests.converter.evaluation.pins import list_falls, raise_pins, read_pins, write_pins
from tests.converter.evaluation.table import print_scores

SETS: Mapping[str, Callable[[], PageSet]] = {
    "five": read_first_pages,
    "tuning": partial(read_composed_pages, "tuning"),
    "scoring": partial(read_composed_pages, "scoring"),
    "marked tuning": partial(read_marked_pages, "tuning"),
    "marked scoring": partial(read_marked_pages, "scoring"),
}
WIDTH = 160  # columns of the table, where the output is no terminal


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the chosen sets, print, compare with the pins; 0 all kept, 1 below a pin, 2 no conversion."""
    options = _read_options(arguments)
    console = Console(width=None if sys.stdout.isatty() else WIDTH)
    measured = Measured({}, {})
    for page_set in _list_sets(options):
        try:
            matched = _match(page_set)
        except ConversionError as error:
            Console(stderr=True).print(f"evaluation: set {page_set.name}: {error}", markup=False)
            return 2
        measured = measured | measure_groups(page_set.name, matched)
        measured = measured | measure_groups(f"{page_set.name} naive", _match_naively(page_set), parts=False)
        if options.profiles:
            measured = measured | measure_profiles(page_set.name, matched)
        if options.diff and (not page_set.name.endswith("scoring") or options.scoring_details):
            _print_differences(console, page_set, matched)
    print_scores(console, measured)
    return _compare_with_pins(console, measured, options.pin)


def _read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.converter.evaluation", description=__doc__)
    parser.add_argument("--set", action="append", choices=SETS, help="only this set; may be given again")
    parser.add_argument("--fresh", type=int, metavar="N", default=0, help="N new pages of tuning articles")
    parser.add_argument("--seed", type=int, default=1, help="seed of the fresh pages")
    parser.add_argument("--pin", action="store_true", help="take over results that are above their pins")
    parser.add_argument("--profiles", action="store_true", help="rows for each noise profile too")
    parser.add_argument("--diff", action="store_true", help="show wrong articles beside their gold")
    parser.add_argument("--scoring-details", action="store_true", help="with --diff: of the scoring half too")
    return parser.parse_args(arguments)


def _list_sets(options: argparse.Namespace) -> list[PageSet]:
    names = options.set or ([] if options.fresh else SETS)
    sets = [SETS[name]() for name in names]
    if options.fresh:
        sets.append(make_fresh_pages(options.fresh, options.seed))
    return [page_set for page_set in sets if page_set.pages]


def _match(page_set: PageSet) -> list[PageMatch]:
    readings = convert_texts({page.id: text for page, text in page_set.pages})
    return [match_page(page, text, readings[page.id]) for page, text in page_set.pages]


def _match_naively(page_set: PageSet) -> list[PageMatch]:
    return [match_page(page, text, read_naively(text)) for page, text in page_set.pages]


def _print_differences(console: Console, page_set: PageSet, matched: Sequence[PageMatch]) -> None:
    for (_, text), one in zip(page_set.pages, matched, strict=True):
        for line in list_differences(one, text):
            console.print(line, markup=False, highlight=False, soft_wrap=True)


def _compare_with_pins(console: Console, measured: Measured, is_raising: bool) -> int:
    pins = read_pins()
    results = {group: one for group, one in measured.scores.items() if is_pinned(group)}
    falls = list_falls(pins, results)
    for fall in falls:
        console.print(f"below its pin: {fall}", style="bold", markup=False)
    if is_raising:
        write_pins(raise_pins(pins, results))
    return 1 if falls else 0


def is_pinned(group: str) -> bool:
    """Only the converter's results on whole pages that stay the same are pinned."""
    return not group.startswith("fresh") and not group.endswith(("naive", "interleaved articles", "noise"))


if __name__ == "__main__":
    sys.exit(main())

"""References for the tests: the cases of cases/gbt7714.toml, and any at all."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from plugins.citations.reference import Reference


@dataclass(frozen=True, slots=True)
class Case:
    """A named case: what is known and the citation in GB/T 7714-2015."""

    name: str
    reference: Reference
    citation: str


def read_cases() -> list[Case]:
    data = tomllib.loads((Path(__file__).parent / "cases" / "gbt7714.toml").read_text("utf-8"))
    return [Case(case["name"], make_reference(case), case["citation"]) for case in data["case"]]


def make_reference(known: dict[str, object]) -> Reference:
    return Reference(
        id="page-01",
        title=str(known["title"]),
        authors=tuple(known.get("authors", ())),  # type: ignore[arg-type]
        newspaper=known.get("newspaper"),  # type: ignore[arg-type]
        date=tuple(int(part) for part in str(known.get("date", "")).split("-") if part),
        page_number=known.get("page_number"),  # type: ignore[arg-type]
        url="https://example.org/articles/page/01/",
    )


# A headline may hold any character on one line; a name is what the byline parser takes for one.
TITLES = (
    st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=30)
    .map(str.strip)
    .filter(bool)
)
NAMES = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=2, max_size=4)

REFERENCES = st.builds(
    Reference,
    id=st.just("page-01"),
    title=TITLES,
    authors=st.lists(NAMES, max_size=4).map(tuple),
    newspaper=st.none() | st.just("齐鲁晚报"),
    date=st.dates().map(lambda day: (day.year, day.month, day.day))
    | st.just((2023, 3))
    | st.just((2023,))
    | st.just(()),
    page_number=st.none() | st.sampled_from(["04", "A12", "1"]),
    url=st.just("https://example.org/articles/page/01/"),
)

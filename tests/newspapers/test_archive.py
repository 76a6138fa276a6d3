from collections.abc import Iterable

from plugins.newspapers.archive import build_archive
from plugins.newspapers.catalogue import build_catalogue
from plugins.newspapers.labels import Label
from plugins.newspapers.ledger import PageLedger
from plugins.newspapers.neighbours import place_pages, place_stories
from plugins.newspapers.partial_date import PartialDate, parse_date
from plugins.newspapers.periods import lay_out_newspaper
from plugins.newspapers.steps import name_issue_step
from plugins.newspapers.story import Story

LABELS = {
    "甲报": Label("甲报", "jia", "newspaper"),
    "聊城": Label("聊城", "liaocheng", "city", "聊城", 1),
    "莘县": Label("莘县", "shenxian", "county", "聊城", 1),
    "教育": Label("教育", "education", "topic"),
}


def make_page(page_id: str, newspaper: str | None, date: str | None, number: str | None = None) -> PageLedger:
    return PageLedger(page_id, newspaper, parse_date(date), None, number, None, ())


def make_story(page_id: str, number: str, date: str | None, newspaper: str = "甲报") -> Story:
    url = f"articles/{page_id}/{number}/"
    places = ("聊城", ("莘县",), ("教育",))
    return Story(
        page_id, number, "题", url, "article", parse_date(date), newspaper, None, None, *places, 0.9, False
    )


def list_issues(pages: Iterable[PageLedger]) -> list[tuple[str, list[str]]]:
    (newspaper,) = build_archive(pages, [], lambda _: "jia")
    return [(issue.url, [page.ledger.id for page in issue.pages]) for issue in newspaper.issues]


def test_issues_stand_in_order_of_time_and_have_their_own_address() -> None:
    pages = [
        make_page("e", "甲报", "2023-03-01"),
        make_page("d", "甲报", "2023-03"),
        make_page("c", "甲报", "2023"),
        make_page("b", "甲报", None),
    ]
    assert list_issues(pages) == [
        ("newspapers/jia/undated/", ["b"]),
        ("newspapers/jia/2023/undated/", ["c"]),
        ("newspapers/jia/2023/03/", ["d"]),
        ("newspapers/jia/2023/03/01/", ["e"]),
    ]


def test_pages_stand_in_the_order_of_their_numbers() -> None:
    numbers = ["10", "4", None, "B02", "A02", "A10"]
    pages = [make_page(f"p{number}", "甲报", "2023-03-01", number) for number in numbers]
    assert list_issues(pages)[0][1] == ["p4", "p10", "pA02", "pA10", "pB02", "pNone"]


def test_neighbours_lead_through_articles_pages_and_issues() -> None:
    pages = [
        make_page("a", "甲报", "2023-03-01", "01"),
        make_page("b", "甲报", "2023-03-01", "02"),
        make_page("c", "甲报", "2023-03-02", "01"),
    ]
    stories = [make_story("b", number, "2023-03-01") for number in ("10", "02", "01")]
    places = {
        place.page.ledger.id: place for place in place_pages(build_archive(pages, stories, lambda _: "jia"))
    }
    beside = places["b"].pages
    assert beside.previous is not None
    assert (beside.previous.ledger.id, beside.following) == ("a", None)
    following = places["b"].issues.following
    assert following is not None
    assert following.date == PartialDate(2023, 3, 2)
    ways = [
        (place.stories.previous, story.number, place.stories.following)
        for story, place in place_stories(places["b"])
    ]
    assert [(a and a.number, b, c and c.number) for a, b, c in ways] == [
        (None, "01", "02"),
        ("01", "02", "10"),
        ("02", "10", None),
    ]


def test_only_known_days_of_known_newspapers_are_issues() -> None:
    pages = [
        make_page("a", "甲报", None),
        make_page("b", "甲报", "2023-03-01"),
        make_page("c", "甲报", "2023-04"),
    ]
    (known,) = build_archive(pages, [], lambda _: "jia")
    assert [issue.is_exact for issue in known.issues] == [False, True, False]
    ways = {place.page.ledger.id: place.issues for place in place_pages([known])}
    assert (ways["a"].previous, ways["a"].following) == (None, None)
    assert ways["b"].previous is None
    assert ways["b"].following is known.issues[2]
    day, month = known.issues[1:]
    assert (
        name_issue_step(day, day, "上"),
        name_issue_step(day, day, "下"),
        name_issue_step(day, month, "下"),
    ) == (
        "上一期",
        "下一期",
        "之后",
    )
    (unknown,) = build_archive([make_page("d", None, "2023-03-01")], [], lambda _: "unknown")
    assert name_issue_step(unknown.issues[0], unknown.issues[0], "上") == "之前"


def test_catalogue_counts_and_keeps_precision_apart() -> None:
    stories = [
        make_story("a", f"{n:02d}", date) for n, date in enumerate(["2023-03-01", "2023-03", "2023", None], 1)
    ]
    catalogue = build_catalogue([make_page("a", "甲报", "2023-03-01")], stories, LABELS, 2)
    assert {date: len(period.stories) for date, period in catalogue.periods.items()} == {
        PartialDate(2023, 3, 1): 1,
        PartialDate(2023, 3): 1,
        PartialDate(2023): 1,
        None: 1,
    }
    (year,) = catalogue.years
    assert (year.count, year.months[0].count) == (3, 2)
    (city,) = catalogue.places
    assert (city.count, city.counties, catalogue.topics) == (
        4,
        ((LABELS["莘县"], 4),),
        ((LABELS["教育"], 4),),
    )
    assert catalogue.newspapers[0].slug == "jia"


def test_calendar_of_a_newspaper_leads_to_its_issues() -> None:
    pages = [make_page("a", "甲报", "2023-03-01"), make_page("b", "甲报", "2023-03")]
    (newspaper,) = build_archive(pages, [make_story("a", "01", "2023-03-01")], lambda _: "jia")
    (month,) = lay_out_newspaper(newspaper)[0].months
    days = [day for week in month.weeks for day in week if day.entry]
    assert [(day.number, day.entry and day.entry.url) for day in days] == [(1, "newspapers/jia/2023/03/01/")]
    assert month.undated is not None
    assert month.undated.url == "newspapers/jia/2023/03/"

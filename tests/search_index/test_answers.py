"""What an answer holds beside its hits: order, pages, words, facets, suggestions."""

import pytest

from plugins.search_index.builder import Plan, build_index
from plugins.search_index.documents import Document, Suggestion
from plugins.search_index.files import write_index
from tests.search_index.engine import SHARDED, EngineError, write_archive

PLANS = {"whole": Plan(), "sharded": SHARDED}
FILLER = "今天天气很好，大家都在田里忙着收麦子。"


@pytest.fixture(params=PLANS.values(), ids=PLANS)
def plan(request):
    return request.param


def open_archive(engine, folder, archive, plan):
    engine.open(write_archive(folder, archive, plan), archive)


def ids(answer):
    return [result["id"] for result in answer["results"]]


def test_the_title_that_is_the_query_comes_first(engine, tmp_path, plan):
    archive = [Document(number, f"聊城电子健康卡启用{number}", FILLER) for number in range(30)]
    archive.insert(3, Document("exact", "聊城电子健康卡启用", FILLER))
    archive.append(Document("body", "别的", "聊城电子健康卡启用" * 5))
    open_archive(engine, tmp_path, archive, plan)
    found = ids(engine.search("聊城电子健康卡启用", limit="all"))
    assert found[0] == "exact"
    assert found[-1] == "body"
    assert len(found) == 32


def test_more_often_comes_first_and_the_later_one_among_equals(engine, tmp_path, plan):
    archive = [Document(number, "", "淄博" * (9 if number == 4 else 1) + FILLER * 3) for number in range(20)]
    open_archive(engine, tmp_path, archive, plan)
    assert ids(engine.search("淄博", limit="all")) == [4, *range(19, 4, -1), 3, 2, 1, 0]


def test_words_that_stand_near_come_first(engine, tmp_path, plan):
    bodies = ["聊城" + FILLER * 10 + "医院", "聊城" + FILLER + "医院", "聊城医院" + FILLER * 10] + [
        FILLER
    ] * 9
    archive = [Document(number, "", body) for number, body in enumerate(bodies)]
    open_archive(engine, tmp_path, archive, plan)
    assert ids(engine.search("医院 聊城")) == [2, 1, 0]


def test_pages_are_parts_of_the_whole_list(engine, tmp_path, plan):
    archive = [
        Document(number, "", ("电子健康卡" if number % 3 else "电子健 健康卡") + FILLER)
        for number in range(60)
    ]
    open_archive(engine, tmp_path, archive, plan)
    everything = ids(engine.search("电子健康卡", limit="all"))
    assert len(everything) == 40
    open_archive(engine, tmp_path, archive, plan)
    pages = [
        ids(engine.search("电子健康卡", limit=7, offset=offset, full=True)) for offset in range(0, 42, 7)
    ]
    assert [found for page in pages for found in page] == everything


def test_total_is_marked_until_it_is_known(engine, tmp_path):
    archive = [Document(number, "", "电子健 健康卡" if number % 2 else "电子健康卡") for number in range(80)]
    open_archive(engine, tmp_path, archive, SHARDED)
    first = engine.search("电子健康卡", limit=5)
    assert first["totalIsApproximate"]
    assert first["total"] >= 40
    last = engine.search("电子健康卡", limit="all")
    assert (last["total"], last["totalIsApproximate"]) == (40, False)
    sure = engine.search("健康", limit=1)
    assert (sure["total"], sure["totalIsApproximate"]) == (80, False)


def test_no_hit_falls_back_to_words_and_says_so(engine, tmp_path, plan):
    archive = [Document(number, "", "聊城召开会议" + FILLER) for number in range(10)]
    archive += [Document("both", "", "聊城新建体育场" + FILLER), Document("one", "", "体育场" + FILLER)]
    open_archive(engine, tmp_path, archive, plan)
    answer = engine.search("聊城体育场")
    assert not answer["exact"]
    assert set(answer["words"]) == {"聊城", "体育场"}
    assert ids(answer)[0] == "both"
    assert engine.search("聊城新建")["exact"]
    assert engine.search("体育场鲲鹏")["words"] == ["体育场"]
    nothing = engine.search("鲲鹏")
    assert (nothing["exact"], nothing["total"], nothing["results"]) == (False, 0, [])


def test_a_phrase_with_a_space_is_its_words_side_by_side(engine, tmp_path, plan):
    bodies = ["健康卡推广", "健康卡的推广", "健康 卡推广", *["今天"] * 9]
    archive = [Document(number, "", body) for number, body in enumerate(bodies)]
    open_archive(engine, tmp_path, archive, plan)
    assert ids(engine.search('"健康卡 推广"')) == [0]
    assert ids(engine.search('"健康 卡推广"')) == [2]


def test_what_is_simplified_within_words_only_is_found(engine, tmp_path, plan):
    bodies = ["相互了解", "登高瞭望", "批复同意", "反复", "瞭解", *["今天"] * 9]
    archive = [Document(number, "", body) for number, body in enumerate(bodies)]
    open_archive(engine, tmp_path, archive, plan)
    assert ids(engine.search("互瞭解")) == [0]
    assert ids(engine.search("瞭解")) == [4]
    assert ids(engine.search("瞭望")) == [1]
    assert ids(engine.search("批覆")) == [2]
    assert engine.search("反覆")["exact"] is False


def test_words_in_titles_are_marked(engine, tmp_path, plan):
    archive = [Document(number, f"第{number}篇：聊城電子健康卡", "聊城" + FILLER) for number in range(10)]
    open_archive(engine, tmp_path, archive, plan)
    first = engine.search("电子 聊城")["results"][0]
    assert first["titleMarks"] == [[4, 8]]


def test_short_words_are_all_of_them(engine, tmp_path, plan):
    bodies = ["聊城", "医院", "聊城 医院", "医院聊城", *["今天"] * 8]
    archive = [Document(number, "", body) for number, body in enumerate(bodies)]
    open_archive(engine, tmp_path, archive, plan)
    assert sorted(ids(engine.search("聊城 医院", limit="all"))) == [2, 3]
    assert engine.search("聊城 医院")["total"] == 2


def test_a_phrase_that_is_excluded_excludes_only_itself(engine, tmp_path, plan):
    bodies = ["聊城电子健康卡", "聊城电子健 子健康", "聊城电子", *["今天"] * 9]
    archive = [Document(number, "", body) for number, body in enumerate(bodies)]
    open_archive(engine, tmp_path, archive, plan)
    assert sorted(ids(engine.search("聊城 -电子健康", limit="all"))) == [1, 2]
    assert sorted(ids(engine.search("聊城 -电子", limit="all"))) == []


def test_facets_count_what_other_filters_leave(engine, tmp_path, plan):
    cities = ["聊城"] * 6 + ["淄博"] * 4 + ["德州"] * 2
    archive = [
        Document(number, "", "开会", f"20{20 + number % 2}-01-0{number % 9 + 1}", facets={"city": (city,)})
        for number, city in enumerate(cities)
    ]
    open_archive(engine, tmp_path, archive, plan)
    answer = engine.search("开会", filters={"city": ["聊城"], "year": "2021"}, facets=["city", "year"])
    assert answer["total"] == 3
    assert answer["facets"]["city"] == [
        {"value": "聊城", "count": 3},
        {"value": "淄博", "count": 2},
        {"value": "德州", "count": 1},
    ]
    assert answer["facets"]["year"] == [{"value": "2021", "count": 3}, {"value": "2020", "count": 3}]


def test_date_ranges_take_in_dates_of_lower_precision(engine, tmp_path, plan):
    dates = ["2022", "2023-02", "2023-03", "2023-03-15", "2023-04-01", None, "2024", "2023", *["2010"] * 4]
    archive = [Document(str(number), "", "开会", date) for number, date in enumerate(dates)]
    open_archive(engine, tmp_path, archive, plan)

    def dated(**filters):
        return {result["date"] for result in engine.search("开会", limit="all", filters=filters)["results"]}

    span = {"from": "2023-03-10", "to": "2023-03-20"}
    assert dated(**span) == {"2023-03", "2023-03-15", "2023"}
    assert dated(**{"from": "2023-04"}) == {"2023-04-01", "2024", "2023"}
    oldest = engine.search("开会", limit="all", sort="oldest")["results"]
    assert [result["date"] for result in oldest][-1] is None
    assert oldest[0]["date"] == "2010"


def test_filters_alone_list_the_documents(engine, tmp_path, plan):
    archive = [
        Document(number, "", FILLER, facets={"kind": ("notice",)} if number < 3 else {})
        for number in range(9)
    ]
    open_archive(engine, tmp_path, archive, plan)
    assert sorted(ids(engine.search("", filters={"kind": "notice"}))) == [0, 1, 2]
    assert engine.search("   ")["total"] == 0


def test_wrong_options_are_named(engine, tmp_path):
    open_archive(engine, tmp_path, [Document(1, "聊城", "")], Plan())
    with pytest.raises(EngineError, match='"colour" is no filter'):
        engine.search("聊城", filters={"colour": "red"})
    with pytest.raises(EngineError, match='"random" is no sort'):
        engine.search("聊城", sort="random")
    with pytest.raises(EngineError, match="write YYYY-MM-DD"):
        engine.search("聊城", filters={"from": "yesterday"})


def test_suggestions_follow_chinese_and_pinyin(engine, tmp_path):
    archive = [
        Document(
            number,
            "",
            "",
            facets={"city": ("聊城",), "topic": ("教育",)},
            keywords=("聊斋", "一次" if number else "X"),
        )
        for number in range(2)
    ]
    known = [Suggestion("聊城", "city", ("liaocheng", "lc")), Suggestion("德州", "city", ("dezhou", "dz"))]
    write_index(tmp_path, build_index(archive, Plan(), known))
    engine.open(tmp_path, archive)
    assert engine.ask(suggest="聊") == [{"text": "聊城", "kind": "city"}, {"text": "聊斋", "kind": "keyword"}]
    for typed in ("lc", "liao", "LiaoCheng", "城"):
        assert engine.ask(suggest=typed) == [{"text": "聊城", "kind": "city"}], typed
    assert engine.ask(suggest="dz") == []
    assert engine.ask(suggest="一次") == []


def test_results_carry_extract_url_and_names(engine, tmp_path):
    facets = {"city": ("聊城",), "newspaper": ("齐鲁晚报",)}
    archive = [Document("p/01", "标题", "前文。电子健康卡。后文", "2020-05", "articles/p/01/", facets)]
    write_index(tmp_path, build_index(archive, Plan(url_form="articles/{id}/")))
    engine.open(tmp_path, archive)
    [result] = engine.search("健康卡")["results"]
    shown = {key: result[key] for key in ("id", "url", "title", "date", "newspaper", "city")}
    assert shown == {
        "id": "p/01",
        "url": "articles/p/01/",
        "title": "标题",
        "date": "2020-05",
        "newspaper": "齐鲁晚报",
        "city": "聊城",
    }
    assert result["extract"] == {"text": "前文。电子健康卡。后文", "marks": [[5, 8]], "isCut": [False, False]}

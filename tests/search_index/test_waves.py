"""In how many rounds of requests an answer comes: manifest, lists, and then cards and texts together."""

import random

import pytest

from plugins.search_index.cards import id_runs
from plugins.search_index.documents import Document
from tests.search_index.engine import SHARDED, find_plainly, write_archive

FILLER = "今天天气很好大家都在田里忙着收麦子"


def make_archive(form, size=400):
    """Articles of which every tenth holds a phrase; the others hold its pairs."""
    chance = random.Random(7)

    def filled():
        return "".join(chance.choices(FILLER, k=40))

    phrases = ["人员在外，在场", "要求，关要，求是", "1900人，190，900，00人"]
    true = "人员在场的有关要求：1900人"
    return [
        Document(
            form(number),
            filled(),
            f"{filled()}，{true if number % 10 == 0 else '，'.join(phrases)}，{filled()}",
        )
        for number in range(size)
    ]


QUERIES = ["人员在场", "关要求", "人员", "1900人", "有关要求 人员在场", "人員在場", "今天", "天气很", "员"]


@pytest.mark.parametrize("query", QUERIES)
def test_the_first_list_is_three_waves_away(engine, tmp_path, query):
    archive = make_archive(int)
    engine.open(write_archive(tmp_path, archive, SHARDED), archive)
    answer = engine.search(query)
    assert answer["exact"]
    assert len(answer["results"]) == min(10, answer["total"])
    assert answer["waves"] <= 3
    true = set.intersection(*(set(find_plainly(archive, word)) for word in query.split()))
    assert {result["id"] for result in answer["results"]} <= true


@pytest.mark.parametrize(
    "form", ["p/{}".format, "p{0}/{0:02}".format, "{}/a".format, lambda number: 3 * number]
)
def test_ids_of_any_form_are_told_beforehand(engine, tmp_path, form):
    archive = make_archive(form)
    engine.open(write_archive(tmp_path, archive, SHARDED), archive)
    answer = engine.search("人员在场")
    assert answer["waves"] == 3
    assert {result["id"] for result in answer["results"]} <= set(find_plainly(archive, "人员在场"))


def test_texts_wait_for_cards_that_tell_urls(engine, tmp_path):
    archive = [
        Document(item.id, item.title, item.body, url=f"{item.id % 7}.html") for item in make_archive(int)
    ]
    engine.open(write_archive(tmp_path, archive, SHARDED), archive)
    assert engine.search("人员在场")["waves"] == 4


def test_ids_that_would_be_long_to_tell_are_not(engine, tmp_path, monkeypatch):
    monkeypatch.setattr("plugins.search_index.cards.MOST_ID_CHARACTERS", 100)
    archive = make_archive("{}/a".format)
    engine.open(write_archive(tmp_path, archive, SHARDED), archive)
    assert engine.search("人员在场")["waves"] == 4


def test_ids_are_listed_in_runs():
    ids = ["a/09", "a/10", "a/11", "b", "c", "c", 7, 8, 10, "d/99", "d/100"]
    assert id_runs([Document(name, "", "") for name in ids]) == [
        ("a/09", 3),
        ("b", 1),
        ("c", 1),
        ("c", 1),
        (7, 2),
        (10, 1),
        ("d/99", 2),
    ]


@pytest.mark.parametrize(
    ("query", "found"), [("朱鎔", 400), ("朱镕", 400), ("天氣很峴器", 401), ("瞭解收麥", 402)]
)
def test_no_traditional_character_costs_a_wave(engine, tmp_path, query, found):
    archive = [
        *make_archive(int),
        Document(400, "朱镕说", FILLER),
        Document(401, "器", f"天气很岘器{FILLER}"),
        Document(402, "", f"了解收麦{FILLER}"),
    ]
    engine.open(write_archive(tmp_path, archive, SHARDED), archive)
    answer = engine.search(query)
    assert ([result["id"] for result in answer["results"]], answer["waves"]) == ([found], 3)


def test_filters_and_sorts_cost_no_wave(engine, tmp_path):
    cities = ({"city": ("聊城",)}, {"city": ("淄博",)})
    archive = [
        Document(
            item.id, item.title, item.body, f"2020-01-{1 + item.id % 28:02d}", facets=cities[item.id % 2]
        )
        for item in make_archive(int)
    ]
    engine.open(write_archive(tmp_path, archive, SHARDED), archive)
    answer = engine.search("人员在场", filters={"city": "聊城", "from": "2020-01-02"}, sort="newest")
    assert (answer["exact"], answer["waves"]) == (True, 3)
    assert answer["results"]


@pytest.mark.parametrize("query", ["人员有要求", "人员在求", "人员的人", "关要求 蝴蝶", "蝴蝶关要", "𠮷野家"])
def test_words_of_a_query_without_hits_are_three_waves_away(engine, tmp_path, query):
    """The lists of their parts come with their own."""
    archive = [*make_archive(int), Document(400, "", "蝴蝶"), Document(401, "", "𠮷野")]
    engine.open(write_archive(tmp_path, archive, SHARDED), archive)
    answer = engine.search(query)
    assert not answer["exact"]
    assert answer["results"]
    assert answer["waves"] <= 3


def test_words_that_were_typed_stay_whole(engine, tmp_path):
    """关 is so rare before 要求 that 关要求 would be cut; typed beside another word it is looked for as it is."""
    archive = [Document(number, "", f"{FILLER}要求{'关要求' if number == 5 else ''}") for number in range(60)]
    engine.open(write_archive(tmp_path, archive, SHARDED), archive)
    assert engine.search("关要求 蝴蝶")["words"] == ["关要求"]
    assert [result["id"] for result in engine.search("关要求 蝴蝶")["results"]] == [5]


def test_few_doubtful_candidates_do_not_hold_up_the_words(engine, tmp_path):
    """One article holds all pairs of the query, by chance; those of its words are looked at beside it."""
    archive = [Document(number, "", f"{FILLER}聊城{FILLER}医院") for number in range(200)]
    archive += [Document(200, "", "聊城，城医，医院")]
    engine.open(write_archive(tmp_path, archive, SHARDED), archive)
    answer = engine.search("聊城医院")
    assert (answer["exact"], answer["waves"], answer["words"]) == (False, 3, ["聊城", "医院"])
    assert len(answer["results"]) == 10


def test_a_long_query_without_hits_says_that_its_words_are_looked_for(engine, tmp_path):
    """Its parts' lists are a wave of their own; the answer does not wait for what comes behind them."""
    archive = make_archive(int)
    engine.open(write_archive(tmp_path, archive, SHARDED), archive)
    query = "天气很好人员在场有关要求"
    first = engine.search(query, step=True)
    assert (first["results"], first["isPart"], first["waves"]) == ([], True, 3)
    assert first["totalIsApproximate"]
    then = engine.search(query, step=True)
    assert (bool(then["results"]), then["exact"], then["waves"]) == (True, False, 4)


@pytest.mark.parametrize("query", ["忙天忙田忙收忙", "忙天忙田忙", "忙天", "天气很好人员在场有关要求"])
def test_every_answer_takes_one_wave_more(engine, tmp_path, query):
    """Also where no two characters stand together, and the lists of single ones are a wave of their own."""
    archive = make_archive(int)
    archive = [Document(item.id, "", item.body.replace("忙", "")) for item in archive] + [
        Document(400, "", "忙，天")
    ]
    engine.open(write_archive(tmp_path, archive, SHARDED), archive)
    waves = 3
    while (answer := engine.search(query, step=True))["isPart"] and not answer["results"]:
        assert answer["waves"] <= waves
        waves += 1
    assert answer["waves"] <= waves
    assert not answer["exact"]


def test_an_end_of_a_word_is_told_by_a_list(engine, tmp_path):
    """200 articles hold 方回 and 回应, one of them after 中: its list is asked for as well."""
    archive = [
        Document(number, "", f"{FILLER}中{'方' if number == 3 else '，对方'}回应消息说{FILLER}")
        for number in range(200)
    ]
    engine.open(write_archive(tmp_path, archive, SHARDED), archive)
    answer = engine.search("中方回应消息说")
    assert [result["id"] for result in answer["results"]] == [3]
    assert answer["texts"] == 1


@pytest.mark.parametrize("query", ["收，麦", "收”，麦", "收，麦，收"])
def test_a_bridge_tells_what_stands_across_punctuation(engine, tmp_path, query):
    """All 300 articles hold both characters and the marks, one of them side by side."""
    archive = [
        Document(number, "", f"{FILLER}，麦、收”，{FILLER}{query if number == 9 else ''}")
        for number in range(300)
    ]
    engine.open(write_archive(tmp_path, archive, SHARDED), archive)
    answer = engine.search(query)
    assert [result["id"] for result in answer["results"]] == [9]
    assert (answer["waves"], answer["texts"] <= 3) == (3, True)


def test_bridges_that_share_a_code_count_a_document_once(engine, tmp_path):
    """Some 900 bridges of each article meet in a few hundred codes: no list may name an article twice."""
    units = [chr(0x4E00 + number) for number in range(1000)]
    archive = [Document(0, "", "".join(f"{unit}、" for unit in units) + "国、于")]
    archive += [
        Document(number, "", "".join(f"{unit}，" for unit in units[number:900])) for number in range(1, 40)
    ]
    engine.open(write_archive(tmp_path, archive, SHARDED), archive)
    answer = engine.search("国、于", full=True)
    assert ([result["id"] for result in answer["results"]], answer["total"]) == ([0], 1)
    answer = engine.search(f"{units[500]}，{units[501]}", limit=100)
    assert sorted(result["id"] for result in answer["results"]) == list(range(1, 40))


@pytest.mark.parametrize("size", [20, 40])
def test_a_bridge_in_a_title_counts(engine, tmp_path, size):
    archive = [Document(number, "", f"说国、于{FILLER}") for number in range(size)]
    archive[5] = Document(5, "国、于", FILLER)
    engine.open(write_archive(tmp_path, archive, SHARDED), archive)
    assert engine.search("国、于")["results"][0]["id"] == 5


def test_joined_terms_leave_false_candidates_out(engine, tmp_path):
    """360 articles hold 关要 and 要求, 40 hold 关要求: no text of the 360 is asked for."""
    archive = make_archive(int)
    engine.open(write_archive(tmp_path, archive, SHARDED), archive)
    answer = engine.search("关要求")
    assert answer["total"] == 40
    assert answer["texts"] <= 18


def open_torn(engine, folder, is_whole):
    """Open 400 articles that hold 甲乙丙丁, or only its pairs, parted by punctuation."""
    archive = [
        Document(number, "", f"{FILLER}{'甲乙丙丁' if is_whole(number) else '甲乙，乙丙，丙丁'}")
        for number in range(400)
    ]
    plan = SHARDED.__class__(whole_bytes=-1, single_segment=8)
    engine.open(write_archive(folder, archive, plan), archive)


def test_a_page_shows_what_it_has_and_goes_on(engine, tmp_path):
    """Nothing in the index tells 甲乙，乙丙丁 from 甲乙丙丁 where the pairs are rare."""
    open_torn(engine, tmp_path, lambda number: number % 6 == 0)
    first = engine.search("甲乙丙丁")
    assert first["isPart"]
    assert 0 < len(first["results"]) < 10
    assert first["waves"] <= 3
    assert first["totalIsApproximate"]
    again = engine.search("甲乙丙丁")
    assert len(again["results"]) > len(first["results"])
    whole = engine.search("甲乙丙丁", full=True)
    assert len(whole["results"]) == 10
    assert not whole["isPart"]
    found = [result["id"] for result in whole["results"]]
    assert found[: len(first["results"])] == [result["id"] for result in first["results"]]
    assert len(engine.search("甲乙丙丁", limit=100)["results"]) == 67


def test_a_search_without_a_hit_yet_says_how_far_it_is(engine, tmp_path):
    """The one hit is the last of 400 candidates: no answer before says that there is none."""
    open_torn(engine, tmp_path, lambda number: number == 7)
    looked = []
    while not (answer := engine.search("甲乙丙丁", step=True))["results"]:
        assert answer["isPart"]
        assert answer["exact"]
        assert answer["totalIsApproximate"]
        assert answer["total"] + answer["looked"] == 400
        looked.append(answer["looked"])
        assert answer["waves"] == 2 + len(looked)
    assert looked[0] == 26
    assert looked == sorted(set(looked))
    assert [result["id"] for result in answer["results"]] == [7]


def test_a_search_goes_on_to_the_first_hit_unless_it_is_to_step(engine, tmp_path):
    open_torn(engine, tmp_path, lambda number: number == 7)
    assert [result["id"] for result in engine.search("甲乙丙丁")["results"]] == [7]
    assert engine.search("甲乙丙丁", offset=1)["results"] == []


def test_a_search_that_is_to_be_whole_goes_on_by_itself(engine, tmp_path):
    open_torn(engine, tmp_path, lambda number: number == 7)
    answer = engine.search("甲乙丙丁", full=True)
    assert ([result["id"] for result in answer["results"]], answer["isPart"]) == ([7], False)


def test_nothing_is_said_to_be_found_only_when_all_was_looked_at(engine, tmp_path):
    open_torn(engine, tmp_path, lambda _: False)
    answers = [engine.search("甲乙丙丁", step=True)]
    while answers[-1]["isPart"] and not answers[-1]["results"]:
        answers.append(engine.search("甲乙丙丁", step=True))
    assert len(answers) > 5
    looked = [answer["looked"] for answer in answers if answer["exact"]]
    assert looked[-1] > 300
    assert not answers[-1]["exact"]
    assert set(answers[-1]["words"]) <= {"甲乙", "乙丙", "丙丁", "甲乙丙", "乙丙丁", "甲", "丁"}

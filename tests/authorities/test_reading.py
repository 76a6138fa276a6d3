"""The reader of the tables: what it gives, and that it says clearly what is wrong."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.authorities import AuthorityError, Problem, load_authorities

CITIES = """
[reading]
false_endings = ["路"]
[[city]]
name = "聊城"
slug = "liaocheng"
aliases = ["聊城市"]
latitude = 36.46
longitude = 115.99
[[county]]
name = "莘县"
city = "聊城"
slug = "shenxian"
towns = ["燕店镇"]
former_towns = ["燕店乡"]
[[zone]]
name = "聊城高新技术产业开发区"
city = "聊城"
slug = "liaocheng-gaoxinqu"
short_names = ["高新区"]
towns = ["燕店镇"]
"""
NEWSPAPERS = """
[reading]
unit_endings = ["融媒体中心"]
[[newspaper]]
name = "聊城日报"
slug = "liaocheng-ribao"
city = "聊城"
aliases = ["聊报"]
[[newspaper]]
name = "大众日报"
slug = "dazhong-ribao"
"""
TOPICS = """
[[topic]]
name = "教育"
slug = "jiaoyu"
definition = "学校"
iptc = "05000000"
fallback = true
telling = ["学校"]
against = ["股市"]
"""
TABLES = {"cities.toml": CITIES, "newspapers.toml": NEWSPAPERS, "topics.toml": TOPICS}


def write_tables(folder: Path, **changed: str) -> Path:
    for name, text in TABLES.items():
        (folder / name).write_text(changed.get(name.removesuffix(".toml"), text), encoding="utf-8")
    return folder


def problems_of(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(AuthorityError) as caught:
        load_authorities(folder)
    return caught.value.problems


def test_tables_as_types(tmp_path: Path) -> None:
    tables = load_authorities(write_tables(tmp_path))
    shenxian = tables.places.find("莘县")
    assert shenxian is not None and shenxian.slug == "shenxian" and shenxian.latitude is None
    assert [town.name for town in tables.places.towns_of("莘县")] == ["燕店镇", "燕店乡"]
    assert [town.zone for town in tables.places.towns] == ["聊城高新技术产业开发区", None]
    assert [place.name for place in tables.places.counties_of("聊城")] == ["莘县", "聊城高新技术产业开发区"]
    assert tables.places.resolve("聊城市") == tables.places.cities[0]
    assert tables.newspapers.find("聊报") == tables.newspapers.rows[0]
    assert dict(tables.topics.rows[0].terms) == {"学校": 3.0, "股市": -2.0}


def test_tags_have_slugs_and_kinds(tmp_path: Path) -> None:
    tables = load_authorities(write_tables(tmp_path))
    slugs = {
        "聊城": "liaocheng",
        "莘县": "shenxian",
        "聊城高新技术产业开发区": "liaocheng-gaoxinqu",
        "教育": "jiaoyu",
    }
    assert tables.tag_slugs() == slugs
    kinds = {name: tables.kind_of_tag(name) for name in [*slugs, "聊城市", "聊城日报"]}
    assert list(kinds.values()) == ["city", "county", "county", "topic", None, None]


def test_a_reporters_unit_names_no_newspaper(tmp_path: Path) -> None:
    newspapers = load_authorities(write_tables(tmp_path)).newspapers
    assert newspapers.find_in("大众日报淄博融媒体中心记者") == ()
    (mention,) = newspapers.find_in("今日聊城日报 A1")
    assert (mention.newspaper.name, mention.start, mention.end) == ("聊城日报", 2, 6)


@pytest.mark.parametrize(
    ("table", "old", "new", "block", "reason"),
    [
        ("cities", 'slug = "shenxian"\n', "", "county 莘县", "slug is missing"),
        (
            "cities",
            '"shenxian"',
            '"liaocheng"',
            "county 莘县",
            'slug "liaocheng" is already taken by city 聊城',
        ),
        ("cities", '"shenxian"', '"莘县"', "county 莘县", "cannot be an address"),
        ("cities", '"shenxian"', '"search"', "county 莘县", "cannot be an address"),
        ("cities", 'name = "莘县"', 'name = "聊城市"', "county 聊城市", "already means city 聊城"),
        ("cities", 'name = "莘县"\n', "", "county number 1", "name is missing"),
        (
            "cities",
            'towns = ["燕店镇"]\nformer',
            'landmarks = ["聊城市"]\ntowns = ["燕店镇"]\nformer',
            "county 莘县",
            "already means city 聊城",
        ),
        (
            "cities",
            'city = "聊城"\nslug = "shen',
            'city = "德州"\nslug = "shen',
            "county 莘县",
            'city "德州" has no',
        ),
        ("cities", "36.46", "136.46", "city 聊城", "latitude must be a number from -90 to 90"),
        ("cities", "36.46", "true", "city 聊城", "latitude must be a number"),
        ("cities", "latitude = 36.46\n", "", "city 聊城", "latitude and longitude go together"),
        ("cities", "aliases =", "alias =", "city 聊城", "alias is not known here"),
        ("cities", '["聊城市"]', '"聊城市"', "city 聊城", "aliases must be a list of texts"),
        ("cities", '["聊城市"]', '["聊城市", "聊城市"]', "city 聊城", "holds 聊城市 twice"),
        ("cities", '"liaocheng"', "7", "city 聊城", "slug must be a text"),
        (
            "cities",
            'towns = ["燕店镇"]\nfor',
            'towns = ["河店镇"]\nfor',
            "zone 聊城高新技术产业开发区",
            "燕店镇",
        ),
        ("cities", "[[county]]", "[county]", "county", "must be written as blocks"),
        ("cities", "[[zone]]", "[[zones]]", "zones", "is not known here"),
        ("newspapers", 'city = "聊城"', 'city = "临沂"', "newspaper 聊城日报", 'city "临沂" has no block'),
        ("newspapers", '"聊报"', '"大众日报"', "newspaper 大众日报", "already means newspaper 聊城日报"),
        ("newspapers", '"dazhong-ribao"', '"jiaoyu"', "newspaper 大众日报", "already taken by topic 教育"),
        (
            "topics",
            'name = "教育"',
            'name = "莘县"',
            "topic 莘县",
            "already taken by county 莘县 in cities.toml",
        ),
        ("topics", '["股市"]', '["学校"]', "topic 教育", "学校 stands in two of its lists"),
        ("topics", "fallback = true", 'kind = "story"', "topic 教育", 'kind "story" must be one of'),
        ("topics", "fallback = true", 'fallback = "yes"', "topic 教育", "fallback must be true or false"),
        ("topics", '"05000000"', '"05"', "topic 教育", "iptc must be the eight digits"),
    ],
)
def test_a_wrong_row_is_named(
    tmp_path: Path, table: str, old: str, new: str, block: str, reason: str
) -> None:
    text = TABLES[f"{table}.toml"]
    assert old in text
    problems = problems_of(write_tables(tmp_path, **{table: text.replace(old, new, 1)}))
    assert any(
        problem.file == f"{table}.toml" and problem.block == block and reason in problem.reason
        for problem in problems
    ), problems


def test_all_mistakes_are_reported_together(tmp_path: Path) -> None:
    cities = CITIES.replace("36.46", '"north"').replace('slug = "shenxian"\n', "")
    topics = TOPICS.replace('definition = "学校"\n', "")
    folder = write_tables(tmp_path, cities=cities, topics=topics)
    assert {problem.block for problem in problems_of(folder)} == {"city 聊城", "county 莘县", "topic 教育"}
    with pytest.raises(AuthorityError, match=r"(?s)cities\.toml: city 聊城: .*topics\.toml: topic 教育: "):
        load_authorities(folder)


def test_a_missing_file_a_broken_file_and_a_foreign_encoding(tmp_path: Path) -> None:
    write_tables(tmp_path, topics="[[topic]\nname = ")
    (tmp_path / "cities.toml").unlink()
    (tmp_path / "newspapers.toml").write_bytes("[reading]\n# 报".encode("gb18030"))
    reasons = {problem.file: problem.reason for problem in problems_of(tmp_path)}
    assert "cannot be read" in reasons["cities.toml"]
    assert "line 1" in reasons["topics.toml"]
    assert "UTF-8" in reasons["newspapers.toml"]


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    folder = write_tables(tmp_path)
    (folder / "topics.toml").write_text(TOPICS, encoding="utf-8-sig")
    assert load_authorities(folder).topics.names == ("教育",)


KEYS = ["name", "slug", "aliases", "city", "latitude", "longitude", "towns", "short_names", "terms", "kind"]
VALUES = [
    '"聊城"',
    '""',
    '"a b"',
    "1",
    "-200.5",
    "true",
    "[]",
    '["x"]',
    "[1]",
    "{ a = 1 }",
    "2020-01-01",
    '"liaocheng"',
]


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(["city", "county", "zone", "newspaper", "topic", "reading"]),
    st.dictionaries(st.sampled_from(KEYS), st.sampled_from(VALUES)),
)
def test_any_block_loads_or_is_refused_by_name(kind: str, fields: dict[str, str]) -> None:
    block = f"[[{kind}]]\n" + "".join(f"{key} = {value}\n" for key, value in fields.items())
    with pytest.MonkeyPatch.context() as patch:
        texts = {name: text + "\n" + block for name, text in TABLES.items()}
        patch.setattr(Path, "read_text", lambda path, **_: texts[path.name])
        try:
            assert load_authorities(Path("anywhere")).places.rows
        except AuthorityError as error:
            assert all(
                problem.file in TABLES and problem.block and problem.reason for problem in error.problems
            )

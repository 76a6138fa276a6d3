"""The engine on the built site finds what a plain substring search finds, and nothing else."""

import random
import tomllib

import pytest
from playwright.sync_api import Page

from tests.site.built_site import ROOT, Site

SEED = 20230301
SAMPLES = 200
NEAR_MISSES = 5  # an article

# A query to each article's path, for every hit; the engine runs as the search page runs it.
SEARCH_ALL = """
async ({engine, index, queries}) => {
    const {open} = await import(engine);
    const opened = await open(index);
    const found = {};
    for (const query of queries) {
        const {total, exact, results} = await opened.search(query, {limit: Infinity});
        found[query] = {total, exact, urls: results.map((result) => result.url)};
    }
    return found;
}
"""


def sample_strings(site: Site) -> list[str]:
    """Strings of 2 to 12 characters as a reader copies them, from any place in any article."""
    chance = random.Random(SEED)
    blocks = [block for article in site.articles.values() for block in article.blocks if len(block) > 1]
    strings: set[str] = set()
    while len(strings) < SAMPLES:
        block = chance.choice(blocks)
        size = min(chance.randint(2, 12), len(block))
        start = chance.randrange(len(block) - size + 1)
        string = block[start : start + size]
        # White space parts words, quotes make a phrase, a minus excludes: those are other queries.
        if not set(string) & set(' \u3000\t"“”＂') and string[0] not in "-－" and is_searchable(string):
            strings.add(string)
    return sorted(strings)


def near_misses(site: Site) -> list[str]:
    """Strings of three characters that stand in no article, though one article holds both of their pairs.

    An index of pairs alone would take them for hits.
    """
    chance = random.Random(SEED)
    strings: set[str] = set()
    for article in site.articles.values():
        pairs = sorted({text[at : at + 2] for text in article.blocks for at in range(len(text) - 1)})
        pairs = [pair for pair in pairs if pair.isalpha()]
        chained = [first + last[1] for first in pairs for last in pairs if first[1] == last[0]]
        missing = [string for string in chained if not site.holding(string)]
        strings.update(chance.sample(missing, min(NEAR_MISSES, len(missing))))
    return sorted(strings)


def is_searchable(string: str) -> bool:
    """Whether a string holds two letters, digits or Chinese characters: `，“` alone is no query."""
    return sum(character.isalnum() for character in string) >= 2


def place_names() -> list[str]:
    tables = tomllib.loads((ROOT / "content/authorities/cities.toml").read_text("utf-8"))
    return [place["name"] for kind in ("city", "county") for place in tables[kind]]


@pytest.mark.browser
def test_every_string_is_found_where_it_stands_and_nowhere_else(site: Site, page: Page) -> None:
    queries = [*sample_strings(site), *near_misses(site), *place_names(), "1", "聊", "不在任何文章里的字句"]
    page.goto(site.address + "search/")
    paths = {"engine": f"{site.base}theme/js/search/engine.js", "index": f"{site.base}search/index/"}
    found = page.evaluate(SEARCH_ALL, paths | {"queries": queries})
    # A query without an exact hit falls back to its words and says so: `exact` is false then.
    exact = {query: hits for query, hits in found.items() if hits["exact"]}
    wrong = {query: sorted(site.holding(query) ^ paths_of(exact.get(query), site)) for query in queries}
    assert {query: paths for query, paths in wrong.items() if paths} == {}
    assert all(hits["total"] == len(hits["urls"]) for hits in found.values())


def paths_of(hits: dict[str, list[str]] | None, site: Site) -> set[str]:
    """The paths below the site's root of the URLs of results, which are relative to it."""
    return {url.removeprefix(site.address).removeprefix("/") for url in hits["urls"]} if hits else set()

"""The engine behind its worker, in Chromium."""

import pytest

from plugins.search_index.builder import Plan
from plugins.search_index.documents import Document
from tests.search_index.bench.server import CountingServer
from tests.search_index.engine import write_archive
from tests.search_index.test_scripts import THEME

PAGE = "<!doctype html><html lang='zh-CN'><meta charset='utf-8'><title>t</title>"
ARTICLE = "<article><h1>标题{0}</h1><p>第{0}篇：电子健康卡&amp;医保。</p></article>"
# Only every third article holds 健康卡; the others hold its pairs.
OTHER = "<article><h1>标题{0}</h1><p>第{0}篇：健康 康卡。</p></article>"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """An archive whose texts are on pages of their own."""
    folder = tmp_path_factory.mktemp("site")
    pages = {f"/a/{number}/": (OTHER if number % 3 else ARTICLE).format(number) for number in range(30)}
    archive = [
        Document(
            number,
            f"标题{number}",
            f"第{number}篇：健康 康卡。" if number % 3 else f"第{number}篇：电子健康卡&医保。",
            url=f"a/{number}/",
        )
        for number in range(30)
    ]
    write_archive(folder / "index", archive, Plan(whole_bytes=-1, single_segment=8, root="../"))

    def find(path):
        if path == "/":
            return PAGE.encode()
        if path in pages:
            return pages[path].encode()
        file = (THEME if path.startswith("/search/") else folder) / path.removeprefix("/")
        return file.read_bytes() if file.is_file() else None

    server = CountingServer(find)
    yield server
    server.close()


@pytest.fixture(scope="module")
def page(browser, site):
    page = browser.new_page()
    page.goto(f"{site.address}/")
    page.evaluate(
        """async () => {
            const {connect} = await import("/search/client.js");
            window.engine = await connect("index/");
        }"""
    )
    yield page
    page.close()


def test_a_hit_is_verified_on_its_page(page):
    answer = page.evaluate("engine.search('健康卡', {limit: Infinity, facets: ['year']})")
    assert sorted(result["id"] for result in answer["results"]) == list(range(0, 30, 3))
    assert (answer["total"], answer["totalIsApproximate"], answer["exact"]) == (10, False, True)
    extract = page.evaluate("async (r) => engine.extract(r, ['健康卡'])", answer["results"][0])
    assert [extract["text"][start:end] for start, end in extract["marks"]] == ["健康卡"]
    assert "卡&医保" in extract["text"]


def test_scripts_of_filters_come_with_the_index_where_they_are_wanted(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    connect = "async (more) => void (await (await import('/search/client.js')).connect('index/', more))"
    page.evaluate(connect, {})
    assert not {"filters.js", "columns.js"} & set(asked)
    with page.expect_request("**/columns.js"):
        page.evaluate(connect, {"isNarrow": True})
    assert "filters.js" in asked


def test_a_query_can_be_given_up(page):
    said = page.evaluate(
        """async () => {
            const control = new AbortController();
            const search = engine.search("电子", {signal: control.signal});
            control.abort();
            return search.catch((error) => error.name);
        }"""
    )
    assert said == "AbortError"
    assert page.evaluate("engine.search('电子').then(({total}) => total)") == 10


def test_a_fault_comes_through_with_its_code(page):
    fault = "error => ({name: error.name, code: error.code, message: error.message})"
    said = page.evaluate(f"engine.search('x', {{sort: 'random'}}).catch({fault})")
    assert said["name"] == "SearchError"
    assert said["code"] == "usage"
    assert said["message"].startswith('search: "random" is no sort')
    missing = page.evaluate(
        f"""async () => (await import("/search/client.js")).connect("none/").catch({fault})"""
    )
    assert missing["code"] == "missing"

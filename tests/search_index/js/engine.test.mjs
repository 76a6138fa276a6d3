import assert from "node:assert/strict";
import { test } from "node:test";
import { SearchError, open } from "../../../theme/static/js/search/engine.js";
import { crc32 } from "../../../theme/static/js/search/loader.js";
import { cutExtract, findPlaces, nearness } from "../../../theme/static/js/search/matching.js";
import { chooseTerms } from "../../../theme/static/js/search/choice.js";
import { parseQuery, planWord, readQuery } from "../../../theme/static/js/search/query.js";
import { Folding } from "../../../theme/static/js/search/folding.js";
import { riceShift } from "../../../theme/static/js/search/bits.js";

const encode = (text) => new TextEncoder().encode(text);

/** A manifest of a small archive, as the index writes it (in ASCII, which GBK holds). */
function manifest(more = {}) {
  const article = { card: ["p/01", "Title", "2020-05-19"], body: "first words\nsecond words" };
  const about = {
    format: "jianbao-search-index",
    version: 4,
    documents: 1,
    root: "../../",
    urls: "articles/{id}/",
    numbers: null,
    folding: "",
    articles: [article],
    ...more,
  };
  const rest = JSON.stringify(about).slice(1);
  const sum = crc32(encode(rest), crc32(encode("manifest.json")))
    .toString(16)
    .padStart(8, "0");
  return encode(`{"crc32":"${sum}",${rest}`);
}

const serve = (files) => async (url) => (files[url] ? new Response(files[url]) : new Response("", { status: 404 }));

test("opens with or without a slash, and searches", async () => {
  for (const url of ["/i", "/i/"]) {
    const engine = await open(url, { fetch: serve({ "/i/manifest.json": manifest() }) });
    const { total, results } = await engine.search("SECOND");
    assert.equal(total, 1);
    assert.equal(results[0].url, "articles/p/01/");
  }
});

test("an index of another kind or version is refused", async () => {
  const files = {
    "/a/manifest.json": manifest({ format: "other" }),
    "/b/manifest.json": manifest({ version: 7 }),
    "/c/manifest.json": encode("<html>"),
  };
  const opening = (url) => open(url, { fetch: serve(files), pauses: [] });
  await assert.rejects(opening("/a"), (error) => error instanceof SearchError && error.code === "version");
  await assert.rejects(opening("/b"), { code: "version", message: /format 7/ });
  await assert.rejects(opening("/c"), { code: "damaged" });
});

test("a query that was given up says so", async () => {
  const engine = await open("/i", { fetch: serve({ "/i/manifest.json": manifest() }) });
  await assert.rejects(engine.search("first", { signal: AbortSignal.abort() }), { name: "AbortError" });
});

test("what a query asks for", () => {
  const read = (text) => {
    const { words, without } = parseQuery(text, new Folding("　 "));
    return [words.map((word) => word.text), without.map((word) => word.text)];
  };
  assert.deepEqual(read("聊城　教育  聊城"), [["聊城", "教育"], []]);
  assert.deepEqual(read('"a B" c -d -"e f"'), [
    ["a b", "c"],
    ["d", "e f"],
  ]);
  assert.deepEqual(read("“学雷锋” 活动"), [["学雷锋", "活动"], []]);
  assert.deepEqual(read("a“b”c"), [["a“b”c"], []]);
  assert.deepEqual(read("-19"), [["-19"], []]);
  assert.deepEqual(read("疫情 -19"), [["疫情"], ["19"]]);
  assert.deepEqual(read("covid-19 -"), [["covid-19", "-"], []]);
  assert.deepEqual(read("聊城 ——专家 —特写 －教育"), [["聊城", "--专家", "-特写"], ["教育"]]);
  assert.deepEqual(read('聊城 —"专家"'), [["聊城", "专家"], []]);
  assert.deepEqual(read('"未完'), [["未完"], []]);
  assert.deepEqual(read('""'), [['""'], []]);
  assert.deepEqual(read(" \n\t"), [[], []]);
});

test("what a query may mean, one after the other", () => {
  const read = (text) => readQuery(text, new Folding("")).map(({ words }) => words.map((word) => word.text).join(" "));
  assert.deepEqual(read("聊城"), ["聊城"]);
  assert.deepEqual(read("“学雷锋” 活动"), ["“学雷锋” 活动", "学雷锋 活动"]);
  assert.deepEqual(read('"健康卡 推广" 聊城'), ["健康卡 推广 聊城", "健康卡推广 聊城"]);
  assert.deepEqual(read('"covid 19"'), ["covid 19"]);
  assert.deepEqual(read("瞭解 瞭望"), ["瞭解 瞭望", "了解 瞭望"]);
  assert.deepEqual(read("答覆 覆盖 憑藉 慰藉"), ["答覆 覆盖 憑藉 慰藉", "答复 覆盖 憑借 慰藉"]);
});

test("lists are asked for until few documents are expected", () => {
  // What the sketch would say: 3 for what is everywhere, 0 for what is rare.
  const levels = { 人民: 3, 民医: 0, 医院: 2, 聊城: 0, 城市: 3, 的人: 2, 市的: 3 };
  const sketch = { level: (term) => levels[term] ?? 0, isJoined: () => false };
  const choose = (text, size) => chooseTerms(text.split(" ").map((word) => planWord(word)), sketch, size);
  assert.deepEqual(choose("城市的人民医院", 10_000), [["民医", "的人", "医院"]]);
  assert.deepEqual(choose("城市的人民医院", 100), [["民医", "的人"]]);
  // Of a word of four to six units, all: should nothing hold it, its parts are looked for.
  assert.deepEqual(choose("人民医院", 100), [["民医", "医院", "人民"]]);
  // Every word has a term; what the words leave over together says how many more.
  assert.deepEqual(choose("人民 城市 聊城", 10_000), [["人民"], ["城市"], ["聊城"]]);
  assert.deepEqual(choose("人民医院 聊城", 100), [["民医"], ["聊城"]]);
});

test("words near one another", () => {
  const words = [{ text: "ab" }, { text: "cd" }];
  assert.equal(nearness("ab......cd..abcd", words), 4);
  assert.equal(nearness("cd.ab", words), 5);
  assert.equal(nearness("ab", words), Infinity);
  assert.deepEqual(findPlaces("aaaa", "aa"), [0, 2]);
});

test("extracts show the stretch with most words, whole characters and marks", () => {
  const text = "无".repeat(200) + "聊城" + "间".repeat(40) + "聊城教育" + "尾".repeat(100);
  const { text: shown, marks, isCut } = cutExtract(text, text, [{ text: "聊城" }, { text: "教育" }], 90);
  assert.deepEqual(
    marks.map(([from, to]) => shown.slice(from, to)),
    ["聊城", "聊城教育"],
  );
  assert.equal(shown.length, 90);
  assert.deepEqual(isCut, [true, true]);
  const pairs = "𠮷".repeat(100);
  assert.doesNotMatch(cutExtract(pairs, pairs, [{ text: "野" }], 45).text, /^[\udc00-\udfff]|[\ud800-\udbff]$/);
});

test("the Rice parameter is that of the index", () => {
  for (let shift = 0; shift < 31; shift++) assert.equal(riceShift(1, 1 + Math.ceil((16 * 2 ** shift) / 11)), shift);
  assert.equal(riceShift(0, 0), 0);
  assert.equal(riceShift(5, 5), 0);
});

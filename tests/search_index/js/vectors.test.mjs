import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { crc32 } from "../../../theme/static/js/search/loader.js";
import { readBase64 } from "../../../theme/static/js/search/bits.js";
import { Folding } from "../../../theme/static/js/search/folding.js";
import { articleText } from "../../../theme/static/js/search/page_text.js";
import { alphabet, locateTerm } from "../../../theme/static/js/search/codes.js";
import { bridgesOf } from "../../../theme/static/js/search/bridges.js";
import { cutRuns, isRunUnit, termsOf } from "../../../theme/static/js/search/terms.js";

const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), "utf8"));
const vectors = read("vectors.json");
const folding = new Folding(process.env.FOLD_PAIRS, readBase64(process.env.FOLD_TRADITIONAL));

for (const [text, folded] of vectors.fold) test(`folds ${text}`, () => assert.equal(folding.fold(text), folded));
for (const [text, runs] of vectors.runs) test(`runs of ${text}`, () => assert.deepEqual(cutRuns(text), runs));
for (const [run, terms] of vectors.terms) test(`terms of ${run}`, () => assert.deepEqual(termsOf(run), terms));
for (const [term, family, code] of vectors.codes) {
  test(`code of ${term}`, () => {
    const located = locateTerm(term);
    assert.deepEqual([located.family, located.code], [family, code]);
  });
}
for (const [text, bridges] of vectors.bridges) {
  test(`bridges of ${text}`, () => {
    const found = bridgesOf(text);
    assert.deepEqual(found.map(({ term }) => term), bridges.map((bridge) => `\n${bridge}`));
    for (const { term, at, length } of found) assert.equal(text[at] + text[at + length - 1], term[1] + term[4]);
  });
}
for (const [bridge, documents, code] of vectors.bridge_codes) {
  test(`code of ${bridge} among ${documents}`, () => assert.equal(locateTerm(`\n${bridge}`, documents).code, code));
}
for (const { about, html, text } of read("page_texts.json")) test(about, () => assert.equal(articleText(html), text));

test("whole tables are those of the index", () => {
  const flags = Uint8Array.from({ length: 0x10000 }, (_, unit) => Number(isRunUnit(unit)));
  assert.equal(crc32(flags), vectors.tables.run_units);
  assert.equal(crc32(new Uint8Array(alphabet.buffer)), vectors.tables.alphabet);
});

test("the whole fold table is that of the index", () => {
  const all = Uint16Array.from({ length: 0x10000 }, (_, unit) => folding.fold(String.fromCharCode(unit)).charCodeAt(0));
  assert.equal(crc32(new Uint8Array(all.buffer)), Number(process.env.FOLD_TABLE));
});

test("long texts fold as short ones", () => {
  const text = "電Ａ中".repeat(10000);
  assert.equal(folding.fold(text), "电a中".repeat(10000));
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { isEmpty, isNarrow, readState, searchOptions, writeState } from "../../../theme/static/js/search_state.js";

test("an address gives the state, and the state the address", () => {
  const address = "q=%E5%81%A5%E5%BA%B7&city=%E8%81%8A%E5%9F%8E&topic=a&topic=b&from=2023-01-01&sort=newest&page=3";
  const state = readState(`?${address}`);
  assert.equal(state.query, "健康");
  assert.deepEqual(state.filters, { city: ["聊城"], county: [], topic: ["a", "b"], newspaper: [], year: [] });
  assert.equal(writeState(state), address);
});

test("what cannot be understood counts as not given", () => {
  const state = readState("?q=&from=gestern&sort=random&page=-4&city=&city=");
  assert.deepEqual([state.from, state.sort, state.page, state.filters.city], ["", "best", 1, []]);
  assert.equal(writeState(state), "");
  assert.ok(isEmpty(state));
});

test("filters, dates and orders make a search narrow", () => {
  assert.equal(isNarrow(readState("?q=x&page=2")), false);
  for (const given of ["city=x", "from=2020-01-01", "to=2020-01-01", "sort=oldest"]) {
    assert.equal(isNarrow(readState(`?${given}`)), true);
  }
  assert.equal(isEmpty(readState("?sort=oldest")), true);
  assert.equal(isEmpty(readState("?city=x")), false);
});

test("any characters survive the address", () => {
  for (const query of ['"甲 乙" -丙', "a&b=c#d%20+", "<script>", "𠮷", " "]) {
    assert.equal(readState(`?${writeState({ ...readState(""), query })}`).query, query);
  }
});

test("the third page asks for hits from the 20th on", () => {
  const options = searchOptions(readState("?q=x&page=3&to=2023-12-31&year=2023"));
  assert.deepEqual([options.offset, options.limit, options.filters.to, options.filters.year], [20, 10, "2023-12-31", ["2023"]]);
  assert.ok(!("from" in options.filters));
});

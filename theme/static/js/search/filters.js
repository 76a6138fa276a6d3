import { SearchError } from "./errors.js";

const COLUMNS = ["city", "county", "topic", "newspaper", "kind"];
const FACETS = [...COLUMNS, "year"];
const PLURALS = {
  cities: "city",
  counties: "county",
  topics: "topic",
  newspapers: "newspaper",
  kinds: "kind",
  years: "year",
};
const DATE = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/;

/** Filters as named by the caller to one test a column: Map of column to (document → boolean). */
export async function makeTests(archive, filters, signal) {
  const tests = new Map();
  await Promise.all(
    Object.entries(filters ?? {}).map(async ([given, value]) => {
      const name = PLURALS[given] ?? given;
      const values = [value]
        .flat()
        .filter((item) => item !== null && item !== undefined && item !== "")
        .map(String);
      if (values.length === 0) return;
      if (name === "from" || name === "to") tests.set(name, await testDate(archive, name, values[0], signal));
      else if (name === "year") tests.set(name, await testYear(archive, values, signal));
      else if (COLUMNS.includes(name)) tests.set(name, await testColumn(archive, name, values, signal));
      else throw new SearchError("usage", `"${given}" is no filter; use ${FACETS.join(", ")}, from or to`);
    }),
  );
  return tests;
}

async function testColumn(archive, name, values, signal) {
  const column = await archive.column(name, signal);
  const kept = new Uint8Array(archive.size);
  for (const value of values) for (const document of column.get(value) ?? []) kept[document] = 1;
  return (document) => kept[document] === 1;
}

async function testYear(archive, values, signal) {
  const dates = await archive.dates(signal);
  return (document) => values.includes(String(dates[document] >> 9));
}

/** A date of lower precision passes when any day of it does: 2023-03 lies in a range from 2023-03-20. */
async function testDate(archive, name, value, signal) {
  const [, year, month, day] = DATE.exec(value) ?? [];
  if (!year) throw new SearchError("usage", `"${name}" is ${value}; write YYYY-MM-DD, YYYY-MM or YYYY`);
  const number = Number(year) * 512 + Number(month ?? 0) * 32 + Number(day ?? 0);
  const dates = await archive.dates(signal);
  if (name === "from") return (document) => lastDay(dates[document]) >= number;
  return (document) => dates[document] > 0 && dates[document] <= lastDay(number);
}

const lastDay = (number) => (number === 0 ? 0 : number & 31 ? number : number & 511 ? number | 31 : number | 511);

/**
 * Counts of each facet's values among the hits that pass the filters of all other facets, so that a reader sees
 * what choosing another value would give.
 */
export async function countFacets(archive, names, documents, tests, signal) {
  const facets = {};
  await Promise.all(
    (names === true ? FACETS : names).map(async (name) => {
      const others = [...tests].filter(([column]) => column !== name).map(([, test]) => test);
      const kept = new Uint8Array(archive.size);
      for (const document of documents) if (others.every((test) => test(document))) kept[document] = 1;
      facets[name] =
        name === "year" ? await countYears(archive, kept, signal) : await countColumn(archive, name, kept, signal);
    }),
  );
  return facets;
}

async function countColumn(archive, name, kept, signal) {
  const counts = [];
  for (const [value, documents] of await archive.column(name, signal)) {
    const count = documents.reduce((sum, document) => sum + kept[document], 0);
    if (count) counts.push({ value, count });
  }
  return counts.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

async function countYears(archive, kept, signal) {
  const counts = new Map();
  (await archive.dates(signal)).forEach((date, document) => {
    if (date && kept[document]) counts.set(date >> 9, (counts.get(date >> 9) ?? 0) + 1);
  });
  return [...counts].sort((a, b) => b[0] - a[0]).map(([year, count]) => ({ value: String(year), count }));
}

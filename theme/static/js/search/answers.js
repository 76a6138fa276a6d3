// From a query to its results: what is looked for, in which order, and what when nothing is found.

import { isHit } from "./matching.js";
import { keepHits } from "./postings.js";
import { readQuery } from "./query.js";
import { Results, orderCandidates } from "./results.js";

/** Finds answers in an archive: { results, exact, tests, hits }, with so many results found. */
export class Asker {
  constructor(archive, reader) {
    this.archive = archive;
    this.reader = reader;
  }

  async ask(text, { filters, sort, span }, signal) {
    const meanings = readQuery(text, this.reader.folding);
    const isFiltered = !isEmpty(filters);
    // All that the first list needs of ids, filters, dates and lists is asked for together.
    const [, tests, dates, ...found] = await Promise.all([
      meanings.every((query) => this.#isSure(query) && query.words.length < 2) || this.reader.learnIds(signal),
      isFiltered ? import("./filters.js").then(({ makeTests }) => makeTests(this.archive, filters, signal)) : new Map(),
      sort === "best" ? null : this.archive.dates(signal),
      ...meanings.map((query) => this.#find(query, isFiltered, signal)),
    ]);
    const scope = { tests, dates, sort };
    for (const [i, query] of meanings.entries()) {
      const answer = this.#collect(this.#question(query, isHit), found[i], scope, true);
      await answer.results.take(span, signal);
      if (answer.results.found.length || (tests.size && found[i].documents.length) || !query.words.length) return answer;
    }
    const answer = await this.#askWords(meanings.at(-1), scope, signal);
    await answer.results.take(span, signal);
    return answer;
  }

  /** Nothing holds the query: ask for its words. */
  async #askWords(query, scope, signal) {
    const { cutWords, findMost, holdsMost } = await import("./fallback.js");
    const loose = { ...query, words: await cutWords(query.words, this.archive, signal) };
    const question = this.#question(loose, (document) => holdsMost(document, loose));
    const hits = await this.#leaveOut(await findMost(loose.words, this.archive, signal), loose.without, signal);
    return this.#collect(question, hits, scope, false);
  }

  #collect(question, hits, { tests, dates, sort }, exact) {
    const all = [...tests.values()];
    const passing = all.length ? keepHits(hits, (document) => all.every((test) => test(document))) : hits;
    const results = new Results(this.reader, question, orderCandidates(passing, dates, sort), sort === "best");
    return { results, exact, tests, hits };
  }

  #question(query, accepts) {
    return { query, isSure: this.#isSure(query), accepts: (document) => accepts(document, query) };
  }

  /** Whether the lists alone tell what holds the query. */
  #isSure({ words, without }) {
    return this.archive.isVerified || [...words, ...without].every((word) => word.isSure);
  }

  /** All candidates; with nothing to look for but filters, all documents. */
  async #find({ words, without }, isFiltered, signal) {
    if (words.length) return this.#leaveOut(await this.archive.findWords(words, signal), without, signal);
    const size = isFiltered ? this.archive.size : 0;
    return { documents: Int32Array.from({ length: size }, (_, i) => i), scores: new Uint16Array(size), likely: 1 };
  }

  async #leaveOut(hits, without, signal) {
    const sure = without.filter((word) => word.isSure || this.archive.isVerified);
    const found = await Promise.all(sure.map((word) => this.archive.findWords([word], signal)));
    const out = new Set(found.flatMap(({ documents }) => [...documents]));
    return out.size ? keepHits(hits, (document) => !out.has(document)) : hits;
  }
}

const isEmpty = (filters) =>
  Object.values(filters).every((value) => value === null || value === "" || value?.length === 0);

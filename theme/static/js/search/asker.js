// From a query to its answer: what is looked for, in which order, and what when nothing is found.

import { Answer, Stage } from "./answer.js";
import { isHit } from "./matching.js";
import { keepHits } from "./postings.js";
import { readQuery } from "./query.js";
import { Results, orderCandidates } from "./results.js";

/** Finds answers in an archive. */
export class Asker {
  constructor(archive, reader) {
    this.archive = archive;
    this.reader = reader;
  }

  /** The answer to a query, of which no more than the posting lists is fetched. */
  async ask(text, { filters, sort }, signal) {
    const meanings = readQuery(text, this.reader.folding);
    const isFiltered = !isEmpty(filters);
    // The script that looks for parts comes with their lists.
    if (!this.archive.isVerified && this.archive.isParted(meanings.at(-1).words)) import("./fallback.js").catch(() => {});
    // All that the first list needs of ids, filters, dates and lists is asked for together.
    const [, tests, dates, ...found] = await Promise.all([
      meanings.every((query) => this.#isSure(query) && query.words.length < 2) || this.reader.learnIds(signal),
      isFiltered ? import("./filters.js").then(({ makeTests }) => makeTests(this.archive, filters, signal)) : new Map(),
      sort === "best" ? null : this.archive.dates(signal),
      ...meanings.map((query) => this.#find(query, isFiltered, signal)),
    ]);
    const scope = { tests, dates, sort };
    const stages = meanings.map((query, i) => Stage.of(this.#collect(this.#question(query, isHit, true), found[i], scope)));
    // What the filters alone leave out is not looked for in another way.
    const last = stages.findIndex(({ hits }, i) => (tests.size && hits.documents.length) || !meanings[i].words.length);
    if (last >= 0) return new Answer(stages.slice(0, last + 1), tests);
    let cut = null;
    const words = new Stage(async (signal) => {
      const isFirst = !cut;
      cut ??= await this.#cutWords(meanings.at(-1), found.at(-1), signal);
      return isFirst && cut.isEarly ? null : this.#askWords(meanings.at(-1), cut, scope, signal);
    });
    return new Answer([...stages, words], tests);
  }

  async #cutWords(query, { parts }, signal) {
    const { cutWords } = await import("./fallback.js");
    return cutWords(query.words, parts, this.archive, signal);
  }

  /** Nothing holds the query: ask for its words. */
  async #askWords(query, { words, isAtHand }, scope, signal) {
    const { findMost, holdsMost } = await import("./fallback.js");
    const loose = { ...query, words };
    const question = this.#question(loose, holdsMost, false);
    const hits = await this.#leaveOut(await findMost(loose.words, this.archive, signal), loose.without, signal);
    return { ...this.#collect(question, hits, scope), isAtHand };
  }

  #collect(question, hits, { tests, dates, sort }) {
    const all = [...tests.values()];
    const passing = all.length ? keepHits(hits, (document) => all.every((test) => test(document))) : hits;
    const results = new Results(this.reader, question, orderCandidates(passing, dates, sort), sort === "best");
    return { results, hits };
  }

  /** `exact`: all words have to be there as they stand. */
  #question(query, accepts, exact) {
    return { query, exact, isSure: this.#isSure(query), accepts: (document) => accepts(document, query) };
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

// The search engine: an ES module without DOM, for the browser, a worker, and Node 20 or later.
//
//   const engine = await open("/search/index/");
//   const { total, results } = await engine.search("电子健康卡", { limit: 10, filters: { city: "淄博" } });
//
// How the index is built and laid out: plugins/search_index/FORMAT.md.

import { SearchError } from "./errors.js";
import { cutWords, findMost, holdsMost } from "./fallback.js";
import { FACETS, countFacets, makeTests } from "./filters.js";
import { Folding } from "./folding.js";
import { Loader } from "./loader.js";
import { cutExtract, isHit } from "./matching.js";
import { articleText } from "./page_text.js";
import { keepHits } from "./postings.js";
import { parseQuery, planWord } from "./query.js";
import { Reader } from "./reader.js";
import { Results, orderCandidates } from "./results.js";
import { SegmentedArchive } from "./segments.js";
import { suggest } from "./suggestions.js";
import { WholeArchive } from "./whole.js";

export { SearchError };

const FORMAT = "jianbao-search-index";
const VERSION = 1;
const SORTS = ["best", "newest", "oldest"];
const MOST_ANSWERS = 8;

/**
 * Open the index at a URL. `fetch` replaces the global one (Node: one that reads files); `text(document, signal)`
 * gives the text that a hit is verified against, by default the <article> of the document's own page.
 * Throws SearchError when there is no index, it is damaged, or it is of another version.
 */
export async function open(indexURL, { fetch = globalThis.fetch.bind(globalThis), text, signal } = {}) {
  const base = String(indexURL).replace(/\/*$/, "/");
  const loader = new Loader(base, fetch);
  const manifest = await loader.json("manifest.json", signal, checkVersion);
  return new Engine(manifest, loader, text ?? ((document, aborting) => pageText(loader, base + manifest.root, document, aborting)));
}

function checkVersion(manifest) {
  if (manifest.format !== FORMAT) throw new SearchError("version", "manifest.json is no index of this kind; check the index URL");
  if (manifest.version !== VERSION) {
    const message = `the index has format ${manifest.version}, this engine reads ${VERSION}; reload the page, or build the index anew`;
    throw new SearchError("version", message);
  }
}

async function pageText(loader, root, document, signal) {
  if (!document.url) throw new SearchError("text", `${document.id} has no URL; open the index with a text function`);
  const text = articleText(await loader.page(root + document.url, signal));
  if (text === null) throw new SearchError("text", `${document.url} has no <article>; build the site anew`);
  return text;
}

class Engine {
  #manifest;
  #loader;
  #archive;
  #reader;
  #folding;
  #answers = new Map();

  constructor(manifest, loader, text) {
    this.#manifest = manifest;
    this.#loader = loader;
    this.#folding = new Folding(manifest.folding);
    this.#archive = manifest.articles ? new WholeArchive(manifest, this.#folding) : new SegmentedArchive(manifest, loader);
    this.#reader = new Reader(this.#archive, manifest, this.#folding, text);
  }

  /** How many documents the archive holds. */
  get size() {
    return this.#manifest.documents;
  }

  /**
   * Search. Returns { total, totalIsApproximate, exact, words, results, facets }. Every result is a true hit; with
   * `limit: Infinity` they are all hits. `exact` is false when nothing holds the query and the results hold its words.
   * Filters: city, county, topic, newspaper, kind, year (a value or several), from, to (dates). Sorts: best, newest,
   * oldest. `facets`: true or a list of names, to have them counted. `signal` gives the search up.
   */
  async search(query, { limit = 10, offset = 0, filters = {}, sort = "best", facets = false, signal } = {}) {
    if (!SORTS.includes(sort)) throw new SearchError("usage", `"${sort}" is no sort; use ${SORTS.join(", ")}`);
    signal?.throwIfAborted();
    const text = String(query ?? "");
    const answer = await this.#answer(text, filters, sort, offset + limit, signal);
    signal?.throwIfAborted();
    const { results, exact } = answer;
    return {
      total: results.total,
      totalIsApproximate: !results.isTotalKnown,
      exact,
      words: results.question.query.words.map((word) => word.text),
      results: results.found.slice(offset, offset + limit),
      ...(facets && { facets: await this.#countFacets(answer, facets === true ? FACETS : facets, signal) }),
    };
  }

  /** Queries to propose for what was typed, in Chinese or in pinyin: [{ text, kind }]. */
  async suggest(typed, { limit = 8, signal } = {}) {
    if (!this.#manifest.suggestions || !typed.trim()) return [];
    const { suggestions } = await this.#loader.json(this.#manifest.suggestions, signal);
    return suggest(suggestions, this.#folding.fold(typed.trim()), this.#folding, limit);
  }

  /** All values of the facets with their counts in the whole archive. */
  async facets({ names = FACETS, signal } = {}) {
    const all = Int32Array.from({ length: this.size }, (_, number) => number);
    return countFacets(this.#archive, names, all, new Map(), signal);
  }

  /** A stretch of a result's text with the places of the words: { text, marks: [[from, to]], isCut: [before, after] }. */
  async extract(result, words, { length = 90, signal } = {}) {
    const text = await this.#reader.text(result, signal);
    const folded = words.map((word) => ({ text: this.#folding.fold(word) }));
    return cutExtract(text, this.#folding.fold(text), folded, length);
  }

  /** Find the results of a query, or go on where an earlier call stopped. */
  async #answer(text, filters, sort, count, signal) {
    const key = JSON.stringify([text, filters, sort]);
    const answer = this.#answers.get(key) ?? (await this.#ask(text, filters, sort, signal));
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    if (this.#answers.size > MOST_ANSWERS) this.#answers.delete(this.#answers.keys().next().value);
    await answer.results.take(count, signal);
    return answer;
  }

  async #ask(text, filters, sort, signal) {
    const [query, tests, dates] = await Promise.all([
      this.#parse(text, signal),
      makeTests(this.#archive, filters, signal),
      sort === "best" ? null : this.#archive.dates(signal),
    ]);
    const scope = { tests, dates, sort };
    let answer;
    for (const attempt of attempts(query)) {
      const hits = await this.#findHits(attempt, tests, signal);
      answer = this.#collect(this.#question(attempt, isHit), hits, scope, true);
      await answer.results.take(1, signal);
      if (answer.results.found.length || (tests.size && hits.documents.length)) return answer;
    }
    return query.words.length ? this.#askWords(query, scope, signal) : answer;
  }

  /** Nothing holds the query: ask for its words. */
  async #askWords(query, scope, signal) {
    const loose = { ...query, words: await cutWords(query.words, this.#archive, signal) };
    const question = this.#question(loose, (document) => holdsMost(document, loose.words) && isHit(document, { ...loose, words: [] }));
    const hits = await this.#leaveOut(await findMost(loose.words, this.#archive, signal), loose.without, signal);
    return this.#collect(question, hits, scope, false);
  }

  #collect(question, hits, { tests, dates, sort }, exact) {
    const passing = keepHits(hits, (document) => [...tests.values()].every((test) => test(document)));
    return { results: new Results(this.#reader, question, orderCandidates(passing, dates, sort), sort === "best"), exact, tests, hits };
  }

  #question(query, accepts) {
    const isSure = this.#archive.isVerified || [...query.words, ...query.without].every((word) => word.isSure);
    return { query, isSure, accepts: (document) => accepts(document, query) };
  }

  /** All candidates; with nothing to look for but filters, all documents. */
  async #findHits({ words, without }, tests, signal) {
    if (words.length) return this.#leaveOut(await this.#archive.findWords(words, signal), without, signal);
    const size = tests.size ? this.size : 0;
    return { documents: Int32Array.from({ length: size }, (_, number) => number), scores: new Uint16Array(size) };
  }

  async #leaveOut(hits, without, signal) {
    const sure = without.filter((word) => word.isSure || this.#archive.isVerified);
    const found = await Promise.all(sure.map((word) => this.#archive.findWord(word, signal)));
    const out = new Set(found.flatMap(({ documents }) => [...documents]));
    return out.size ? keepHits(hits, (document) => !out.has(document)) : hits;
  }

  async #parse(text, signal) {
    if (!this.#folding.knows(text)) this.#folding.add((await this.#loader.json(this.#manifest.traditional, signal)).pairs);
    return parseQuery(text, this.#folding);
  }

  async #countFacets({ results, tests, hits }, names, signal) {
    const { isFinished, found, question } = results;
    const isNarrow = isFinished && tests.size === 0 && !question.isSure;
    const documents = isNarrow ? found.map((hit) => hit.number) : hits.documents;
    return countFacets(this.#archive, names, documents, tests, signal);
  }
}

/** The query as a quotation that stands in the texts, where it may be one; then the query as it is. */
function attempts(query) {
  if (!query.words.some((word) => word.literal)) return [query];
  return [{ ...query, words: query.words.map((word) => planWord(word.literal ?? word.text)) }, query];
}

// The search engine: an ES module without DOM, for the browser, a worker, and Node 20 or later.
//   const engine = await open("/search/index/");
//   const { total, results } = await engine.search("电子健康卡", { filters: { city: "淄博" } });
// The index is described in plugins/search_index/FORMAT.md.

import { Asker } from "./asker.js";
import { readBase64 } from "./bits.js";
import { SearchError } from "./errors.js";
import { Folding } from "./folding.js";
import { Loader } from "./loader.js";
import { cutExtract } from "./matching.js";
import { Reader } from "./reader.js";

export { SearchError };

const FORMAT = "jianbao-search-index";
const VERSION = 4;
const SORTS = ["best", "newest", "oldest"];
const MOST_ANSWERS = 8;

// Who asks for more results at once than a page shows wants them all.
const PAGE = 20;

/**
 * Open the index at a URL. `fetch` replaces the global one (in Node: one that reads files); `text(document, signal)`
 * gives the text a hit is verified against, by default the <article> of the document's own page. `pauses`: how many
 * milliseconds to wait before a failed request is tried again, for as many times.
 */
export async function open(
  indexURL,
  { fetch = (...request) => globalThis.fetch(...request), text, signal, pauses = [150, 600] } = {},
) {
  const loader = new Loader(String(indexURL).replace(/\/*$/, "/"), fetch, pauses);
  const manifest = await loader.json("manifest.json", signal, checkVersion);
  return new Engine(await readArchive(manifest, loader), text);
}

/** The archive in the form it has; the published scripts hold the code of that form only. */
async function readArchive(manifest, loader) {
  const folding = new Folding(manifest.folding, manifest.traditional && readBase64(manifest.traditional));
  const archive = manifest.articles
    ? new (await import("./whole.js")).WholeArchive(manifest, folding)
    : new (await import("./segments.js")).SegmentedArchive(manifest, loader);
  return { manifest, loader, folding, archive };
}

function checkVersion({ format, version }) {
  if (format !== FORMAT)
    throw new SearchError("version", "manifest.json is no index of this kind; check the index URL");
  if (version === VERSION) return;
  throw new SearchError(
    "version",
    `the index has format ${version}, this engine reads ${VERSION}; build the index anew, or reload`,
  );
}

class Engine {
  #manifest;
  #loader;
  #archive;
  #reader;
  #folding;
  #asker;
  #answers = new Map();

  constructor({ manifest, loader, folding, archive }, text) {
    this.#manifest = manifest;
    this.#loader = loader;
    this.#folding = folding;
    this.#archive = archive;
    this.#reader = new Reader(archive, folding, { manifest, loader, text });
    this.#asker = new Asker(archive, this.#reader);
  }

  /** How many documents the archive holds. */
  get size() {
    return this.#manifest.documents;
  }

  /**
   * Search: { total, totalIsApproximate, exact, isPart, looked, words, results, facets }. Every result is a true hit;
   * `limit: Infinity` gives all. `exact` is false when nothing holds the query and the results hold its words. Filters:
   * city, county, topic, newspaper, kind, year (one value or several), from, to. Sorts: best, newest, oldest. `facets`:
   * true or names, to have values counted. A page of results holds what one round of requests gave, at least one hit, and
   * says with `isPart` when there may be more; the same search goes on by another round, and with `full` at once to the
   * end of the page. With `step` it ends after one round though nothing was found yet, of `looked` candidates. `signal`
   * gives the search up.
   */
  async search(query, options = {}) {
    const { limit = 10, offset = 0, filters = {}, sort = "best", facets = false, signal } = options;
    const { full = limit > PAGE, step = false } = options;
    if (!SORTS.includes(sort)) throw new SearchError("usage", `"${sort}" is no sort; use ${SORTS.join(", ")}`);
    const count = offset + limit;
    const span = { count, enough: full ? count : step ? 0 : offset + 1 };
    const answer = await this.#answer(String(query ?? ""), { filters, sort, span }, signal);
    signal?.throwIfAborted();
    const { results, exact, isFinished } = answer;
    const isTold = isFinished || (results.question.isSure && results.total > 0);
    return {
      total: results.total,
      totalIsApproximate: !isTold,
      exact,
      isPart: results.found.length < span.count && !isFinished,
      looked: results.looked,
      words: results.question.query.words.map((word) => word.text),
      results: results.found.slice(offset, offset + limit),
      ...(facets && { facets: await this.#countFacets(answer, facets, signal) }),
    };
  }

  /** Queries to propose for what was typed, in Chinese or in pinyin: [{ text, kind }]. */
  async suggest(typed, { limit = 8, signal } = {}) {
    const folded = this.#folding.fold(typed.trim());
    if (!this.#manifest.suggestions || !folded) return [];
    const load = [this.#loader.json(this.#manifest.suggestions, signal), import("./suggestions.js")];
    const [{ suggestions }, { suggest }] = await Promise.all(load);
    return suggest(suggestions, folded, this.#folding, limit);
  }

  /** All values of the facets with their counts in the whole archive. */
  async facets({ names = true, signal } = {}) {
    const { countFacets } = await import("./filters.js");
    const all = Array.from({ length: this.size }, (_, number) => number);
    return countFacets(this.#archive, names, all, new Map(), signal);
  }

  /** A stretch of a result's text and the words in it: { text, marks: [[from, to]], isCut: [before, after] }. */
  async extract(result, words, { length, signal } = {}) {
    const text = await this.#reader.text(result, signal);
    const folded = words.map((word) => ({ text: this.#folding.fold(word) }));
    return cutExtract(text, this.#folding.fold(text), folded, length);
  }

  /** The answer to a query, kept so that another page of it goes on where the last one stopped. */
  async #answer(text, scope, signal) {
    signal?.throwIfAborted();
    const key = JSON.stringify([text, scope.filters, scope.sort]);
    let answer = this.#answers.get(key);
    if (!answer) {
      await this.#learnFolding(text, signal);
      answer = await this.#asker.ask(text, scope, signal);
    }
    await answer.take(scope.span, signal);
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    if (this.#answers.size > MOST_ANSWERS) this.#answers.delete(this.#answers.keys().next().value);
    return answer;
  }

  /** Fetch the fold pairs of traditional characters, when the text may hold some and the manifest does not tell them. */
  async #learnFolding(text, signal) {
    if (!this.#manifest.rest || !this.#folding.isUnsure(text)) return;
    this.#folding.learn(await this.#loader.binary(this.#manifest.rest, signal));
  }

  async #countFacets({ results, tests, hits }, names, signal) {
    const { countFacets } = await import("./filters.js");
    const isNarrow = results.isFinished && !tests.size;
    const documents = isNarrow ? results.found.map((hit) => hit.number) : hits.documents;
    return countFacets(this.#archive, names, documents, tests, signal);
  }
}

import { meetTerms, meetWords } from "./postings.js";
import { BitReader, readList } from "./bits.js";
import { findList } from "./shards.js";
import { termCode } from "./terms.js";

// Two rare pairs leave few false candidates; frequent ones are worth a third.
const FEWEST_TERMS = 2;
const MOST_TERMS = 3;

/** An archive whose postings lie in shards (FORMAT.md, "Segment"). Documents are numbered through all segments. */
export class SegmentedArchive {
  isVerified = false;
  #manifest;
  #loader;
  #segments;
  #frequent;

  constructor(manifest, loader) {
    this.#manifest = manifest;
    this.#loader = loader;
    this.size = manifest.documents;
    let first = 0;
    this.#segments = manifest.segments.map((segment) => {
      const placed = { ...segment, first };
      first += segment.documents;
      return placed;
    });
    this.#frequent = Uint8Array.from(atob(manifest.frequent), (char) => char.charCodeAt(0));
  }

  /** The documents that may hold the word (that do, when it is sure). */
  async findWord(word, signal) {
    const terms = this.#chooseTerms(word.terms);
    const parts = await Promise.all(
      this.#segments.map(async (segment) => {
        const lists = await Promise.all(terms.map((term) => this.#list(segment, term, signal)));
        return { first: segment.first, hits: meetTerms(lists) };
      }),
    );
    return joinParts(parts);
  }

  /** The number of documents with a pair, in all segments. */
  async countTerm(term, signal) {
    const lists = await Promise.all(this.#segments.map((segment) => this.#list(segment, term, signal)));
    return lists.reduce((sum, list) => sum + (list?.documents.length ?? 0), 0);
  }

  async findWords(words, signal) {
    return meetWords(await Promise.all(words.map((word) => this.findWord(word, signal))));
  }

  async cards(numbers, signal) {
    const { block, segments } = this.#manifest;
    return Promise.all(
      numbers.map(async (number) => {
        const segment = this.#segments.findLast(({ first }) => first <= number);
        const local = number - segment.first;
        const file = await this.#loader.json(`${segment.name}/c${Math.floor(local / block)}.json`, signal);
        return { number, row: file.cards[local % block] };
      }),
    );
  }

  /** Map of value to documents, for a filter column. */
  async column(name, signal) {
    const values = new Map();
    await Promise.all(
      this.#with(name).map(async (segment) => {
        const [about, bytes] = await this.#columnFiles(segment, name, signal);
        const reader = new BitReader(bytes);
        about.values.forEach((value, i) => {
          const list = readList(reader, about.counts[i], segment.documents);
          const known = values.get(value) ?? values.set(value, []).get(value);
          for (const document of list) known.push(document + segment.first);
        });
      }),
    );
    return values;
  }

  /** The date number of every document; 0 where there is none. */
  async dates(signal) {
    const dates = new Int32Array(this.size);
    await Promise.all(
      this.#with("date").map(async (segment) => {
        const [about, bytes] = await this.#columnFiles(segment, "date", signal);
        const reader = new BitReader(bytes);
        let date = 0;
        for (let i = 0; i < segment.documents; i++) {
          const step = reader.rice(about.shift);
          date += step % 2 ? -(step + 1) / 2 : step / 2;
          dates[segment.first + i] = date;
        }
      }),
    );
    return dates;
  }

  #with(column) {
    return this.#segments.filter((segment) => segment.columns.includes(column));
  }

  async #columnFiles(segment, column, signal) {
    const [{ columns }, bytes] = await Promise.all([
      this.#loader.json(`${segment.name}/columns.json`, signal),
      this.#loader.binary(`${segment.name}/f-${column}`, signal),
    ]);
    return [columns[column], bytes];
  }

  #chooseTerms(terms) {
    if (terms.length <= FEWEST_TERMS) return terms;
    const rareFirst = terms.map((term) => ({ term, level: this.#level(term) })).sort((a, b) => a.level - b.level);
    const count = rareFirst[FEWEST_TERMS - 1].level ? MOST_TERMS : FEWEST_TERMS;
    return rareFirst.slice(0, count).map(({ term }) => term);
  }

  #level(term) {
    if (term.length === 1 || this.#frequent.length === 0) return 0;
    const slot = termCode(term) % (4 * this.#frequent.length);
    return (this.#frequent[slot >> 2] >> (2 * (slot & 3))) & 3;
  }

  async #list(segment, term, signal) {
    const [letter, shards] = term.length === 1 ? ["u", segment.singles] : ["b", segment.pairs];
    const code = termCode(term);
    const shard = Math.floor((code * shards) / 2 ** 32);
    const bytes = await this.#loader.binary(`${segment.name}/${letter}${shard}`, signal);
    return findList(bytes, shard, code, { documents: segment.documents, shards, weighted: letter === "b" });
  }
}

function joinParts(parts) {
  const size = parts.reduce((sum, { hits }) => sum + hits.documents.length, 0);
  const joined = { documents: new Int32Array(size), scores: new Uint16Array(size) };
  let at = 0;
  for (const { first, hits } of parts) {
    joined.scores.set(hits.scores, at);
    for (const document of hits.documents) joined.documents[at++] = document + first;
  }
  return joined;
}

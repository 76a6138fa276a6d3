import { meetTerms, meetWords } from "./postings.js";
import { findList } from "./shards.js";
import { Sketch } from "./sketch.js";
import { locateTerm } from "./terms.js";

// What share of the documents a term of each level is taken to leave over. Terms go together, so the shares are not
// the middle of the level's range (0.2 %, 1 %, 4 %, 20 %) but its power 0.75.
const LEFT_OVER = [0.01, 0.03, 0.09, 0.3];

// A term of each level is worth fetching while so many documents are expected to be left: long lists cost more bytes
// than the cards of a few false candidates. At most so many terms are fetched.
const WORTH_DOCUMENTS = [3, 4, 8, 30];
const MOST_TERMS = 6;

// The share of true hits where the terms cover the word, unless the lists make it look unlikely: of 174 such queries
// with more than 12 candidates, two had less than ten true ones among the first ten (measured on Chinese news).
const COVERED = [0.8, 0.95];

// Of a longer word few terms are fetched; what has them often is another sentence of the same set phrases.
const LONG_WORD = 6;
const LONG_LIKELY = 0.85;

// So many documents found by a part of a word are looked at rather than asking for the lists of the rest.
const MOST_EARLY = 40;

/** An archive whose postings lie in shards (FORMAT.md, "Segment"). Documents are numbered through all segments. */
export class SegmentedArchive {
  isVerified = false;
  #loader;
  #segments;
  #sketch;

  constructor(manifest, loader) {
    this.#loader = loader;
    this.size = manifest.documents;
    let first = 0;
    this.#segments = manifest.segments.map((segment) => {
      const placed = { ...segment, first, block: manifest.block };
      first += segment.documents;
      return placed;
    });
    this.#sketch = new Sketch(manifest.frequent);
  }

  /** The documents that may hold the word (that do, when it is sure). */
  async findWord(word, signal) {
    if (word.early) {
      const hits = await this.findWord(word.early, signal);
      if (hits.documents.length <= MOST_EARLY) return { ...hits, likely: 0 };
    }
    const terms = this.#chooseTerms(word);
    const parts = await Promise.all(
      this.#segments.map(async (segment) => {
        const lists = await Promise.all(terms.map((term) => this.#list(segment, term, signal)));
        return { first: segment.first, hits: meetTerms(lists, segment.documents, word.text.length) };
      }),
    );
    const hits = joinParts(parts);
    return { ...hits, likely: correctLikely(hits.likely, word.text, terms) };
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
    return Promise.all(
      numbers.map(async (number) => {
        const segment = this.#segments.findLast(({ first }) => first <= number);
        const local = number - segment.first;
        const file = await this.#loader.json(`${segment.name}/cards-${Math.floor(local / segment.block)}.json`, signal);
        return { number, row: file.cards[local % segment.block] };
      }),
    );
  }

  /** Map of value to documents, for a filter column. */
  async column(name, signal) {
    return (await import("./columns.js")).readColumn(this.#loader, this.#segments, name, signal);
  }

  /** The date number of every document; 0 where there is none. */
  async dates(signal) {
    return (await import("./columns.js")).readDates(this.#loader, this.#segments, signal);
  }

  #chooseTerms({ text, terms, joinable }) {
    const all = [...joinable.filter((triple) => this.#sketch.isJoined(triple)), ...terms];
    // A longer term tells all that those in it would.
    const left = all
      .filter((term) => !all.some((other) => other.length > term.length && other.includes(term)))
      .map((term) => ({ term, at: text.indexOf(term), level: this.#sketch.level(term), apart: Infinity }));
    const chosen = [];
    let expected = this.size;
    while (left.length && (!chosen.length || chosen.length < MOST_TERMS)) {
      // The rarest; among equals, the one furthest from those chosen: neighbours tell the same.
      left.sort((a, b) => a.level - b.level || b.apart - a.apart);
      const next = left.shift();
      if (chosen.length && expected <= WORTH_DOCUMENTS[next.level]) break;
      chosen.push(next.term);
      expected *= LEFT_OVER[next.level];
      for (const other of left) other.apart = Math.min(other.apart, Math.abs(other.at - next.at));
    }
    return chosen;
  }

  async #list(segment, term, signal) {
    const { family, code, room } = locateTerm(term);
    const shards = segment.shards[family];
    const shard = Math.floor((code * shards) / room);
    const bytes = await this.#loader.binary(`${segment.name}/${family}-${shard}.bin`, signal);
    return findList(bytes, shard, code, { documents: segment.documents, shards, room, weighted: family !== "single" });
  }
}

function correctLikely(likely, text, terms) {
  if (isCovered(text, terms)) return likely > COVERED[0] ? COVERED[1] : likely;
  return text.length < LONG_WORD ? likely : Math.min(likely, LONG_LIKELY);
}

/** Whether the terms tell of every three units in a row: then hardly any document has all of them but not the word. */
function isCovered(text, terms) {
  for (let i = 0; i + 3 <= text.length; i++) {
    if (!terms.some((term) => term.includes(text.slice(i, i + 3)))) return false;
  }
  return true;
}

function joinParts(parts) {
  const size = parts.reduce((sum, { hits }) => sum + hits.documents.length, 0);
  const joined = { documents: new Int32Array(size), scores: new Uint16Array(size), likely: 0 };
  let at = 0;
  for (const { first, hits } of parts) {
    joined.scores.set(hits.scores, at);
    joined.likely += hits.documents.length && (hits.likely * hits.documents.length) / size;
    for (const document of hits.documents) joined.documents[at++] = document + first;
  }
  return joined;
}

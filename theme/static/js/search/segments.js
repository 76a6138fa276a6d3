import { chooseTerms, isParted } from "./choice.js";
import { readIds } from "./ids.js";
import { areDoubtful, expectHits } from "./likely.js";
import { meetTerms, meetWords } from "./postings.js";
import { findList } from "./shards.js";
import { Sketch } from "./sketch.js";
import { locateTerm } from "./codes.js";

/** An archive whose postings lie in shards (FORMAT.md, "Segment"). Documents are numbered through all segments. */
export class SegmentedArchive {
  isVerified = false;
  #loader;
  #segments;
  #sketch;
  #isListed;

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
    this.#isListed = manifest.listed;
  }

  /**
   * The documents that may hold all words (that do, when all are sure); `isDoubtful` when it may well be none. `parts`:
   * the documents that may hold each word.
   */
  async findWords(words, signal) {
    const chosen = chooseTerms(words, this.#sketch, this.size);
    if (this.isParted(words)) this.#expect(words[0].terms, signal);
    const found = await Promise.all(words.map((word, i) => this.#findWord(word, chosen[i], signal)));
    const hits = meetWords(found);
    const likely = expectHits(words, chosen, hits, this.size);
    const isDoubtful = this.isParted(words) && areDoubtful(hits, likely, this.size);
    return { ...hits, likely, parts: found, isDoubtful };
  }

  /** Whether the lists of all parts of the words come with those of the words. */
  isParted(words) {
    return isParted(words, this.#sketch);
  }

  /** The number of documents with a pair, in all segments. */
  async countTerm(term, signal) {
    const lists = await Promise.all(this.#segments.map((segment) => this.#list(segment, term, signal)));
    return lists.reduce((sum, list) => sum + (list?.documents.length ?? 0), 0);
  }

  async cards(numbers, signal) {
    return Promise.all(
      numbers.map(async (number) => {
        const segment = this.#segments.findLast(({ first }) => first <= number);
        const local = number - segment.first;
        const rows = await this.#loader.rows(`${segment.name}/cards-${Math.floor(local / segment.block)}.bin`, signal);
        return { number, row: rows[local % segment.block] };
      }),
    );
  }

  /** The ids of all documents, where they are known before the cards; else null. */
  async ids(signal) {
    return this.#isListed ? readIds(this.#loader, this.#segments, signal) : null;
  }

  /** Map of value to documents, for a filter column. */
  async column(name, signal) {
    return (await import("./columns.js")).readColumn(this.#loader, this.#segments, name, signal);
  }

  /** The date number of every document; 0 where there is none. */
  async dates(signal) {
    return (await import("./columns.js")).readDates(this.#loader, this.#segments, signal);
  }

  async #findWord(word, terms, signal) {
    const parts = await Promise.all(
      this.#segments.map(async (segment) => {
        const lists = await Promise.all(terms.map((term) => this.#list(segment, term, signal)));
        return { segment, hits: meetTerms(lists, segment.documents, word.text.length) };
      }),
    );
    return joinParts(parts, this.size);
  }

  /** Have the lists of these terms fetched. */
  #expect(terms, signal) {
    for (const segment of this.#segments) for (const term of terms) this.#shard(segment, term, signal).bytes.catch(() => {});
  }

  #shard(segment, term, signal) {
    const { family, code, room } = locateTerm(term, segment.documents);
    const shards = segment.shards[family];
    const shard = Math.floor((code * shards) / room);
    const bytes = this.#loader.binary(`${segment.name}/${family}-${shard}.bin`, signal);
    return { family, code, room, shards, shard, bytes };
  }

  async #list(segment, term, signal) {
    const { family, code, room, shards, shard, bytes: coming } = this.#shard(segment, term, signal);
    const bytes = await coming;
    return findList(bytes, shard, code, { documents: segment.documents, shards, room, weighted: !["single", "bridge"].includes(family) });
  }
}

function joinParts(parts, total) {
  const size = parts.reduce((sum, { hits }) => sum + hits.documents.length, 0);
  const joined = { documents: new Int32Array(size), scores: new Uint16Array(size), chance: 0 };
  let at = 0;
  for (const { segment, hits } of parts) {
    joined.scores.set(hits.scores, at);
    joined.chance += (hits.chance * segment.documents) / total;
    for (const document of hits.documents) joined.documents[at++] = document + segment.first;
  }
  return joined;
}

// What the manifest tells of frequent terms (FORMAT.md, "Frequent terms").

import { BitReader, readList } from "./shards.js";
import { locateTerm } from "./terms.js";

// Slots of levels 1 to 3.
const SLOTS = [1 << 13, 1 << 17, 1 << 17];

// From this level on, pairs that overlap are joined.
const JOINING = 2;

/** Tells roughly how frequent a term is before its list is fetched. */
export class Sketch {
  #marked = [];

  constructor(packed) {
    if (!packed) return;
    const reader = BitReader.fromBase64(packed);
    this.#marked = SLOTS.map((slots) => {
      const marked = new Uint8Array(slots);
      for (const slot of readList(reader, reader.gamma() - 1, slots)) marked[slot] = 1;
      return marked;
    });
  }

  /** 0 to 3: in less than 0.5 %, 2 %, 8 % of the documents, or in more. */
  level(term) {
    const { family, code } = locateTerm(term);
    if (family !== "common") return 0;
    return 1 + this.#marked.findLastIndex((marked) => marked[code % marked.length]);
  }

  /** Whether a triple is a term of the index because both its pairs are frequent. */
  isJoined(triple) {
    return [triple.slice(0, 2), triple.slice(1)].every((pair) => this.level(pair) >= JOINING);
  }
}

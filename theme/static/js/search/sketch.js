// What the manifest tells of frequent terms (FORMAT.md, "Frequent terms").

import { BitReader, readBase64, readList } from "./bits.js";
import { locateTerm } from "./codes.js";

// Slots of the terms in 1/42 of the documents or more, and of those in 1/12 or more.
const SLOTS = [1 << 17, 1 << 17];

/** Tells roughly how frequent a term is before its list is fetched. */
export class Sketch {
  #marked = [];

  constructor(packed) {
    if (!packed) return;
    const reader = new BitReader(readBase64(packed));
    this.#marked = SLOTS.map((slots) => {
      const marked = new Uint8Array(slots);
      for (const slot of readList(reader, reader.gamma() - 1, slots)) marked[slot] = 1;
      return marked;
    });
  }

  /** 3: in 8 % of the documents or more, or one unit; 2: in 2 %; 1: made of such terms, or a bridge; 0: in fewer, if known. */
  level(term) {
    if (term.length < 2) return 3;
    if (term.length > 4) return 1;
    const { family, code } = locateTerm(term);
    if (family === "long") return this.#levelOfParts(term);
    if (family !== "common") return 0;
    const last = this.#marked.findLastIndex((marked) => marked[code % marked.length]);
    return last < 0 ? 0 : last + 2;
  }

  /** Quads and joined terms are not in the sketch; they are rarer than the rarest of their parts. */
  #levelOfParts(term) {
    const parts = term.length > 3 ? [term.slice(0, 3), term.slice(1)] : [term.slice(0, 2), term.slice(1)];
    return Math.max(Math.min(...parts.map((part) => this.level(part))) - 1, 0);
  }

  /** Whether a triple is a term of the index because both its pairs are frequent. */
  isJoined(triple) {
    return [triple.slice(0, 2), triple.slice(1)].every((pair) => this.level(pair) > 1);
  }
}

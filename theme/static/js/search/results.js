import { cutExtract, nearness } from "./matching.js";

// Candidates ordered together, once their titles are known; a few more where some will prove false.
const WINDOW = 10;
const WIDE_WINDOW = 12;

// When the first look was not enough, many are looked at together: bytes cost less than another round of requests.
const SECOND_ROUND = 36;

// What is expected of candidates weighs as much as so many candidates looked at.
const TRUST = 10;

// With several words, the first windows are also ordered by how near the words stand; it takes their texts.
const NEAR_WINDOWS = 3;

/** The true hits among ordered candidates, found as far as they are asked for, always in the same order. */
export class Results {
  found = [];
  rejected = 0;
  #at = 0;
  #waiting = [];
  #turn = Promise.resolve();

  /** `question`: { query, isSure, accepts(document) }; `reader` gives cards and texts; `byRank` as against by date. */
  constructor(reader, question, candidates, byRank) {
    Object.assign(this, { reader, question, candidates, byRank });
  }

  get isFinished() {
    return this.#at >= this.candidates.documents.length && this.#waiting.length === 0;
  }

  /** How many hits there are, as far as is known. */
  get total() {
    return this.candidates.documents.length - this.rejected;
  }

  /** See that so many hits are found, or all there are. */
  take(count, signal) {
    const turn = this.#turn.then(() => this.#advance(count, signal));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #advance(count, signal) {
    for (let round = 0; this.found.length < count && !this.isFinished; round++) {
      signal?.throwIfAborted();
      const missing = Math.max((count - this.found.length) / this.#likely(), SECOND_ROUND * round);
      if (this.#waiting.length === 0) await this.#openWindows(missing, signal);
      // Some candidates will prove false: looking at a few more saves a round of requests.
      const batch = this.#waiting.slice(0, round ? Infinity : Math.ceil(missing));
      const judged = await Promise.all(batch.map((hit) => this.#judge(hit, signal)));
      this.#waiting.splice(0, batch.length);
      const kept = judged.filter(Boolean);
      this.rejected += batch.length - kept.length;
      this.found.push(...kept);
    }
  }

  /** The share of candidates that are hits: what was expected, corrected by what was seen. */
  #likely() {
    if (this.question.isSure) return 1;
    const seen = this.found.length + this.rejected;
    return (this.found.length + TRUST * this.candidates.likely) / (seen + TRUST);
  }

  /** Fetch the cards of as many windows as will likely do. */
  async #openWindows(missing, signal) {
    const size = this.question.isSure ? WINDOW : WIDE_WINDOW;
    const { documents, scores } = this.candidates;
    const end = this.#at + Math.ceil(missing / size) * size;
    const cards = await this.reader.cards([...documents.subarray(this.#at, end)], signal);
    const hits = cards.map((card, i) => ({ ...card, score: scores[this.#at + i] }));
    const ordered = [];
    for (let i = 0; i < hits.length; i += size) {
      ordered.push(...(await this.#orderWindow(hits.slice(i, i + size), (this.#at + i) / size, signal)));
    }
    this.#waiting = ordered;
    this.#at += hits.length;
  }

  async #orderWindow(hits, index, signal) {
    if (!this.byRank) return hits;
    const { words, text } = this.question.query;
    const rank = async (hit) => {
      const title = words.every((word) => hit.foldedTitle.includes(word.text)) + (hit.foldedTitle === text);
      return { hit, title, near: index < NEAR_WINDOWS ? await this.#near(hit, words, signal) : 0 };
    };
    const ranked = await Promise.all(hits.map(rank));
    return ranked.sort((a, b) => b.title - a.title || a.near - b.near).map(({ hit }) => hit);
  }

  /** 0 to 3: side by side, in a sentence, in a paragraph, further apart. */
  async #near(hit, words, signal) {
    if (words.length < 2) return 0;
    const length = words.reduce((sum, { text }) => sum + text.length, 0);
    const stretch = nearness(await this.reader.foldedText(hit, signal), words) - length;
    return [4, 30, 150].filter((limit) => stretch > limit).length;
  }

  /** The hit as it is shown, or null when it is none. */
  async #judge(hit, signal) {
    const { question, reader } = this;
    const { foldedTitle: title, ...shown } = hit;
    // Without words to leave out, a title may tell by itself.
    const isTold = question.isSure || (!question.query.without.length && question.accepts({ title, body: "" }));
    if (!isTold && !question.accepts({ title, body: await reader.foldedText(hit, signal) })) return null;
    const text = reader.knownText(hit.number);
    const extract = text === undefined ? null : cutExtract(text, reader.folding.fold(text), question.query.words);
    return { ...shown, extract };
  }
}

/** Candidates best first, or by date (those without one last); the later document first among equals. */
export function orderCandidates({ documents, scores, likely }, dates, sort) {
  let order;
  if (sort === "best") {
    const byScore = [];
    for (let i = documents.length - 1; i >= 0; i--) (byScore[scores[i]] ??= []).push(i);
    order = byScore.reverse().flat();
  } else {
    const date = (i) => dates[documents[i]] || (sort === "oldest" ? Infinity : 0);
    const steps = [...documents.keys()].reverse();
    order =
      sort === "newest"
        ? steps.sort((a, b) => date(b) - date(a))
        : steps.reverse().sort((a, b) => date(a) - date(b) || 0);
  }
  return {
    documents: Int32Array.from(order, (i) => documents[i]),
    scores: Uint16Array.from(order, (i) => scores[i]),
    likely,
  };
}

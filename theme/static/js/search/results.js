import { cutExtract, nearness } from "./matching.js";

// Candidates ordered together, once their titles are known; where some will prove false, a few more, and then so many
// at a time as are looked at together.
const WINDOW = 10;
const WIDE_WINDOW = 11;
const FURTHER_WINDOW = 3;

// So many candidates are looked at in the first round at most, and so many if that is all there are, where most of them
// will be true, where half, where few. A list that is shown with seven hits and goes on to ten a round later costs a
// reader less than the texts of forty candidates before the first hit; but one there must be.
const FIRST_ROUND = [
  { share: 0.7, most: 14, all: 16 },
  { share: 0.3, most: 26, all: 61 },
  { share: 0, most: 61, all: 61 },
];
const LATER_ROUND = { most: 61, all: 61 };

// Of more candidates than these, where not all terms of a word are told, none of the best ones may be true: 发电 and 电池
// stand often in articles without 发电池.
const MANY = { candidates: 80, least: 26 };

// Where hardly any are false, some more than are missing will do.
const DOUBTFUL = 0.94;

// What is expected of candidates weighs as much as so many candidates looked at.
const TRUST = 10;

// How many standard deviations more than the mean are looked at, so that one round will do.
const SPREAD = 1;

// With several words, these first candidates are also ordered by how near the words stand; it takes their texts.
const NEAR = 24;

/** The true hits among ordered candidates, found as far as they are asked for, always in the same order. */
export class Results {
  found = [];
  rejected = 0;
  #at = 0;
  #waiting = [];

  /** `question`: { query, isSure, exact, accepts(document) }; `reader` gives cards and texts; `byRank` as against by date. */
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

  /** How many candidates were looked at. */
  get looked() {
    return this.found.length + this.rejected;
  }

  /** Look at as many candidates as will likely give `count` hits, in one round of requests; not twice at a time. */
  async look(count, signal) {
    if (this.found.length >= count || this.isFinished) return;
    await this.#judgeNext(this.#needed(count - this.found.length), signal);
  }

  /** How many candidates to look at, so that there will hardly be fewer hits among them than are missing. */
  #needed(missing) {
    if (this.question.isSure || missing === Infinity) return missing;
    const likely = this.#likely();
    const { most, all } = this.#at ? LATER_ROUND : FIRST_ROUND.find(({ share }) => likely >= share);
    const left = this.candidates.documents.length - this.#at + this.#waiting.length;
    if (left <= all && likely < DOUBTFUL) return left;
    const needed = (missing + SPREAD * Math.sqrt(missing * (1 - likely))) / likely;
    const enough = Math.min(needed, Math.max(missing, most));
    const isRisky = left > MANY.candidates && likely < DOUBTFUL && this.question.exact;
    return Math.round(isRisky ? Math.max(enough, MANY.least) : enough);
  }

  async #judgeNext(needed, signal) {
    if (this.#waiting.length < needed) await this.#openWindows(needed - this.#waiting.length, signal);
    const batch = this.#waiting.slice(0, needed);
    const judged = await Promise.all(batch.map((hit) => this.#judge(hit, signal)));
    this.#waiting.splice(0, batch.length);
    const kept = judged.filter(Boolean);
    this.rejected += batch.length - kept.length;
    this.found.push(...kept);
  }

  /** The share of candidates that are hits: what was expected, corrected by what was seen. */
  #likely() {
    return (this.found.length + TRUST * this.candidates.likely) / (this.looked + TRUST);
  }

  /** Fetch the cards of as many windows as will likely do, and beside them, where it can be done, the texts. */
  async #openWindows(needed, signal) {
    const { documents, scores } = this.candidates;
    const start = this.#at;
    const ends = [];
    for (let at = start; at < documents.length && at - start < needed; ) ends.push((at = this.#windowEnd(at)));
    const numbers = [...documents.subarray(start, ends.at(-1) ?? start)];
    if (!this.question.isSure || this.#isNear(start)) this.reader.expect(numbers, signal);
    const cards = await this.reader.cards(numbers, signal);
    const hits = cards.map((card, i) => ({ ...card, score: scores[start + i] }));
    const windows = ends.map((end, i) => [ends[i - 1] ?? start, end]);
    const order = ([from, to]) => this.#orderWindow(hits.slice(from - start, to - start), this.#isNear(from), signal);
    this.#waiting.push(...(await Promise.all(windows.map(order))).flat());
    this.#at = ends.at(-1) ?? start;
  }

  #windowEnd(at) {
    const step = this.question.isSure ? WINDOW : at ? FURTHER_WINDOW : WIDE_WINDOW;
    return Math.min(at + step, this.candidates.documents.length);
  }

  /** Whether the window that begins here is ordered by how near the words stand. */
  #isNear(at) {
    return this.byRank && this.question.query.words.length > 1 && at < NEAR;
  }

  async #orderWindow(hits, isNear, signal) {
    if (!this.byRank) return hits;
    const { words, text } = this.question.query;
    const rank = async (hit) => {
      const title = words.every((word) => hit.foldedTitle.includes(word.text)) + (hit.foldedTitle === text);
      return { hit, title, near: isNear ? await this.#near(hit, words, signal) : 0 };
    };
    const ranked = await Promise.all(hits.map(rank));
    return ranked.sort((a, b) => b.title - a.title || a.near - b.near).map(({ hit }) => hit);
  }

  /** 0 to 3: side by side, in a sentence, in a paragraph, further apart. */
  async #near(hit, words, signal) {
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
    const { marks } = cutExtract(hit.title, title, question.query.words, hit.title.length);
    return { ...shown, titleMarks: marks, extract };
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

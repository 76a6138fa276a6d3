import { cutExtract, nearness } from "./matching.js";

// Candidates looked at together: their cards are fetched at once, and true titles move up among them.
const WINDOW = 10;

// With several words, so many candidates are also ordered by how near the words stand; it takes their texts.
const NEAR_WINDOWS = 3;

const EXTRACT_LENGTH = 90;

/** The true hits among ordered candidates, found as far as they are asked for; never in another order. */
export class Results {
  found = [];
  #at = 0;
  #waiting = [];
  #turn = Promise.resolve();

  /** `question` says what a hit is: { query, isSure, accepts(title, body) }; `reader` gives cards, texts, folding. */
  constructor(reader, question, candidates, byRank) {
    this.reader = reader;
    this.question = question;
    this.candidates = candidates;
    this.byRank = byRank;
    this.rejected = 0;
  }

  get isFinished() {
    return this.#at >= this.candidates.documents.length && this.#waiting.length === 0;
  }

  /** How many hits there are, as far as is known. */
  get total() {
    return this.candidates.documents.length - this.rejected;
  }

  get isTotalKnown() {
    return this.question.isSure || this.isFinished;
  }

  /** See that so many hits are found, or all there are. */
  take(count, signal) {
    const turn = this.#turn.then(() => this.#advance(count, signal));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #advance(count, signal) {
    while (this.found.length < count && !this.isFinished) {
      signal?.throwIfAborted();
      if (this.#waiting.length === 0) await this.#openWindow(count, signal);
      const batch = this.#waiting.slice(0, count - this.found.length);
      const judged = await Promise.all(batch.map((hit) => this.#judge(hit, signal)));
      this.#waiting.splice(0, batch.length);
      const kept = judged.filter(Boolean);
      this.rejected += batch.length - kept.length;
      this.found.push(...kept);
    }
  }

  async #openWindow(count, signal) {
    // Whoever wants everything gets it in one go, still ordered window by window.
    const wanted = Math.min(this.candidates.documents.length - this.#at, Math.max(WINDOW, count - this.found.length));
    const size = Math.ceil(wanted / WINDOW) * WINDOW;
    const { documents, scores } = this.candidates;
    const numbers = [...documents.subarray(this.#at, this.#at + size)];
    const cards = await this.reader.cards(numbers, signal);
    const hits = cards.map((card, i) => ({ ...card, score: scores[this.#at + i] }));
    const ordered = [];
    for (let i = 0; i < hits.length; i += WINDOW) {
      ordered.push(...(await this.#orderWindow(hits.slice(i, i + WINDOW), (this.#at + i) / WINDOW, signal)));
    }
    this.#waiting = ordered;
    this.#at += numbers.length;
  }

  async #orderWindow(hits, index, signal) {
    if (!this.byRank) return hits;
    const { words, text } = this.question.query;
    const ranked = await Promise.all(
      hits.map(async (hit) => ({ hit, title: rankTitle(hit.foldedTitle, words, text), near: await this.#near(hit, index, signal) })),
    );
    return ranked.sort((a, b) => b.title - a.title || a.near - b.near).map(({ hit }) => hit);
  }

  /** 0 to 3: side by side, in a sentence, in a paragraph, further apart. */
  async #near(hit, index, signal) {
    const { words } = this.question.query;
    if (words.length < 2 || index >= NEAR_WINDOWS) return 0;
    const stretch = nearness(await this.reader.foldedText(hit, signal), words) - words.join("").length;
    return [4, 30, 150].filter((limit) => stretch > limit).length;
  }

  async #judge(hit, signal) {
    const { question, reader } = this;
    const isShown = question.isSure || question.accepts({ title: hit.foldedTitle, body: "" }, true);
    if (!isShown && !question.accepts({ title: hit.foldedTitle, body: await reader.foldedText(hit, signal) })) return null;
    const { foldedTitle, ...shown } = hit;
    return { ...shown, extract: this.extract(hit) };
  }

  /** The extract, when the text is at hand anyway. */
  extract(hit) {
    const text = this.reader.knownText(hit.number);
    if (text === undefined) return null;
    return cutExtract(text, this.reader.folding.fold(text), this.question.query.words, EXTRACT_LENGTH);
  }
}

/** 2: the title is the query; 1: it holds every word; 0: it does not. */
function rankTitle(title, words, text) {
  if (title === text) return 2;
  return words.every((word) => title.includes(word.text)) ? 1 : 0;
}

/** Candidates in the order in which they are looked at: best first, or by date; the later document first among equals. */
export function orderCandidates(hits, dates, sort) {
  const order = Uint32Array.from(hits.documents, (_, i) => i).reverse();
  if (sort === "newest") order.sort((a, b) => dates[hits.documents[b]] - dates[hits.documents[a]] || b - a);
  else if (sort === "oldest") order.sort((a, b) => dateOrLast(dates[hits.documents[a]]) - dateOrLast(dates[hits.documents[b]]) || a - b);
  else order.sort((a, b) => hits.scores[b] - hits.scores[a] || b - a);
  return {
    documents: Int32Array.from(order, (i) => hits.documents[i]),
    scores: Uint16Array.from(order, (i) => hits.scores[i]),
  };
}

const dateOrLast = (date) => date || 2 ** 30;

import { meetWords, scoreTitle } from "./postings.js";
import { findPlaces } from "./matching.js";

/** A small archive: the manifest carries the texts, and a search reads them all. Every hit is a true one. */
export class WholeArchive {
  isVerified = true;
  #articles;

  constructor(manifest, folding) {
    this.size = manifest.documents;
    this.#articles = manifest.articles.map((article) => {
      // Ids that are counted stand in no card.
      const [title, date] = article.card.slice(manifest.numbers === null ? 1 : 0);
      return { ...article, date, title: folding.fold(title), folded: folding.fold(article.body) };
    });
  }

  isParted() {
    return true;
  }

  #findWord(word) {
    const documents = [];
    const scores = [];
    this.#articles.forEach(({ title, folded }, number) => {
      const isTitled = title.includes(word.text);
      const count = isTitled ? 0 : findPlaces(folded, word.text).length;
      if (!isTitled && !count) return;
      documents.push(number);
      scores.push(isTitled ? scoreTitle(title.length, word.text.length) : weigh(count, folded.length));
    });
    return { documents: Int32Array.from(documents), scores: Uint16Array.from(scores) };
  }

  async findWords(words) {
    const found = words.map((word) => this.#findWord(word));
    return { ...meetWords(found), likely: 1, parts: found };
  }

  async countTerm(term) {
    return this.#findWord({ text: term }).documents.length;
  }

  async cards(numbers) {
    return numbers.map((number) => ({ number, row: this.#articles[number].card, body: this.#articles[number].body }));
  }

  async column(name) {
    const values = new Map();
    this.#articles.forEach((article, number) => {
      for (const value of article[name] ?? []) values.set(value, [...(values.get(value) ?? []), number]);
    });
    return values;
  }

  async dates() {
    return Int32Array.from(this.#articles, ({ date }) => {
      const [year, month, day] = (date ?? "0").split("-").map(Number);
      return year * 512 + (month ?? 0) * 32 + (day ?? 0);
    });
  }
}

/** 0 to 3, as plugins/search_index/postings.py weighs. */
function weigh(count, length) {
  const weight = (2.2 * count) / (count + 1.2 * (0.25 + (0.75 * length) / 600));
  return (weight > 1.05) + (weight > 1.4) + (weight > 1.7);
}

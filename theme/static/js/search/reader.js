import { SearchError } from "./errors.js";

const MOST_TEXTS = 400;

/** Cards and texts of documents, with what is folded kept beside them. */
export class Reader {
  #archive;
  #manifest;
  #text;
  #texts = new Map();

  constructor(archive, manifest, folding, text) {
    this.#archive = archive;
    this.#manifest = manifest;
    this.#text = text;
    this.folding = folding;
  }

  async cards(numbers, signal) {
    const cards = await this.#archive.cards(numbers, signal);
    return cards.map(({ number, row, body }) => {
      if (body !== undefined) this.#keep(number, body);
      const [id, title, date = null, url = null, newspaper = null, city = null] = row;
      const placed = url ?? this.#manifest.urls?.replace("{id}", id) ?? null;
      return { id, number, url: placed, title, date, newspaper, city, foldedTitle: this.folding.fold(title) };
    });
  }

  async text(card, signal) {
    const known = this.knownText(card.number);
    if (known !== undefined) return known;
    let text;
    try {
      text = await this.#text(card, signal);
    } catch (error) {
      if (signal?.aborted || error instanceof SearchError) throw error;
      throw new SearchError("text", `the text of ${card.id} could not be read (${error.message}); try again`, { cause: error });
    }
    if (typeof text !== "string") throw new SearchError("text", `there is no text of ${card.id}; reload the page`);
    this.#keep(card.number, text);
    return text;
  }

  async foldedText(card, signal) {
    return this.folding.fold(await this.text(card, signal));
  }

  /** The text, if it was read lately. */
  knownText(number) {
    return this.#texts.get(number);
  }

  #keep(number, text) {
    this.#texts.delete(number);
    this.#texts.set(number, text);
    if (this.#texts.size > MOST_TEXTS) this.#texts.delete(this.#texts.keys().next().value);
  }
}

import { SearchError } from "./errors.js";

const MOST_TEXTS = 1000;

/** Cards and texts of documents; the texts read lately are kept. */
export class Reader {
  #archive;
  #source;
  #texts = new Map();
  #coming = new Map();
  #ids = null;

  constructor(archive, folding, source) {
    this.#archive = archive;
    this.#source = source;
    this.folding = folding;
  }

  async cards(numbers, signal) {
    const cards = await this.#archive.cards(numbers, signal);
    return cards.map(({ number, row, body }) => {
      if (body !== undefined) this.#keep(number, body);
      const { numbers } = this.#source.manifest;
      const [id, title, date = null, url = null, newspaper = null, city = null] =
        numbers === null ? row : [numbers + number, ...row];
      const place = url ?? this.#formUrl(id);
      const foldedTitle = this.folding.fold(title);
      return { id, number, url: place, title, date: spellDate(date), newspaper, city, foldedTitle };
    });
  }

  /** Learn what documents are called, where the archive tells it. */
  async learnIds(signal) {
    this.#ids ??= await this.#archive.ids?.(signal);
  }

  /** Ask for texts before the cards are there, where the documents' ids are known. */
  expect(numbers, signal) {
    for (const number of numbers) {
      const named = this.#name(number);
      if (!named || this.#texts.has(number) || this.#coming.has(number)) continue;
      const coming = this.#load(named, signal).finally(() => this.#coming.delete(number));
      coming.catch(() => {});
      this.#coming.set(number, coming);
    }
  }

  async text(card, signal) {
    // What was asked for beforehand may have been given up since; then it is asked for again.
    await this.#coming.get(card.number)?.catch(() => {});
    return this.knownText(card.number) ?? this.#load(card, signal);
  }

  /** What can be told of a document by its number. */
  #name(number) {
    const { numbers } = this.#source.manifest;
    const id = numbers === null ? this.#ids?.[number] : numbers + number;
    return id === undefined ? null : { id, number, url: this.#formUrl(id) };
  }

  #formUrl(id) {
    return this.#source.manifest.urls?.replace("{id}", id) ?? null;
  }

  async #load(card, signal) {
    try {
      const text = await (this.#source.text?.(card, signal) ?? this.#pageText(card, signal));
      this.#keep(card.number, String(text));
      return this.knownText(card.number);
    } catch (error) {
      if (signal?.aborted || error instanceof SearchError) throw error;
      throw new SearchError("text", `the text of ${card.id} could not be read (${error.message}); try again`, {
        cause: error,
      });
    }
  }

  async foldedText(card, signal) {
    return this.folding.fold(await this.text(card, signal));
  }

  /** The text, if it was read lately. */
  knownText(number) {
    return this.#texts.get(number);
  }

  async #pageText({ id, url }, signal) {
    if (!url) throw new SearchError("text", `${id} has no URL; open the index with a text function`);
    const { manifest, loader } = this.#source;
    const [html, { articleText }] = await Promise.all([
      loader.page(manifest.root + url, signal),
      import("./page_text.js"),
    ]);
    const text = articleText(html);
    if (text === null) throw new SearchError("text", `${url} has no <article>; build the site anew`);
    return text;
  }

  #keep(number, text) {
    this.#texts.delete(number);
    this.#texts.set(number, text);
    if (this.#texts.size > MOST_TEXTS) this.#texts.delete(this.#texts.keys().next().value);
  }
}

/** A card's date as it is known: 2023, 2023-03 or 2023-03-01, of 2023, 202303 or 20230301. */
function spellDate(date) {
  const [, ...parts] = /^(\d{4})(\d\d)?(\d\d)?$/.exec(date ?? "") ?? [null, date];
  return parts.filter(Boolean).join("-") || null;
}

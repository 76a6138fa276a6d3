import { cutRuns, termsOf } from "./terms.js";

// "phrase", “quotation”, or anything up to the next space; a minus before the first two excludes them.
const TOKEN = /(-?)"([^"]*)"?|(-?)“([^”]*)”(?= |$)|\S+/g;

/**
 * What the reader asks for: `words` (all of them) and `without` (none of them), each planned. Spaces part words, "…"
 * holds a phrase together, a leading minus excludes. “…” asks for the quotation first (`literal`), then the phrase.
 */
export function parseQuery(text, folding) {
  const folded = folding
    .fold(text)
    .replace(/[\s\u0000-\u001f]+/g, " ")
    .trim();
  const tokens = [...folded.matchAll(TOKEN)].map(readToken);
  if (tokens.every((token) => token.excluded)) {
    // Nothing to exclude from: "-19" is looked for as it stands.
    return { text: folded, words: planWords(tokens.map(({ written }) => ({ text: written }))), without: [] };
  }
  return {
    text: folded,
    words: planWords(tokens.filter((token) => !token.excluded)),
    without: planWords(tokens.filter((token) => token.excluded)),
  };
}

function readToken([written, minus, phrase, quoteMinus, quotation]) {
  if (phrase?.trim()) return { text: phrase.trim(), excluded: minus === "-", written };
  if (quotation?.trim()) {
    return { text: quotation.trim(), literal: `“${quotation}”`, excluded: quoteMinus === "-", written };
  }
  const isExcluded = /^-[^"-]/.test(written);
  return { text: isExcluded ? written.slice(1) : written, excluded: isExcluded, written };
}

function planWords(tokens) {
  return [...new Map(tokens.map((token) => [token.text, planWord(token.text, token.literal)])).values()];
}

/** How to find a word: by the terms in its runs, or by its single units; `isSure` when it is a term itself. */
export function planWord(text, literal) {
  const joined = [...new Set(cutRuns(text).flatMap(termsOf))];
  const terms = joined.length ? joined : [...new Set(text.split(""))].filter((unit) => unit > " ");
  return { text, literal, terms, isSure: terms.includes(text) };
}

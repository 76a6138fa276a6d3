import { cutRuns, joinableOf, termsOf } from "./terms.js";

// "phrase", “quotation”, or anything up to the next space; a minus before the first two excludes them.
const TOKEN = /(-?)"([^"]*)"?|(-?)“([^”]*)”(?= |$)|\S+/g;

/**
 * What the reader asks for: `words` (all of them) and `without` (none of them), each planned. Spaces part words, "…"
 * holds a phrase together, a leading minus excludes. “…” asks for the quotation first (`literal`), then the phrase.
 * `late`: units whose folding was not known when lists were first asked for.
 */
export function parseQuery(text, folding, late = "") {
  const placed = folding.fold(text).replace(/[\s\u0000-\u001f]/g, " ");
  const folded = oneSpace(placed);
  // Folding makes a minus of every dash, but only what was typed as a minus excludes: ——专家 is no order.
  const tokens = [...placed.matchAll(TOKEN)].map((found) => readToken(found, "-－".includes(text[found.index])));
  if (tokens.every((token) => token.excluded)) {
    // Nothing to exclude from: "-19" is looked for as it stands.
    return { text: folded, words: planWords(tokens.map(({ written }) => ({ text: written })), late), without: [] };
  }
  return {
    text: folded,
    words: planWords(tokens.filter((token) => !token.excluded), late),
    without: planWords(tokens.filter((token) => token.excluded)),
  };
}

const oneSpace = (text) => text.replace(/ +/g, " ").trim();

function readToken([written, , phrase, , quotation], excluded) {
  if (phrase?.trim()) return { text: oneSpace(phrase), excluded, written };
  if (quotation?.trim()) {
    return { text: oneSpace(quotation), literal: `“${quotation.replace(/ +/g, " ")}”`, excluded, written };
  }
  const isExcluded = excluded && /^-[^"-]/.test(written);
  return { text: isExcluded ? written.slice(1) : written, excluded: isExcluded, written };
}

function planWords(tokens, late) {
  return [...new Map(tokens.map((token) => [token.text, planWord(token.text, token.literal, late)])).values()];
}

/**
 * How to find a word: by the terms in its runs, or by its single units; `isSure` when it is a term itself (quads may
 * share their codes). `joinable`: its triples that may be terms as well, where the archive's frequent pairs say so.
 * `early`: the same without what holds `late` units, when there are such and there is something left.
 */
export function planWord(text, literal, late = "") {
  const runs = cutRuns(text);
  const joined = [...new Set(runs.flatMap(termsOf))];
  const terms = joined.length ? joined : [...new Set(text.split(""))].filter((unit) => unit > " ");
  const joinable = runs.flatMap(joinableOf);
  const isKnown = (term) => !late.split("").some((unit) => term.includes(unit));
  const known = terms.filter(isKnown);
  const early = known.length && !isKnown(text) ? { text, terms: known, joinable: joinable.filter(isKnown) } : null;
  return { text, literal, terms, joinable, early, isSure: !early && text.length < 4 && terms.includes(text) };
}

import { cutRuns, joinableOf, termsOf } from "./terms.js";

// "phrase", “quotation”, or anything up to the next space; a minus before the first two excludes them.
const TOKEN = /(-?)"([^"]*)"?|(-?)“([^”]*)”(?= |$)|\S+/g;

// Characters that are simplified within some words only, in a folded query: 瞭解 but 瞭望, 答覆 but 覆盖, 凭藉 but 慰藉.
const IN_WORDS = [
  [/瞭(?!望)/g, "了"],
  [/(?<=[答回批函])覆/g, "复"],
  [/(?<![慰狼枕蕴])藉/g, "借"],
];

/**
 * A query as it may be meant, one meaning after the other: with “…” as a quotation that stands in the texts, then as it
 * is, then with the words of a phrase side by side, then with what is simplified within words only.
 */
export function readQuery(text, folding) {
  const simplify = (folded) => IN_WORDS.reduce((before, [traditional, simple]) => before.replace(traditional, simple), folded);
  const plain = parseQuery(text, folding);
  const change = (read) => ({ ...plain, words: plain.words.map((word) => planWord(read(word))) });
  const simplified = parseQuery(text, folding, simplify);
  return [
    ...(plain.words.some((word) => word.literal) ? [change((word) => word.literal ?? word.text)] : []),
    plain,
    ...(plain.words.some(isSpaced) ? [change((word) => (isSpaced(word) ? word.text.replaceAll(" ", "") : word.text))] : []),
    ...(simplified.text === plain.text ? [] : [simplified]),
  ];
}

/** Whether a phrase has a space between Chinese characters, as no text has: "健康卡 推广". */
const isSpaced = ({ text }) => /[^!-~] [^!-~]/.test(text);

/**
 * What the reader asks for: `words` (all of them) and `without` (none of them), each planned. Spaces part words, "…"
 * holds a phrase together, a leading minus excludes. “…” asks for the quotation first (`literal`), then the phrase.
 * `change` is done to the folded text, and keeps all places.
 */
export function parseQuery(text, folding, change = (folded) => folded) {
  const placed = change(folding.fold(text)).replace(/[\s\u0000-\u001f]/g, " ");
  const folded = oneSpace(placed);
  // Folding makes a minus of every dash, but only what was typed as a minus excludes: ——专家 is no order.
  const tokens = [...placed.matchAll(TOKEN)].map((found) => readToken(found, "-－".includes(text[found.index])));
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

const oneSpace = (text) => text.replace(/ +/g, " ").trim();

function readToken([written, , phrase, , quotation], excluded) {
  if (phrase?.trim()) return { text: oneSpace(phrase), excluded, written };
  if (quotation?.trim()) {
    return { text: oneSpace(quotation), literal: `“${quotation.replace(/ +/g, " ")}”`, excluded, written };
  }
  const isExcluded = excluded && /^-[^"-]/.test(written);
  return { text: isExcluded ? written.slice(1) : written, excluded: isExcluded, written };
}

function planWords(tokens) {
  return [...new Map(tokens.map((token) => [token.text, planWord(token.text, token.literal)])).values()];
}

/**
 * How to find a word: by the terms in its runs and by units that are a run alone, or by its single units; `isSure` when
 * it is a term itself (quads may share their codes). `joinable`: its triples that may be terms as well, where the
 * archive's frequent pairs say so. `isTorn`: something in it parts runs, or is outside of them.
 */
export function planWord(text, literal) {
  const runs = cutRuns(text);
  const inRuns = runs.flatMap(termsOf);
  const lone = runs.filter((run) => run.length === 1);
  const terms = [...new Set(inRuns.length ? [...inRuns, ...lone] : text.split("").filter((unit) => unit > " "))];
  const isTorn = runs.length !== 1 || runs[0] !== text;
  const isSure = text.length < 4 && terms.includes(text);
  return { text, literal, terms, joinable: runs.flatMap(joinableOf), isTorn, isSure };
}

// Which posting lists are worth asking for: rare terms first, until few documents are expected to be left.

import { bridgesOf } from "./bridges.js";

// What share of the documents a term of each level is taken to leave over. Terms go together, so the shares are not
// the middle of the level's range (0.2 %, 1 %, 4 %, 20 %) but its power 0.75.
const LEFT_OVER = [0.01, 0.03, 0.09, 0.3];

// A term of each level is worth fetching while so many documents are expected to be left, by a count that knows
// nothing of set phrases; a term at an end of its word that no other term covers while a fifth of that are: 回应 and
// 方回 are in many articles without 中方回应. At most so many terms are fetched, if the words are not more.
const WORTH_DOCUMENTS = [0.02, 0.1, 0.5, 5];
const WORTH_AT_END = 0.2;
const MOST_TERMS = 6;

// Of a word of so many units all pairs are asked for: where nothing holds it, its parts are looked for without another
// wave of requests. Shorter ones seldom have parts; where longer terms tell of the word, of numbers or of more frequent
// pairs than three in a row, the lists of all pairs would be too many.
const PARTED = [4, 6];
const MOST_JOINED = 1;

/** Whether the lists of all parts come with those of the words. */
export function isParted(words, sketch) {
  if (words.length !== 1) return false;
  const [{ text, terms, joinable, isTorn }] = words;
  const joined = joinable.filter((triple) => sketch.isJoined(triple));
  const isPaired = !isTorn && terms.every((term) => term.length < 3) && joined.length <= MOST_JOINED;
  return text.length >= PARTED[0] && text.length <= PARTED[1] && isPaired;
}

/**
 * The terms whose lists are asked for, for each word those of its own: at least one, and of all words together the
 * rarest, in an archive of `size` documents. `sketch` tells how frequent terms are.
 */
export function chooseTerms(words, sketch, size) {
  const chosen = words.map(() => []);
  const left = words.flatMap((word, of) => describeTerms(word, sketch, of));
  const isWhole = isParted(words, sketch);
  let expected = size;
  for (let count = 0; left.length; count++) {
    const isWorth = (term) => isWhole || !chosen[term.of].length || (count < MOST_TERMS && expected > worth(term));
    // The rarest; among equals, the one furthest from those chosen: neighbours tell the same.
    const rank = (term) => (chosen[term.of].length ? 4 : 0) + (isWorth(term) ? 0 : 4) + term.level;
    left.sort((a, b) => rank(a) - rank(b) || b.apart - a.apart);
    const next = left.shift();
    if (!isWorth(next)) break;
    chosen[next.of].push(next.term);
    expected *= LEFT_OVER[next.level];
    for (const other of left) if (other.of === next.of) markNeighbour(other, next);
  }
  return chosen;
}

const worth = ({ level, opens, closes }) => WORTH_DOCUMENTS[level] * (opens || closes ? WORTH_AT_END : 1);

/** Note how near a term stands to one that was chosen, and that this one tells of an end of the word. */
function markNeighbour(term, { at, opens, closes }) {
  term.apart = Math.min(term.apart, Math.abs(term.at - at));
  term.opens &&= !opens;
  term.closes &&= !closes;
}

/** The terms of a word but those that stand in longer ones, which tell all that they would. */
function describeTerms({ text, terms, joinable }, sketch, of) {
  const all = [...joinable.filter((triple) => sketch.isJoined(triple)), ...terms];
  const kept = all.filter((term) => !all.some((other) => other.length > term.length && other.includes(term)));
  const placed = kept.map((term) => ({ term, at: text.indexOf(term), length: term.length }));
  return [...bridgesOf(text), ...placed].map(({ term, at, length }) => {
    const closes = at + length === text.length;
    return { term, of, at, opens: at === 0, closes, level: sketch.level(term), apart: Infinity };
  });
}

import { cutRuns } from "./terms.js";

// A pair this much rarer than the pairs beside it is a seam between two words: 4 cut 聊城|大学 and kept 内蒙古 whole.
const SEAM = 4;

// Most candidates hold the words as they stand: nine of ten, as measured on 10,000 articles.
const LIKELY = 0.9;

// Of several words, those no longer that some document may hold stay as they were typed.
const KEPT = 4;

/**
 * The words of a query, cut where the archive's own texts seldom join two characters. The lists of all pairs are asked
 * for at once; what is asked later needs no others. `parts`: the documents that may hold each word. `isAtHand`: all lists
 * had been asked for before; `isEarly`: some were asked for now, and those of the words found are still to be.
 */
export async function cutWords(words, parts, archive, signal) {
  const isKept = ({ text }, i) => words.length > 1 && text.length <= KEPT && parts[i].documents.length > 0;
  const runs = words.filter((word, i) => !isKept(word, i)).flatMap((word) => cutRuns(word.text));
  // A word that is all that was asked for stands nowhere, whatever its lists say.
  const none = words.length === 1 ? words[0].text : null;
  const cut = await Promise.all(runs.map((run) => cutRun(run, none, archive, signal)));
  const pieces = [...new Set(cut.flat())];
  const long = pieces.filter((piece) => piece.length > 1);
  const kept = words.map((word, i) => ({ ...word, hits: parts[i] })).filter(isKept);
  // The only pair of a short run has been asked for.
  const isTold = archive.isVerified || runs.every((run) => run.length < 3) || archive.isParted(words);
  // Single units have lists of another kind.
  const isBare = !long.length && !kept.length;
  const isWaiting = isBare && !archive.isVerified;
  const found = [...kept, ...(isBare ? pieces : long).map(planPiece)];
  return { words: found, isAtHand: isTold && !isWaiting, isEarly: !isTold && isWaiting };
}

/** A piece of a run as a word: told by its pairs alone, whose lists are at hand. */
function planPiece(text) {
  const pairs = Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));
  return { text, terms: pairs.length ? pairs : [text], joinable: [], isTorn: false, isSure: text.length < 3 };
}

async function cutRun(run, none, archive, signal) {
  const counts = await Promise.all(
    Array.from({ length: run.length - 1 }, (_, i) => archive.countTerm(run.slice(i, i + 2), signal)),
  );
  const pieces = [];
  let start = 0;
  for (let i = 1; i < run.length; i++) {
    if (!isSeam(counts, i - 1, start)) continue;
    pieces.push(run.slice(start, i));
    start = i;
  }
  pieces.push(run.slice(start));
  const parts = await Promise.all(pieces.map((piece) => splitUnknown(piece, none, archive, signal)));
  return parts.flat();
}

function isSeam(counts, i, start) {
  if (counts[i] === 0) return true;
  const before = i > start ? counts[i - 1] : Infinity;
  const after = i + 1 < counts.length ? counts[i + 1] : Infinity;
  const beside = Math.min(before, after);
  return beside < Infinity && counts[i] * SEAM < beside;
}

/** Halve a piece of which no document holds all pairs, and `none`, which none holds. */
async function splitUnknown(piece, none, archive, signal) {
  if (piece.length < 3) return [piece];
  const { documents } = await archive.findWords([planPiece(piece)], signal);
  if (documents.length && piece !== none) return [piece];
  const middle = piece.length >> 1;
  const halves = [piece.slice(0, middle), piece.slice(middle)];
  return (await Promise.all(halves.map((half) => splitUnknown(half, none, archive, signal)))).flat();
}

/** The documents that may hold words of at least half the query's length; those that hold most come first. */
export async function findMost(words, archive, signal) {
  const found = await Promise.all(words.map((word) => word.hits ?? archive.findWords([word], signal)));
  const scores = new Map();
  const lengths = new Map();
  found.forEach((hits, i) => {
    const length = words[i].text.length;
    hits.documents.forEach((document, place) => {
      lengths.set(document, (lengths.get(document) ?? 0) + length);
      scores.set(document, (scores.get(document) ?? 0) + 16 * length + hits.scores[place]);
    });
  });
  const documents = [...lengths.keys()].filter((document) => lengths.get(document) >= halfLength(words));
  documents.sort((a, b) => a - b);
  return {
    documents: Int32Array.from(documents),
    scores: Uint16Array.from(documents, (document) => scores.get(document)),
    likely: LIKELY,
  };
}

/** Whether title and body together hold words of at least half the query's length, and none that are excluded. */
export function holdsMost({ title, body }, { words, without }) {
  const has = ({ text }) => title.includes(text) || body.includes(text);
  const held = words.filter(has).reduce((sum, { text }) => sum + text.length, 0);
  return held >= halfLength(words) && !without.some(has);
}

const halfLength = (words) => words.reduce((sum, { text }) => sum + text.length, 0) / 2;

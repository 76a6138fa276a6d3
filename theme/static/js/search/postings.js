// Hit lists: { documents (rising), scores, chance }. `chance` is the share of all documents that would have the terms
// if they met by chance.

/** The score of a title hit: 8, up to 3 more when the title is short, 12 when it is as long as the word. */
export function scoreTitle(title, word) {
  return title === word ? 12 : 8 + (title <= 8) + (title <= 14) + (title <= 22);
}

// Terms of one text attract each other: they meet by chance in about product(share ^ 0.85) of the documents.
const ATTRACTION = 0.85;

// No title counts as longer.
const LONGEST = 32;

export const NO_HITS = makeHits([], [], 0);

function makeHits(documents, scores, chance) {
  return { documents: Int32Array.from(documents), scores: Uint16Array.from(scores), chance };
}

/** The documents, below `size`, in the posting lists of all terms of a word of this length. */
export function meetTerms(lists, size, length) {
  if (lists.includes(null)) return NO_HITS;
  const sorted = shortFirst(lists);
  const scores = [];
  const documents = meet(sorted, (places) => scores.push(scoreTerms(sorted, places, length)));
  const chance = sorted.reduce((product, list) => product * (list.documents.length / size) ** ATTRACTION, 1);
  return makeHits(documents, scores, chance);
}

/** The documents that all words have, their scores added up. */
export function meetWords(hits) {
  if (hits.length === 1) return hits[0];
  const sorted = shortFirst(hits);
  const scores = [];
  const documents = meet(sorted, (places) =>
    scores.push(sorted.reduce((sum, { scores }, i) => sum + scores[places[i]], 0)),
  );
  return makeHits(
    documents,
    scores,
    hits.reduce((product, { chance }) => product * chance, 1),
  );
}

/** The hits whose document passes a test. */
export function keepHits({ documents, scores, ...more }, test) {
  const kept = [...documents.keys()].filter((i) => test(documents[i]));
  return {
    ...more,
    documents: Int32Array.from(kept, (i) => documents[i]),
    scores: Uint16Array.from(kept, (i) => scores[i]),
  };
}

const shortFirst = (lists) => [...lists].sort((a, b) => a.documents.length - b.documents.length);

/** The documents in all lists, the shortest first; `note` is told where each stands. */
function meet(lists, note) {
  const places = new Int32Array(lists.length);
  const met = [];
  const [shortest] = lists;
  next: for (let at = 0; at < shortest.documents.length; at++) {
    const document = shortest.documents[at];
    places[0] = at;
    for (let i = 1; i < lists.length; i++) {
      places[i] = advance(lists[i].documents, places[i], document);
      if (lists[i].documents[places[i]] !== document) continue next;
    }
    note(places);
    met.push(document);
  }
  return met;
}

/** The first place from `low` on whose document is not below the wanted one, in ever longer steps. */
function advance(documents, low, wanted) {
  let step = 1;
  while (documents[low + step] < wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, documents.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (documents[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A word is in the title when all its terms are; in the body (0 to 3) it weighs what its weakest term weighs. */
function scoreTerms(lists, places, length) {
  let title = LONGEST;
  let weight = LONGEST;
  for (let i = 0; i < lists.length; i++) {
    title = Math.min(title, lists[i].titles[places[i]]);
    weight = Math.min(weight, lists[i].weights?.[places[i]] ?? 0);
  }
  return title ? scoreTitle(title, length) : weight;
}

// Posting lists put together. A hit list is { documents (rising), scores }; a title hit outranks any body hit.

// A title hit scores 8, and up to 3 more when the title is short; a body hit 0 to 3.
const IN_TITLE = 8;

export const NO_HITS = { documents: new Int32Array(0), scores: new Uint16Array(0) };

/** The documents of one word: those in the lists of all its terms. */
export function meetTerms(lists) {
  if (lists.length === 0 || lists.includes(null)) return NO_HITS;
  const shortFirst = [...lists].sort((a, b) => a.documents.length - b.documents.length);
  const places = shortFirst.map(() => 0);
  const documents = [];
  const scores = [];
  next: for (const document of shortFirst[0].documents) {
    for (let i = 0; i < shortFirst.length; i++) {
      places[i] = advance(shortFirst[i].documents, places[i], document);
      if (shortFirst[i].documents[places[i]] !== document) continue next;
    }
    documents.push(document);
    scores.push(scoreTerms(shortFirst, places));
  }
  return { documents: Int32Array.from(documents), scores: Uint16Array.from(scores) };
}

/** A word is in the title when all its terms are; its weight is that of its weakest term. */
function scoreTerms(lists, places) {
  let weight = 3;
  let isTitled = true;
  for (let i = 0; i < lists.length; i++) {
    weight = Math.min(weight, lists[i].weights?.[places[i]] ?? 0);
    isTitled &&= lists[i].titles[places[i]] > 0;
  }
  return isTitled ? IN_TITLE + 4 - lists[0].titles[places[0]] : weight;
}

/** The first place at or after `from` whose document is not below the wanted one, by galloping. */
function advance(documents, from, wanted) {
  let step = 1;
  let low = from;
  while (low + step < documents.length && documents[low + step] < wanted) {
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

/** The documents of all words, scores added up. */
export function meetWords(hits) {
  let [met, ...others] = [...hits].sort((a, b) => a.documents.length - b.documents.length);
  for (const other of others) {
    const documents = [];
    const scores = [];
    let place = 0;
    for (let i = 0; i < met.documents.length; i++) {
      place = advance(other.documents, place, met.documents[i]);
      if (other.documents[place] !== met.documents[i]) continue;
      documents.push(met.documents[i]);
      scores.push(met.scores[i] + other.scores[place]);
    }
    met = { documents: Int32Array.from(documents), scores: Uint16Array.from(scores) };
  }
  return met;
}

/** The hits that pass a test of their document. */
export function keepHits(hits, test) {
  const kept = [];
  for (let i = 0; i < hits.documents.length; i++) if (test(hits.documents[i])) kept.push(i);
  return {
    documents: Int32Array.from(kept, (i) => hits.documents[i]),
    scores: Uint16Array.from(kept, (i) => hits.scores[i]),
  };
}

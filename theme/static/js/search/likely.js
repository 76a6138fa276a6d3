// What share of the candidates will prove true hits: measured on Chinese news, 10,000 and 100,000 articles, where there
// were ten candidates or more.

// Where the terms tell of every three units in a row hardly any document has all of them but not the word.
const COVERED = 0.98;

// Where something parts the word's runs, its terms may stand anywhere, and a bridge shares its list with others: few are
// true, unless there are many more than by chance.
const TORN = [0.15, 0.8];

// Else by how many documents more there are than would have the terms by chance: none more, many more.
const BY_CHANCE = [0.5, 0.95];

// Of a longer word not all terms are fetched; what has them often is another sentence of the same set phrases.
const LONG_WORD = 6;
const LONG = 0.68;

// Of so few candidates, where this share of them or more would have the terms by chance, none may be true: of 28 queries
// with such candidates on 10,000 articles 14 had no hit, of 190 with others 6.
const FEW = 10;
const DOUBTFUL_CHANCE = 0.05;

/** Whether these candidates among `size` documents, of which this share is expected to be true, may well all be false. */
export function areDoubtful({ documents, chance }, likely, size) {
  return likely < COVERED && documents.length <= FEW && size * chance >= DOUBTFUL_CHANCE * documents.length;
}

/** The expected share of true hits, where `size` documents hold these terms of the words as told by `hits`. */
export function expectHits(words, chosen, { documents, chance }, size) {
  if (words.every((word) => word.isSure)) return 1;
  if (words.every((word, i) => !word.isTorn && isCovered(word.text, chosen[i]))) return COVERED;
  const surplus = Math.max(1 - (size * chance) / Math.max(documents.length, 1), 0);
  if (words.some((word) => word.isTorn)) return TORN[0] + (TORN[1] - TORN[0]) * surplus ** 2;
  const likely = BY_CHANCE[0] + (BY_CHANCE[1] - BY_CHANCE[0]) * surplus;
  return words.some((word) => word.text.length >= LONG_WORD) ? Math.min(likely, LONG) : likely;
}

function isCovered(text, terms) {
  for (let i = 0; i + 3 <= text.length; i++) {
    if (!terms.some((term) => term.includes(text.slice(i, i + 3)))) return false;
  }
  return true;
}

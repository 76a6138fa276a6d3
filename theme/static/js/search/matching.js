// Words in texts: whether they stand there, where, and how near to one another.

/** The places where a folded word begins in a folded text. */
export function findPlaces(folded, word) {
  const places = [];
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) places.push(at);
  return places;
}

/** Whether a document, title or body, has all words and none of the others. */
export function isHit({ title, body }, { words, without }) {
  const has = ({ text }) => title.includes(text) || body.includes(text);
  return words.every(has) && !without.some(has);
}

/** The shortest stretch of the text that holds every word, in units; Infinity when one is missing. */
export function nearness(folded, words) {
  const places = words.map(({ text }) => findPlaces(folded, text));
  if (places.some((list) => list.length === 0)) return Infinity;
  const at = words.map(() => 0);
  let nearest = Infinity;
  for (;;) {
    const starts = places.map((list, i) => list[at[i]]);
    const first = starts.indexOf(Math.min(...starts));
    const end = Math.max(...starts.map((start, i) => start + words[i].text.length));
    nearest = Math.min(nearest, end - starts[first]);
    if (++at[first] === places[first].length) return nearest;
  }
}

/** A stretch of the text around its first words, with the places of all words in it: { text, marks, isCut }. */
export function cutExtract(text, folded, words, length = 90) {
  const all = words.flatMap(({ text: word }) => findPlaces(folded, word).map((at) => [at, at + word.length]));
  const marks = joinMarks(all);
  const lead = Math.floor(length / 4);
  const best = bestStart(marks, length - lead);
  const start = stepOverHalf(text, Math.max(0, Math.min(best - lead, text.length - length)));
  const end = stepOverHalf(text, Math.min(text.length, start + length));
  return {
    text: text.slice(start, end).replace(/\s/g, " "),
    marks: marks.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from - start, to - start]),
    isCut: [start > 0, end < text.length],
  };
}

function joinMarks(marks) {
  const joined = [];
  for (const [from, to] of marks.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** The mark from which a stretch of this length sees most marks. */
function bestStart(marks, length) {
  let best = 0;
  let most = 0;
  for (let first = 0, last = 0; first < marks.length; first++) {
    while (last < marks.length && marks[last][1] <= marks[first][0] + length) last++;
    if (last - first > most) [most, best] = [last - first, marks[first][0]];
  }
  return best;
}

/** Keep clear of the middle of a surrogate pair. */
const stepOverHalf = (text, at) => (/[\udc00-\udfff]/.test(text[at] ?? "") ? at + 1 : at);

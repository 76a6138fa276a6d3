// Runs and terms: the counterpart of plugins/search_index/terms.py, held to it by the same vectors.

// Folded units that end a run: first and last of each range.
const BREAKS = [
  0x0000, 0x002f, 0x003a, 0x0040, 0x005b, 0x0060, 0x007b, 0x00a9, 0x00ab, 0x00b1, 0x00b4, 0x00b4, 0x00b6, 0x00b8,
  0x00bb, 0x00bf, 0x00d7, 0x00d7, 0x00f7, 0x00f7, 0x02c2, 0x02df, 0x2000, 0x206f, 0x20a0, 0x20cf, 0x2190, 0x245f,
  0x2500, 0x2bff, 0x2e00, 0x2e7f, 0x3000, 0x3004, 0x3008, 0x3020, 0x3030, 0x3030, 0x303d, 0x303f, 0x30fb, 0x30fb,
  0xfe00, 0xfe6f, 0xfeff, 0xfeff, 0xffe0, 0xffff,
];
const isBreak = new Uint8Array(0x10000);
for (let i = 0; i < BREAKS.length; i += 2) isBreak.fill(1, BREAKS[i], BREAKS[i + 1] + 1);

// Marks that belong to the run when a Latin letter or a digit stands before them: 3.5%, 0635-8451234, 3·15, GB/T.
export const JOINERS = ".·-/:%&@_+";

export const isDigit = (unit) => unit >= 0x30 && unit <= 0x39;
const isLatin = (unit) => isDigit(unit) || (unit >= 0x61 && unit <= 0x7a);

/** The runs of a folded text in order. */
export function cutRuns(folded) {
  const runs = [];
  let start = -1;
  for (let i = 0; i <= folded.length; i++) {
    const inside = i < folded.length && isInRun(folded, i);
    if (inside && start < 0) start = i;
    if (!inside && start >= 0) {
      runs.push(folded.slice(start, i));
      start = -1;
    }
  }
  return runs;
}

/** Whether a folded unit stands in a run wherever it is. */
export const isRunUnit = (unit) => !isBreak[unit];

/** Whether a unit of a folded text stands in a run. */
export function isInRun(folded, i) {
  if (isRunUnit(folded.charCodeAt(i))) return true;
  return i > 0 && JOINERS.includes(folded[i]) && isLatin(folded.charCodeAt(i - 1));
}

const QUAD = /(?=(\d\D\d[^]|\d\d\D\d|\d\d\d[^]))/g;
export const TRIPLE = /^(?:\d\d[^]|\d\D\d)$/;

/** The terms of a run, telling ones first: quads (4月10, 12月6, 400人), triples (23年, 4月1), pairs. */
export function termsOf(run) {
  const pairs = [];
  const triples = [];
  const quads = [...run.matchAll(QUAD)].map(([, quad]) => quad);
  for (let i = 0; i + 1 < run.length; i++) {
    pairs.push(run.slice(i, i + 2));
    const triple = run.slice(i, i + 3);
    if (TRIPLE.test(triple)) triples.push(triple);
  }
  return [...quads, ...triples, ...pairs];
}

/** The triples of a run that are no terms of their own: they stand in the index where both their pairs are frequent. */
export function joinableOf(run) {
  const triples = Array.from({ length: Math.max(run.length - 2, 0) }, (_, i) => run.slice(i, i + 3));
  return triples.filter((triple) => !TRIPLE.test(triple));
}

/** The 6,763 characters of GB 2312 in its own order. */
export const GB2312 = (() => {
  const bytes = new Uint8Array((0xf8 - 0xb0) * 94 * 2);
  for (let i = 0; i < bytes.length / 2; i++) {
    bytes[2 * i] = 0xb0 + Math.floor(i / 94);
    bytes[2 * i + 1] = 0xa1 + (i % 94);
  }
  // Row 55 ends five characters early; decoders give something else, or nothing known, for its last places.
  const last = 2 * (94 * (0xd7 - 0xb0) + 89);
  const decode = (part) => new TextDecoder("gbk").decode(part);
  return decode(bytes.subarray(0, last)) + decode(bytes.subarray(last + 10));
})();

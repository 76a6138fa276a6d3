// Terms and their codes: the counterpart of plugins/search_index/terms.py, held to it by the same vectors.

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
const JOINERS = new Set(".·-/:%&@_+");

const isLatin = (unit) => (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a);

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

function isInRun(folded, i) {
  if (!isBreak[folded.charCodeAt(i)]) return true;
  return i > 0 && JOINERS.has(folded[i]) && isLatin(folded.charCodeAt(i - 1));
}

/** The code of a pair of units, or of a single one, spread over 32 bits; no two terms of a kind share a code. */
export function termCode(term) {
  const last = term.charCodeAt(term.length - 1);
  return mixCode(term.length === 1 ? last : (term.charCodeAt(0) << 16) | last);
}

function mixCode(code) {
  code ^= code >>> 16;
  code = Math.imul(code, 0x7feb352d);
  code ^= code >>> 15;
  code = Math.imul(code, 0x846ca68b);
  return (code ^ (code >>> 16)) >>> 0;
}

/** The distinct pairs of neighbouring units in a run. */
export function pairsOf(run) {
  const pairs = new Set();
  for (let i = 0; i + 1 < run.length; i++) pairs.add(run.slice(i, i + 2));
  return [...pairs];
}

// Bridges: the counterpart of plugins/search_index/bridges.py, held to it by the same vectors.

import { isInRun } from "./terms.js";

/**
 * The bridges of a folded text of one line: what parts two runs, with the units on either side of it. Each as { term, at,
 * length }; the term is a newline, the units around, those at the ends of the gap between.
 */
export function bridgesOf(folded) {
  const bridges = [];
  for (let at = 0; at < folded.length; at++) {
    if (!isInRun(folded, at) || at + 1 === folded.length || isInRun(folded, at + 1)) continue;
    let end = at + 1;
    while (end < folded.length && !isInRun(folded, end)) end++;
    if (end === folded.length) break;
    bridges.push({ term: `\n${folded[at]}${folded[at + 1]}${folded[end - 1]}${folded[end]}`, at, length: end + 1 - at });
  }
  return bridges;
}

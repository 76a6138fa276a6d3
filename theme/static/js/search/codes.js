// Codes of terms: the counterpart of plugins/search_index/codes.py, held to it by the same vectors.

import { GB2312, JOINERS, TRIPLE, isDigit } from "./terms.js";

// The numbers of common units; -1 for others.
export const alphabet = new Int16Array(0x10000).fill(-1);
[...("0123456789abcdefghijklmnopqrstuvwxyz" + JOINERS + GB2312)].forEach(
  (unit, i) => (alphabet[unit.charCodeAt(0)] = i),
);

const COMMON = 6809;
const ROOMS = { common: (COMMON + 200) * COMMON, rare: 2 ** 32, long: 2 ** 22, single: 2 ** 16 };

// A segment has a code of bridges for so many documents, the power of two below, and so many at least.
const DOCUMENTS_A_CODE = 4;
const FEWEST_CODES = 1 << 10;

const TRIPLES = 0x2500;

/**
 * Where a term is to be found in a segment of so many documents: { family, code, room }. No two common, rare or single
 * terms share a code.
 */
export function locateTerm(term, documents) {
  if (term.length > 4) return locateBridge([1, 2, 3, 4].map((i) => term.charCodeAt(i)), documents);
  const [first, second, third] = [0, 1, 2].map((i) => term.charCodeAt(i));
  if (term.length === 1) return locate("single", (first * 40503) % ROOMS.single);
  if (term.length === 4) return locateQuad(first, second, third, term.charCodeAt(3));
  if (term.length === 2) return locatePair(alphabet[first], first, second);
  if (!TRIPLE.test(term)) return locateQuad(first, second, third, 0);
  const [form, tens, ones, tail] = isDigit(second) ? [0, first, second, third] : [1, first, third, second];
  const head = form * 100 + (tens - 0x30) * 10 + ones - 0x30;
  return locatePair(COMMON + head, TRIPLES + head, tail);
}

function locatePair(number, head, tail) {
  if (number < 0 || alphabet[tail] < 0) return locate("rare", mixCode((head << 16) | tail));
  return locate("common", ((number * COMMON + alphabet[tail]) * 29916203) % ROOMS.common);
}

const locateQuad = (...units) => locate("long", mixUnits(...units) >>> 10);

function locateBridge(units, documents) {
  const bits = 31 - Math.clz32(Math.max(documents / DOCUMENTS_A_CODE, FEWEST_CODES));
  return locate("bridge", mixUnits(...units) >>> (32 - bits), 2 ** bits);
}

const locate = (family, code, room = ROOMS[family]) => ({ family, code, room });

const mixUnits = (a, b, c, d) => mixCode(mixCode((a << 16) | b) ^ ((c << 16) | d));

function mixCode(code) {
  code ^= code >>> 16;
  code = Math.imul(code, 0x7feb352d);
  code ^= code >>> 15;
  code = Math.imul(code, 0x846ca68b);
  return (code ^ (code >>> 16)) >>> 0;
}

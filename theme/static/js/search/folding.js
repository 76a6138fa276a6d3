// One table that makes characters alike (FORMAT.md, "Folding"): UTF-16 unit to UTF-16 unit, so places stay the same.

import { BitReader, riceShift } from "./bits.js";
import { GB2312 } from "./terms.js";

// The two levels of GB 2312, each in the order of Unicode: what traditional characters fold to.
const LEVELS = [GB2312.slice(0, 3755), GB2312.slice(3755)].map((level) => [...level].sort());
const FIRST_HAN = 0x4e00;
const HAN_ROOM = 0x5200;

// Where Unicode is settled: first and last unit of each range that folds by NFKC and lower case.
const SETTLED = [0x41, 0x5a, 0xa0, 0x1bff, 0x1d00, 0x2bff, 0x2e80, 0x33ff, 0xf900, 0xfaff, 0xfe30, 0xffef];

const CHUNK = 8192;

const ruled = [];
const ruleTable = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
for (let i = 0; i < SETTLED.length; i += 2) {
  for (let unit = SETTLED[i]; unit <= SETTLED[i + 1]; unit++) {
    ruleTable[unit] = foldByRule(unit);
    if (ruleTable[unit] !== unit) ruled.push(unit);
  }
}

function foldByRule(unit) {
  if ((unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212) return 0x2d;
  const takeOne = (text, folded) => (folded.length === 1 ? folded : text);
  const char = String.fromCharCode(unit);
  const normal = takeOne(char, char.normalize("NFKC"));
  return takeOne(normal, normal.toLowerCase()).charCodeAt(0);
}

export class Folding {
  #table = ruleTable.slice();
  #told = new Set(GB2312);

  /** `pairs`: `from, to …`; `traditional`: those of traditional characters, packed. */
  constructor(pairs, traditional = null) {
    this.#add(pairs);
    if (traditional) this.learn(traditional);
  }

  /** Take in all traditional characters, packed (FORMAT.md, "Folding"). */
  learn(packed) {
    const reader = new BitReader(packed);
    this.#add(LEVELS.map((level) => readPairs(reader, level)).join(""));
    this.#told = null;
  }

  #add(pairs) {
    for (let i = 0; i + 1 < pairs.length; i += 2) {
      this.#table[pairs.charCodeAt(i)] = pairs.charCodeAt(i + 1);
      this.#told?.add(pairs[i]);
    }
    for (const unit of ruled) this.#table[unit] = this.#table[this.#table[unit]];
  }

  /** Whether there are characters in the text of which the table may not yet say how they fold. */
  isUnsure(text) {
    return this.#told !== null && text.split("").some((char) => /[\u4e00-\u9fff]/.test(char) && !this.#told.has(char));
  }

  fold(text) {
    let folded = "";
    const units = new Uint16Array(Math.min(text.length, CHUNK));
    for (let start = 0; start < text.length; start += CHUNK) {
      const length = Math.min(CHUNK, text.length - start);
      for (let i = 0; i < length; i++) units[i] = this.#table[text.charCodeAt(start + i)];
      folded += String.fromCharCode.apply(null, units.subarray(0, length));
    }
    return folded;
  }
}

/** The pairs, as `from, to …`, that lead to one level of GB 2312. */
function readPairs(reader, level) {
  const count = reader.gamma() - 1;
  const shift = riceShift(count, HAN_ROOM);
  let from = FIRST_HAN - 1;
  const sources = Array.from({ length: count }, () => (from += 1 + reader.rice(shift)));
  let at = 0;
  const readTarget = () => {
    if (reader.fixed(1)) return (at = reader.fixed(12));
    const step = reader.fixed(6);
    return (at += step & 1 ? -(step + 1) / 2 : step / 2);
  };
  return sources.map((source) => String.fromCharCode(source) + level[readTarget()]).join("");
}

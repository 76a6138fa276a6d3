// One table that makes characters alike (FORMAT.md, "Folding"): UTF-16 unit to UTF-16 unit, so places stay the same.

import { BitReader, riceShift } from "./bits.js";
import { GB2312 } from "./terms.js";

// The usual characters (level 1 of GB 2312) in the order of Unicode: what usual traditional ones fold to.
const USUAL = [...GB2312.slice(0, 3755)].sort();
const FIRST_HAN = 0x4e00;
const HAN_ROOM = 0x5200;

const CHUNK = 8192;

/** Characters that are folded already, or by rule: the table need not be complete to fold them. */
const isPlain = (() => {
  const plain = new Uint8Array(0x10000);
  for (const [first, last] of [
    [0, 0x7f],
    [0x2010, 0x2027],
    [0x3001, 0x303f],
    [0xff01, 0xff5e],
  ]) {
    plain.fill(1, first, last + 1);
  }
  // The index tells of those among the common characters that fold all the same.
  for (const char of GB2312) plain[char.charCodeAt(0)] = 1;
  return plain;
})();

export class Folding {
  #table = Uint16Array.from({ length: 0x10000 }, (_, unit) => foldByRule(unit));
  #known = isPlain.slice();

  /** `pairs`: `from, to …`; `usual`: those of usual traditional characters, packed (FORMAT.md, "Folding"). */
  constructor(pairs, usual = "") {
    this.add(pairs);
    if (usual) this.#addUsual(usual);
  }

  /** Take in `from, to, from, to …`. */
  add(pairs) {
    for (let i = 0; i + 1 < pairs.length; i += 2) {
      this.#table[pairs.charCodeAt(i)] = pairs.charCodeAt(i + 1);
      this.#known[pairs.charCodeAt(i)] = 1;
    }
  }

  #addUsual(usual) {
    const reader = BitReader.fromBase64(usual);
    const count = reader.gamma() - 1;
    const shift = riceShift(count, HAN_ROOM);
    let from = FIRST_HAN - 1;
    const sources = Array.from({ length: count }, () => (from += 1 + reader.rice(shift)));
    let at = 0;
    for (const source of sources) {
      if (reader.fixed(1)) at = reader.fixed(12);
      else {
        const step = reader.fixed(6);
        at += step & 1 ? -(step + 1) / 2 : step / 2;
      }
      this.add(String.fromCharCode(source) + USUAL[at]);
    }
  }

  /** Take in pairs packed as steps (FORMAT.md, "Folding"). */
  unpack(bytes) {
    let at = 0;
    let from = 0;
    let to = 0;
    const next = () => {
      let number = 0;
      for (let shift = 0; ; shift += 7) {
        number |= (bytes[at] & 127) << shift;
        if (bytes[at++] < 128) return number;
      }
    };
    while (at < bytes.length) {
      from += next();
      const step = next();
      to += step & 1 ? -(step + 1) / 2 : step / 2;
      this.add(String.fromCharCode(from, to));
    }
  }

  /** The units of the text of which the table may not yet say how they fold. */
  unknown(text) {
    return text
      .split("")
      .filter((unit) => !this.#known[unit.charCodeAt(0)])
      .join("");
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

function foldByRule(unit) {
  if (unit >= 0x2010 && unit <= 0x2015) return 0x2d;
  if (unit >= 0xff01 && unit <= 0xff5e) unit -= 0xfee0;
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
}

// One table that makes characters alike (FORMAT.md, "Folding"): UTF-16 unit to UTF-16 unit, so places stay the same.

const CHUNK = 8192;

/** Characters that are folded already, or by rule: the table need not be complete to fold them. */
const isPlain = (() => {
  const plain = new Uint8Array(0x10000);
  for (const [first, last] of [[0, 0x7f], [0x2010, 0x2027], [0x3001, 0x303f], [0xff01, 0xff5e]]) {
    plain.fill(1, first, last + 1);
  }
  // The 3,755 common characters of GB 2312: the index tells of those that fold all the same.
  const rows = new Uint8Array((0xd8 - 0xb0) * 94 * 2);
  for (let i = 0; i < rows.length / 2; i++) {
    rows[2 * i] = 0xb0 + Math.floor(i / 94);
    rows[2 * i + 1] = 0xa1 + (i % 94);
  }
  for (const char of new TextDecoder("gbk").decode(rows)) {
    if (char >= "\u4e00" && char <= "\u9fff") plain[char.charCodeAt(0)] = 1;
  }
  return plain;
})();

export class Folding {
  #table = Uint16Array.from({ length: 0x10000 }, (_, unit) => foldByRule(unit));
  #known = isPlain.slice();

  constructor(pairs) {
    this.add(pairs);
  }

  /** Take in `from, to, from, to …`. */
  add(pairs) {
    for (let i = 0; i + 1 < pairs.length; i += 2) {
      this.#table[pairs.charCodeAt(i)] = pairs.charCodeAt(i + 1);
      this.#known[pairs.charCodeAt(i)] = 1;
    }
  }

  /** Whether every unit of the text is known to fold as the table says. */
  knows(text) {
    for (let i = 0; i < text.length; i++) if (!this.#known[text.charCodeAt(i)]) return false;
    return true;
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
  if (unit >= 0xff01 && unit <= 0xff5e) unit -= 0xfee0;
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
}

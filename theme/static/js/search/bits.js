// Reads what plugins/search_index/bits.py writes.

export class BitReader {
  #bytes;
  #at = 0;

  constructor(bytes) {
    this.#bytes = bytes;
  }

  /** The next `count` bits (at most 24) as a number. */
  fixed(count) {
    if (count === 0) return 0;
    const value = (this.#window() << (this.#at & 7)) >>> (32 - count);
    this.#at += count;
    return value;
  }

  /** A run of zeros and the one behind it: how many zeros. */
  zeros() {
    let count = 0;
    for (;;) {
      const window = (this.#window() << (this.#at & 7)) & 0xffffff00;
      if (window) {
        const here = Math.clz32(window);
        this.#at += here + 1;
        return count + here;
      }
      if (this.#at > 8 * this.#bytes.length) throw new RangeError("list runs past its file");
      this.#at += 24;
      count += 24;
    }
  }

  gamma() {
    const length = this.zeros();
    return length <= 24 ? 2 ** length + this.fixed(length) : NaN;
  }

  rice(shift) {
    const high = this.zeros();
    if (shift <= 24) return high * 2 ** shift + this.fixed(shift);
    return (high * 2 ** (shift - 24) + this.fixed(shift - 24)) * 2 ** 24 + this.fixed(24);
  }

  #window() {
    const byte = this.#at >>> 3;
    const bytes = this.#bytes;
    return (bytes[byte] << 24) | (bytes[byte + 1] << 16) | (bytes[byte + 2] << 8) | bytes[byte + 3];
  }
}

/** The bytes that a text in base64 stands for. */
export const readBase64 = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/** The Rice parameter for `count` numbers spread over `room` places. */
export function riceShift(count, room) {
  const gap = Math.floor((11 * Math.max(room - count, 0)) / (16 * Math.max(count, 1)));
  return Math.max(Math.floor(Math.log2(gap + 0.5)), 0);
}

/** A rising list of `count` places below `room`; a list of more than half is written as the places it leaves out. */
export function readList(reader, count, room) {
  const inverse = 2 * count > room;
  const written = inverse ? room - count : count;
  const shift = riceShift(written, room);
  const numbers = new Int32Array(count);
  let number = -1;
  let kept = 0;
  for (let i = 0; i < written; i++) {
    const next = number + 1 + reader.rice(shift);
    if (inverse) for (let place = number + 1; place < next && kept < count; place++) numbers[kept++] = place;
    else numbers[kept++] = next;
    number = next;
  }
  if (inverse) for (let place = number + 1; place < room && kept < count; place++) numbers[kept++] = place;
  return numbers;
}

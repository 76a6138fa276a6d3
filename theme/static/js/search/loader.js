import { SearchError } from "./errors.js";

// A few thousand files are some 10 MB.
const MOST_FILES = 4000;
const JSON_SEAL = /^\{"crc32":"([0-9a-f]{8})",/;

/** Fetches files of the index: checks them, keeps the latest used, tries again, and lets queries share a request. */
export class Loader {
  #base;
  #fetch;
  #pauses;
  #kept = new Map();

  constructor(base, fetch, pauses) {
    this.#pauses = pauses;
    this.#base = base;
    this.#fetch = fetch;
  }

  /** The JSON object in a sealed file; `check` may refuse it before its checksum is looked at. */
  json(path, signal, check) {
    return this.#share(path, signal, (bytes) => openJson(path, bytes, check));
  }

  /** The bytes in a sealed file. */
  binary(path, signal) {
    return this.#share(path, signal, (bytes) => openBinary(path, bytes));
  }

  /** The rows in a sealed file: JSON arrays, a line each without its brackets. */
  rows(path, signal) {
    return this.#share(path, signal, (bytes) => readRows(openBinary(path, bytes)));
  }

  /** A page of the site, which has no seal. */
  page(path, signal) {
    return this.#share(path, signal, (bytes) => new TextDecoder().decode(bytes));
  }

  /** Join a request under way or start one; it is given up when all who wait for it have given up. */
  #share(path, signal, decode) {
    signal?.throwIfAborted();
    let entry = this.#kept.get(path);
    this.#kept.delete(path);
    if (!entry) {
      entry = { waiting: 0, done: false, control: new AbortController() };
      entry.value = this.#request(path, decode, entry.control.signal);
      entry.value.then(
        () => (entry.done = true),
        () => this.#forget(path, entry),
      );
    }
    this.#kept.set(path, entry);
    if (this.#kept.size > MOST_FILES) this.#dropOldest();
    return signal ? this.#wait(path, entry, signal) : ((entry.waiting = Infinity), entry.value);
  }

  #wait(path, entry, signal) {
    entry.waiting++;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(signal.reason);
        if (--entry.waiting === 0 && !entry.done) {
          this.#forget(path, entry);
          entry.control.abort(signal.reason);
        }
      };
      signal.addEventListener("abort", leave, { once: true });
      entry.value.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
    });
  }

  #forget(path, entry) {
    if (this.#kept.get(path) === entry) this.#kept.delete(path);
  }

  #dropOldest() {
    for (const [path, entry] of this.#kept) {
      if (entry.done) return void this.#kept.delete(path);
    }
  }

  async #request(path, decode, signal) {
    for (let attempt = 0; ; attempt++) {
      try {
        // A damaged copy may sit in the browser's cache: ask past it the second time.
        return decode(await this.#get(path, signal, attempt ? "reload" : "default"));
      } catch (error) {
        if (signal.aborted || attempt >= this.#pauses.length || !isWorthTrying(error)) throw error;
        await pause(this.#pauses[attempt], signal);
      }
    }
  }

  async #get(path, signal, cache) {
    let response;
    try {
      response = await this.#fetch(this.#base + path, { signal, cache });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      if (signal.aborted) throw error;
      throw new SearchError("network", `${path} could not be fetched (${error.message}); try again`, { cause: error });
    }
    const code = response.status === 404 ? "missing" : "network";
    throw new SearchError(code, `${path} could not be fetched (HTTP ${response.status}); reload the page`);
  }
}

const isWorthTrying = (error) => error instanceof SearchError && ["network", "damaged"].includes(error.code);

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => (clearTimeout(timer), reject(signal.reason)), { once: true });
  });
}

const pathSum = (path) => crc32(new TextEncoder().encode(path));

const damaged = (path) => new SearchError("damaged", `${path} is damaged: its checksum does not fit; reload the page`);

function openBinary(path, bytes) {
  const end = bytes.length - 4;
  if (end < 0) throw damaged(path);
  const sum = new DataView(bytes.buffer, bytes.byteOffset + end, 4).getUint32(0, true);
  const payload = bytes.subarray(0, end);
  if (crc32(payload, pathSum(path)) !== sum) throw damaged(path);
  return payload;
}

/** JSON's strings hold no newline, so every newline parts rows. */
const readRows = (payload) => JSON.parse(`[[${new TextDecoder("gbk").decode(payload).replaceAll("\n", "],[")}]]`);

function openJson(path, bytes, check) {
  const text = new TextDecoder("gbk").decode(bytes);
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged(path);
  }
  check?.(value);
  const seal = JSON_SEAL.exec(text);
  if (!seal || crc32(bytes.subarray(seal[0].length), pathSum(path)) !== parseInt(seal[1], 16)) throw damaged(path);
  return value;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte;
});

/** CRC-32 as in zlib; `before` is the checksum of what comes before these bytes. */
export function crc32(bytes, before = 0) {
  let sum = ~before;
  for (let i = 0; i < bytes.length; i++) sum = (sum >>> 8) ^ CRC_TABLE[(sum ^ bytes[i]) & 255];
  return ~sum >>> 0;
}

// The engine behind a Web Worker, so that no search holds up the page. The interface is that of engine.js.

import { SearchError } from "./errors.js";

/**
 * Start a worker and open the index in it; `worker` may replace the one that runs worker.js. The manifest is fetched
 * while the worker's script is on its way, and so, where the first query `isNarrow`, are the scripts of filters.
 */
export async function connect(indexURL, { signal, worker, isNarrow = false } = {}) {
  const url = new URL(indexURL, document.baseURI).href;
  const manifest = fetchManifest(url, signal);
  const client = new Client(worker ?? new Worker(new URL("./worker.js", import.meta.url), { type: "module" }));
  await client.call("open", [url, await manifest, isNarrow], signal);
  return client;
}

/** The manifest's bytes; null when something is wrong, which the engine finds out again and says. */
async function fetchManifest(url, signal) {
  try {
    const response = await fetch(url.replace(/\/*$/, "/manifest.json"), { signal });
    return response.ok ? await response.arrayBuffer() : null;
  } catch {
    return null;
  }
}

class Client {
  #worker;
  #calls = new Map();
  #next = 1;

  constructor(worker) {
    this.#worker = worker;
    worker.addEventListener("message", ({ data }) => this.#settle(data));
    worker.addEventListener("error", (event) => {
      const error = new SearchError(
        "network",
        `the engine could not start (${event.message ?? "script error"}); reload the page`,
      );
      for (const { reject } of this.#calls.values()) reject(error);
      this.#calls.clear();
    });
  }

  search(query, options = {}) {
    return this.#ask("search", query, options);
  }

  suggest(typed, options = {}) {
    return this.#ask("suggest", typed, options);
  }

  facets(options = {}) {
    return this.#ask("facets", options);
  }

  extract(result, words, options = {}) {
    return this.call("extract", [result, words, withoutSignal(options)], options.signal);
  }

  #ask(method, ...args) {
    const { signal } = args.at(-1);
    return this.call(method, [...args.slice(0, -1), withoutSignal(args.at(-1))], signal);
  }

  call(method, args, signal) {
    signal?.throwIfAborted();
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#calls.delete(id);
        this.#worker.postMessage({ id, abort: true });
        reject(signal.reason);
      };
      signal?.addEventListener("abort", leave, { once: true });
      this.#calls.set(id, { resolve, reject, done: () => signal?.removeEventListener("abort", leave) });
      this.#worker.postMessage({ id, method, args });
    });
  }

  #settle({ id, value, error }) {
    const call = this.#calls.get(id);
    if (!call) return;
    this.#calls.delete(id);
    call.done();
    if (error)
      call.reject(
        error.code ? new SearchError(error.code, error.message.replace(/^search: /, "")) : new Error(error.message),
      );
    else call.resolve(value);
  }
}

const withoutSignal = ({ signal, ...options }) => options;

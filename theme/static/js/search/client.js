// The engine behind a Web Worker, so that no search holds up the page. The interface is that of engine.js.

import { SearchError } from "./errors.js";

/** Start a worker and open the index in it; `worker` may replace the one that runs worker.js. */
export async function connect(indexURL, { signal, worker } = {}) {
  const client = new Client(worker ?? new Worker(new URL("./worker.js", import.meta.url), { type: "module" }));
  await client.call("open", [new URL(indexURL, document.baseURI).href], signal);
  return client;
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

// The search engine in its worker, as if it were here. A newer question gives up the older one.

/** Connect to the engine; the worker and the index are fetched with the first question. */
export function connect(indexURL) {
  let engine;
  const opened = () => {
    engine ??= import("./search/engine.js").then(({ open }) => open(indexURL));
    engine.catch(() => { engine = undefined; });
    return engine;
  };
  return {
    search: async (query, options) => (await opened()).search(query, options),
    suggest: async (typed, options) => (await opened()).suggest(typed, options),
    extract: async (result, words, options) => (await opened()).extract(result, words, options),
  };
}

// Runs the engine in a Web Worker; client.js is the other end. A message is { id, method, args } or { id, abort }.

import { open } from "./engine.js";

let engine;
const running = new Map();

addEventListener("message", async ({ data: { id, method, args, abort } }) => {
  if (abort) return running.get(id)?.abort();
  const control = new AbortController();
  running.set(id, control);
  try {
    postMessage({ id, value: await call(method, args, control.signal) });
  } catch (error) {
    const { name, message, code } = error;
    postMessage({ id, error: { name, message, code: name === "SearchError" ? code : undefined } });
  } finally {
    running.delete(id);
  }
});

/** A fetch that has the manifest, which comes first, at hand (unless it is null); asked again, it asks the network. */
function serveFirst(manifest) {
  let first = manifest && new Response(manifest);
  return (url, options) => {
    const response = first;
    first = null;
    return response ?? fetch(url, options);
  };
}

async function call(method, args, signal) {
  if (method === "open") {
    const [url, manifest, isNarrow] = args;
    if (isNarrow) for (const script of [import("./filters.js"), import("./columns.js")]) script.catch(() => {});
    engine = await open(url, { signal, fetch: serveFirst(manifest) });
    return engine.size;
  }
  return engine[method](...args.slice(0, -1), { ...args.at(-1), signal });
}

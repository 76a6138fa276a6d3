// Runs the engine in a Web Worker; client.js is the other end. A message is { id, method, args } or { id, abort }.

import { open } from "./engine.js";

// The search page always asks for facets: their code comes along with the index.
import("./filters.js").catch(() => {});

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

async function call(method, args, signal) {
  if (method === "open") {
    engine = await open(args[0], { signal });
    return engine.size;
  }
  return engine[method](...args.slice(0, -1), { ...args.at(-1), signal });
}

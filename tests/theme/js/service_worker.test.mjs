// The worker with a network that the test holds in its hand.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const SOURCE = readFileSync(new URL("../../../plugins/offline/service_worker.js", import.meta.url), "utf-8");
const ROOT = "https://example.org/repo/";

/** Start a worker; `kept` is what it has of earlier visits, `fetch` its network, `shell` what it keeps from the start. */
function start(kept, fetch, shell = {}) {
  const listeners = {};
  const cache = {
    match: async (address) => kept[address],
    put: async () => {}, delete: async () => true, keys: async () => [], add: async () => {},
  };
  const context = {
    URL, Request, Response, Promise, fetch,
    setTimeout: (act) => queueMicrotask(act), // waiting costs no time
    caches: { open: async () => cache, match: async (address) => shell[address], keys: async () => [], delete: async () => true },
    self: { location: `${ROOT}sw.js`, addEventListener: (name, act) => { listeners[name] = act; } },
  };
  vm.runInNewContext(`const VERSION = "1"; const SHELL = [];\n${SOURCE}`, context);
  return (path, mode = "navigate") => {
    let answered;
    const request = { method: "GET", url: ROOT + path, mode, headers: new Headers() };
    listeners.fetch({ request, respondWith: (promise) => { answered = promise; }, waitUntil: () => {} });
    return answered;
  };
}

test("a slow network is waited for, whatever was kept", async () => {
  let arrive;
  const ask = start({ [`${ROOT}a/`]: new Response("old") }, () => new Promise((resolve) => { arrive = resolve; }));
  const answer = ask("a/");
  const first = await Promise.race([answer, new Promise((resolve) => { setTimeout(resolve, 50, "waiting"); })]);
  assert.equal(first, "waiting");
  arrive(new Response("new"));
  assert.equal(await (await answer).text(), "new");
});

test("what was kept is shown when the network fails", async () => {
  const ask = start({ [`${ROOT}a/`]: new Response("old") }, () => Promise.reject(new TypeError("no network")));
  assert.equal(await (await ask("a/")).text(), "old");
});

test("a page never read says so, any other file fails", async () => {
  const lost = () => Promise.reject(new TypeError("no network"));
  const ask = start({}, lost, { [`${ROOT}offline.html`]: new Response("<h1>没有网络</h1>") });
  const page = await ask("b/");
  assert.equal(page.status, 503);
  assert.equal(await page.text(), "<h1>没有网络</h1>");
  assert.equal(await (await start({}, lost)("b/")).text(), "没有网络", "the shell may not be kept yet");
  await assert.rejects(ask("theme/css/site.css", "no-cors"), /no network/);
});

test("all but shards is asked for anew", async () => {
  const asked = {};
  const ask = start({}, async (request, options) => {
    asked[request.url.replace(ROOT, "")] = options?.cache;
    return new Response("");
  });
  for (const path of ["a/", "theme/css/site.css", "search/index/manifest.json", "search/index/0/1.bin"]) await ask(path, "no-cors");
  assert.deepEqual(asked, {
    "a/": "no-cache",
    "theme/css/site.css": "no-cache",
    "search/index/manifest.json": "no-cache",
    "search/index/0/1.bin": undefined,
  });
});

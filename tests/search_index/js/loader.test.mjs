import assert from "node:assert/strict";
import { test } from "node:test";
import { Loader, crc32 } from "../../../theme/static/js/search/loader.js";

/** A sealed binary file, as the index writes it. */
function seal(path, text) {
  const payload = new TextEncoder().encode(text);
  const bytes = new Uint8Array(payload.length + 4);
  bytes.set(payload);
  new DataView(bytes.buffer).setUint32(payload.length, crc32(payload, crc32(new TextEncoder().encode(path))), true);
  return bytes;
}

const text = (bytes) => new TextDecoder().decode(bytes);
const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("a checksum is that of zlib", () => assert.equal(crc32(new TextEncoder().encode("123456789")), 0xcbf43926));

test("a file is fetched once and shared", async () => {
  let count = 0;
  const loader = new Loader("/i/", async () => (count++, new Response(seal("a", "x"))), []);
  const both = await Promise.all([loader.binary("a"), loader.binary("a")]);
  assert.deepEqual(both.map(text), ["x", "x"]);
  assert.equal(text(await loader.binary("a")), "x");
  assert.equal(count, 1);
});

test("a failed request is tried again, past the cache", async () => {
  const caches = [];
  const replies = [
    () => Promise.reject(new TypeError("offline")),
    () => new Response("", { status: 503 }),
    () => new Response(seal("a", "x")),
  ];
  const loader = new Loader("", async (_, { cache }) => (caches.push(cache), replies.shift()()), [0, 0]);
  assert.equal(text(await loader.binary("a")), "x");
  assert.deepEqual(caches, ["default", "reload", "reload"]);
});

test("a damaged file is fetched anew, and refused when it stays so", async () => {
  let count = 0;
  const loader = new Loader("", async () => (count++, new Response(seal("b", "x"))), [0, 0]);
  await assert.rejects(loader.binary("a"), { code: "damaged", message: /^search: a is damaged/ });
  assert.equal(count, 3);
  await assert.rejects(loader.binary("a"), { code: "damaged" });
  assert.equal(count, 6);
});

test("a missing file is not asked for again", async () => {
  let count = 0;
  const loader = new Loader("", async () => (count++, new Response("", { status: 404 })), [0, 0]);
  await assert.rejects(loader.binary("a"), { code: "missing" });
  assert.equal(count, 1);
});

test("what failed is said after the last try, and may be asked for again", async () => {
  let isOnline = false;
  const loader = new Loader(
    "",
    async () => (isOnline ? new Response(seal("a", "x")) : Promise.reject(new TypeError("offline"))),
    [0],
  );
  await assert.rejects(loader.binary("a"), { code: "network", message: /offline/ });
  isOnline = true;
  assert.equal(text(await loader.binary("a")), "x");
});

test("a request goes on while one of two still waits, and ends when none does", async () => {
  let signal;
  let finish;
  const fetch = (_, options) => {
    ({ signal } = options);
    return new Promise((resolve, reject) => {
      finish = () => resolve(new Response(seal("a", "x")));
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  };
  const loader = new Loader("", fetch, [0]);
  const [first, second] = [new AbortController(), new AbortController()];
  const waits = [loader.binary("a", first.signal), loader.binary("a", second.signal)];
  first.abort();
  await assert.rejects(waits[0], { name: "AbortError" });
  assert.equal(signal.aborted, false);
  finish();
  assert.equal(text(await waits[1]), "x");

  const third = new AbortController();
  const wait = loader.binary("b", third.signal);
  third.abort();
  await assert.rejects(wait, { name: "AbortError" });
  assert.equal(signal.aborted, true);
  await later(0);
});

test("an aborted signal asks for nothing", async () => {
  let count = 0;
  const loader = new Loader("", async () => count++, []);
  assert.throws(() => loader.binary("a", AbortSignal.abort()), { name: "AbortError" });
  assert.equal(count, 0);
});

// Reading without a network. Online, everything comes from the network, so nobody sees a stale archive; what was
// read is kept, and shown only when the network does not answer. VERSION and SHELL are written above this line.

const SHELL_CACHE = `jianbao-shell-${VERSION}`;
const READ_CACHE = "jianbao-read";
// About 300 articles or index files, 2 MB.
const MOST_READ = 300;
// On a weak network a kept page is better than a long wait.
const PATIENCE = 4000;

const root = new URL("./", self.location).href;

async function keepShell() {
  const cache = await caches.open(SHELL_CACHE);
  await Promise.allSettled(SHELL.map((path) => cache.add(new Request(root + path, { cache: "reload" }))));
}

async function dropOldShells() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("jianbao-shell-") && name !== SHELL_CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

function withoutQuery(request) {
  const address = new URL(request.url);
  address.search = "";
  address.hash = "";
  return address.href;
}

async function keepRead(address, response) {
  const cache = await caches.open(READ_CACHE);
  // What was taken down is forgotten here too.
  if (!response.ok) return cache.delete(address);
  await cache.delete(address);
  await cache.put(address, response);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_READ)).map((key) => cache.delete(key)));
}

async function findKept(address) {
  const read = await caches.open(READ_CACHE);
  return (await read.match(address)) ?? (await caches.match(address));
}

/** Pages and the index's list of files are asked for anew, whatever the browser's own cache has. */
function ask(request) {
  const isFresh = request.mode === "navigate" || request.url.endsWith("/manifest.json");
  return isFresh ? fetch(request, { cache: "no-cache" }) : fetch(request);
}

async function answer(event) {
  const address = withoutQuery(event.request);
  const kept = findKept(address);
  const fetched = ask(event.request).then((response) => {
    if (response.ok || response.status === 404) event.waitUntil(keepRead(address, response.clone()));
    return response;
  });
  fetched.catch(() => {});
  const waited = new Promise((resolve) => { setTimeout(resolve, PATIENCE); }).then(() => kept);
  try {
    return (await Promise.race([fetched, waited])) ?? (await fetched);
  } catch (error) {
    const found = await kept;
    if (found) return found;
    throw error;
  }
}

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keepShell());
});
self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
});
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(root) && !event.request.headers.has("range")) event.respondWith(answer(event));
});

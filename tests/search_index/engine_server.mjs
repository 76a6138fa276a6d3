// Answers questions to the engine, one JSON object a line: { open, texts?, damage? } opens an index folder,
// { search, options } and { suggest } ask it. `damage` flips one bit of every file that ends so.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { open } from "../../theme/static/js/search/engine.js";

let engine;
let fetched;

async function fetchFile(url, damage) {
  fetched.push(url);
  let bytes;
  try {
    bytes = readFileSync(url);
  } catch {
    return new Response("", { status: 404 });
  }
  if (damage && url.endsWith(damage.file)) bytes[damage.byte % bytes.length] ^= 1 << damage.bit;
  return new Response(bytes);
}

async function answer(question) {
  if (question.open) {
    fetched = [];
    const texts = new Map(question.texts);
    const fetch = (url) => fetchFile(url, question.damage);
    engine = await open(question.open, { fetch, text: ({ id }) => texts.get(id), pauses: [0, 0] });
    return { size: engine.size };
  }
  if (question.suggest !== undefined) return engine.suggest(question.suggest);
  const options = { ...question.options };
  if (options.limit === "all") options.limit = Infinity;
  return { ...(await engine.search(question.search, options)), fetched: fetched.splice(0) };
}

for await (const line of createInterface({ input: process.stdin })) {
  let reply;
  try {
    reply = { value: await answer(JSON.parse(line)) };
  } catch (error) {
    reply = { error: error.message, code: error.code ?? error.name };
  }
  process.stdout.write(JSON.stringify(reply) + "\n");
}

// Answers questions to the engine, one JSON object a line: { open, texts?, damage? } opens an index folder,
// { search, options } and { suggest } ask it. `damage` flips one bit of every file that ends so. An answer tells what was
// fetched since the last one, how many texts, and in how many waves since the index was opened.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { open } from "../../theme/static/js/search/engine.js";
import { Waves } from "./waves.mjs";

let engine;
let fetched;
let waves;
let texts;

async function fetchFile(url, damage) {
  fetched.push(url);
  await waves.travel();
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
    texts = 0;
    waves = new Waves();
    const bodies = new Map(question.texts);
    const fetch = (url) => fetchFile(url, question.damage);
    const text = async ({ id }) => {
      texts++;
      await waves.travel();
      return bodies.get(id);
    };
    engine = await open(question.open, { fetch, text, pauses: [0, 0] });
    return { size: engine.size };
  }
  if (question.suggest !== undefined) return engine.suggest(question.suggest);
  const options = { ...question.options };
  if (options.limit === "all") options.limit = Infinity;
  const answer = await engine.search(question.search, options);
  return { ...answer, fetched: fetched.splice(0), texts, waves: waves.most };
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

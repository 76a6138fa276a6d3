// Runs queries through the engine in Node. Input (a JSON file): { engine, index, corpus, articles, queries, all }.
// Prints one JSON object: for each query the ids, bytes (gzip), requests, waves, and milliseconds cold and warm.
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { gzipSync } from "node:zlib";
import { Waves } from "../waves.mjs";

const task = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { open } = await import(task.engine);

const texts = new Map();
for await (const line of createInterface({ input: createReadStream(task.corpus) })) {
  if (texts.size === task.articles) break;
  const { id, title, body } = JSON.parse(line);
  texts.set(id, `${title}\n${body}`);
}

const sizes = new Map();
const sizeOf = (name, bytes) => sizes.get(name) ?? sizes.set(name, gzipSync(bytes).length).get(name);

/** The first answer that has results, or will have none; and how many said before that they were still looking. */
async function findFirst(engine, query) {
  for (let looking = 0; ; looking++) {
    const answer = await engine.search(query, { limit: 10, step: true });
    if (answer.results.length || !answer.isPart) return { ...answer, looking };
  }
}

/** Counts what an engine fetches. */
class Counter {
  bytes = 0;
  textBytes = 0;
  texts = 0;
  requests = 0;
  waves = new Waves();

  fetch = async (url) => {
    this.requests++;
    const content = readFileSync(url);
    this.bytes += sizeOf(url, content);
    await this.waves.travel();
    return new Response(content);
  };

  text = async ({ id }) => {
    this.texts++;
    this.textBytes += sizeOf(id, texts.get(id));
    await this.waves.travel();
    return texts.get(id);
  };
}

const answers = [];
for (const query of task.queries) {
  const counter = new Counter();
  const started = performance.now();
  const engine = await open(task.index, counter);
  const { total, totalIsApproximate, exact, results, looking } = await findFirst(engine, query);
  const cold = performance.now() - started;
  const { bytes, textBytes, requests, waves } = counter;
  answers.push({
    query,
    first: results.map(({ id }) => id),
    total,
    totalIsApproximate,
    exact,
    looking,
    cold,
    bytes,
    textBytes,
    requests,
    texts: counter.texts,
    waves: waves.most,
  });
}

const warm = await open(task.index, new Counter());
for (const query of task.queries) await findFirst(warm, query);
for (const [i, query] of task.queries.entries()) {
  const started = performance.now();
  await findFirst(warm, query);
  answers[i].warm = performance.now() - started;
}
if (task.all) {
  for (const [i, query] of task.queries.entries()) {
    const { results } = await warm.search(query, { limit: Infinity });
    answers[i].all = results.map(({ id }) => id);
  }
}
console.log(JSON.stringify(answers));

// The search page: the address, the form and the results are three views of one state.

import { connect } from "./search/client.js";
import { describeAnswer, fillExtract, isLooking, make, showFacets, showPager, showResults } from "./search_results.js";
import { FACETS, isEmpty, isNarrow, readState, searchOptions, writeState } from "./search_state.js";
import { Suggestions } from "./search_suggestions.js";

const ROOT = new URL("../../", import.meta.url).href;
const TYPING_PAUSE = 150;
const FAULTS = {
  network: "没有连上，检索用的文件没有取到。",
  version: "本页与检索文件的版本不同，请刷新页面。",
  damaged: "检索文件在传送中损坏。",
  missing: "这个网站还没有检索文件。",
};

const form = document.querySelector("main .search-form");
const field = form.elements.q;
const page = document.querySelector("[data-search]");
const part = (name) => page.querySelector(`[data-part="${name}"]`);
const narrow = part("narrow");
const suggestions = new Suggestions(field, (text) => { field.value = text; change({ query: text, page: 1 }); });

let state = readState(location.search);
let asking = new AbortController();
let pause;
let opening;

/** The engine in its worker; after a failure it is opened anew. */
async function opened() {
  opening ??= connect(new URL("search/index/", ROOT).href, { isNarrow: isNarrow(state) });
  try {
    return await opening;
  } catch (error) {
    opening = undefined;
    throw error;
  }
}

function fillForm() {
  if (field.value !== state.query) field.value = state.query;
  narrow.elements.sort.value = state.sort;
  narrow.elements.from.value = state.from;
  narrow.elements.to.value = state.to;
  document.title = document.title.replace(/^.*?(?=检索 · )/, state.query ? `${state.query} · ` : "");
}

function say(...words) {
  part("status").replaceChildren(...words);
}

/** Change the state; while the reader types, the address follows without new steps of the history. */
function change(changes, isTyping = false) {
  state = { ...state, ...changes };
  const address = `?${writeState(state)}`;
  history[isTyping ? "replaceState" : "pushState"](null, "", address);
  if (!isTyping) say("正在检索…");
  run();
}

async function run() {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  fillForm();
  if (isEmpty(state)) return showNothing();
  try {
    const engine = await opened();
    const options = { ...searchOptions(state), signal };
    // First what a round of requests gives, if only how far the search is; then the rest. The counts hold up no list.
    let first;
    do {
      first = await engine.search(state.query, { ...options, step: true });
      if (signal.aborted) return;
      show(engine, first, signal);
    } while (isLooking(first));
    const { facets, ...answer } = await engine.search(state.query, { ...options, full: true, facets: FACETS });
    if (signal.aborted) return;
    if (first.isPart) show(engine, answer, signal, first.results.length);
    showFacets(part("facets"), facets, state);
  } catch (error) {
    if (!signal.aborted) showFault(error);
  }
}

function showNothing() {
  part("results").replaceChildren();
  part("pager").replaceChildren();
  part("facets").replaceChildren();
  say("输入两个字以上的任意字句。");
}

function show(engine, answer, signal, from = 0) {
  const waiting = showResults(part("results"), answer, ROOT, from);
  showPager(part("pager"), state, answer);
  say(describeAnswer(answer, state));
  for (const { result, element } of waiting) {
    engine.extract(result, answer.words, { signal }).then((extract) => fillExtract(element, extract)).catch(() => {});
  }
}

function showFault(error) {
  const again = make("button", { type: "button" }, "重试");
  again.addEventListener("click", run);
  say(FAULTS[error.code] ?? `检索没有成功（${error.message}）。`, " ", again);
}

function readNarrow() {
  const chosen = (name) => [...narrow.querySelectorAll(`input[name=${name}]:checked`)].map((box) => box.value);
  const { sort, from, to } = narrow.elements;
  const filters = Object.fromEntries(FACETS.map((name) => [name, chosen(name)]));
  return { sort: sort.value, from: from.value, to: to.value, filters, page: 1 };
}

async function suggest() {
  try {
    const engine = await opened();
    suggestions.show(await engine.suggest(field.value, { signal: asking.signal }));
  } catch {
    suggestions.close();
  }
}

function followTyping(event) {
  if (event.isComposing) return;
  clearTimeout(pause);
  pause = setTimeout(() => {
    change({ query: field.value, page: 1 }, true);
    suggest();
  }, TYPING_PAUSE);
}

function moveFocus(step) {
  const stops = [field, ...part("results").querySelectorAll("h2 a")];
  const now = stops.indexOf(document.activeElement);
  if (now >= 0) stops[Math.min(Math.max(now + step, 0), stops.length - 1)].focus();
}

function followKey(event) {
  if (event.isComposing) return;
  const isInField = event.target === field;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && (isInField || event.target.closest(".results"))) {
    event.preventDefault();
    if (isInField && suggestions.isOpen) suggestions.move(step);
    else moveFocus(step);
  } else if (event.key === "Enter" && isInField && suggestions.takeActive()) {
    event.preventDefault();
  } else if (event.key === "Escape") {
    if (suggestions.isOpen) suggestions.close();
    else if (!isInField && page.contains(event.target)) field.focus();
  }
}

function followPager(event) {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  change({ page: readState(new URL(link.href).search).page });
  form.scrollIntoView({ block: "start" });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  suggestions.close();
  change({ query: field.value, page: 1 });
});
field.addEventListener("input", followTyping);
field.addEventListener("compositionend", followTyping);
narrow.addEventListener("change", () => change(readNarrow()));
narrow.addEventListener("submit", (event) => event.preventDefault());
part("pager").addEventListener("click", followPager);
document.addEventListener("keydown", followKey);
addEventListener("popstate", () => {
  state = readState(location.search);
  run();
});

// The index is on its way before anything is asked.
opened().catch(() => {});
page.hidden = false;
part("more").open = matchMedia("(min-width: 56rem)").matches;
if (!state.query) field.focus();
run();

// Results, facets and paging as elements. Text enters the page as text, never as HTML.

import { FACETS, PAGE_SIZE, writeState } from "./search_state.js";

const FACET_NAMES = { city: "城市", county: "区县", topic: "主题", newspaper: "报纸", year: "年份" };
const FACET_ROWS = 8;
// As the posts name a newspaper that the page does not tell; alone it would not say what is unknown.
const UNKNOWN_NEWSPAPER = "未详";

/** Make an element with properties and children; children that are strings become text. */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Write a date as exact as it is known: 2023年3月1日, 约2023年3月, 约2023年. */
export function writeDate(date) {
  if (!date) return "日期不详";
  const [year, month, day] = date.split("-").map(Number);
  if (!month) return `约${year}年`;
  return day ? `${year}年${month}月${day}日` : `约${year}年${month}月`;
}

function markText(text, marks) {
  const parts = [];
  let at = 0;
  for (const [from, to] of marks) {
    parts.push(text.slice(at, from), make("mark", {}, text.slice(from, to)));
    at = to;
  }
  return [...parts, text.slice(at)];
}

/** Fill an extract: the words marked, dots where the text goes on. */
export function fillExtract(element, extract) {
  const [before, after] = extract.isCut;
  element.replaceChildren(before ? "…" : "", ...markText(extract.text, extract.marks), after ? "…" : "");
}

function makeResult(result, root, words) {
  const marks = words.map((word) => `hl=${encodeURIComponent(word)}`).join("&");
  const link = make("a", { href: `${root}${result.url}${marks && "?"}${marks}` }, ...markText(result.title, result.titleMarks));
  const newspaper = result.newspaper === UNKNOWN_NEWSPAPER ? `报纸${UNKNOWN_NEWSPAPER}` : result.newspaper;
  const where = [writeDate(result.date), newspaper, result.city].filter(Boolean).join(" · ");
  const extract = make("p", { className: "extract" });
  if (result.extract) fillExtract(extract, result.extract);
  return make("li", {}, make("h2", {}, link), make("p", { className: "where" }, where), extract);
}

/** Show the results, those `from` a place on behind what is there; returns the extracts still empty, each with its result. */
export function showResults(list, answer, root, from = 0) {
  const results = answer.results.slice(from);
  const items = results.map((result) => makeResult(result, root, answer.words));
  if (from) list.append(...items);
  else list.replaceChildren(...items);
  return results
    .map((result, position) => ({ result, element: items[position].querySelector(".extract") }))
    .filter(({ result }) => !result.extract);
}

/** A bar as long as the count's share of the highest: the years beneath one another show the trend. */
function makeBar(count, most) {
  const bar = make("span", {});
  bar.style.inlineSize = `${(100 * count) / most}%`;
  return make("span", { className: "trend" }, bar);
}

function makeChoice(name, { value, count }, isChecked, most) {
  const box = make("input", { type: "checkbox", name, value, checked: isChecked });
  const bar = name === "year" && most ? makeBar(count, most) : null;
  return make("label", {}, box, make("span", {}, value), bar, make("span", { className: "count" }, String(count)));
}

function makeFacet(name, rows, chosen) {
  const missing = chosen.filter((value) => !rows.some((row) => row.value === value));
  const all = [...missing.map((value) => ({ value, count: 0 })), ...rows];
  if (!all.length) return null;
  const most = Math.max(...all.map((row) => row.count));
  const choices = all.map((row) => makeChoice(name, row, chosen.includes(row.value), most));
  const fieldset = make("fieldset", {}, make("legend", {}, FACET_NAMES[name]), ...choices.slice(0, FACET_ROWS));
  const rest = choices.slice(FACET_ROWS);
  if (rest.length) {
    const isOpen = rest.some((choice) => choice.querySelector("input").checked);
    fieldset.append(make("details", { open: isOpen }, make("summary", {}, `其余 ${rest.length} 项`), ...rest));
  }
  return fieldset;
}

/** Show the facets with their counts; the one that had the focus keeps it. */
export function showFacets(box, facets, state) {
  const { name, value } = document.activeElement?.closest?.("[data-part=facets]") ? document.activeElement : {};
  box.replaceChildren(...FACETS.map((facet) => makeFacet(facet, facets[facet] ?? [], state.filters[facet])).filter(Boolean));
  if (!name) return;
  [...box.querySelectorAll("input")].find((input) => input.name === name && input.value === value)?.focus();
}

function makeStep(rel, name, state, page) {
  return make("a", { rel, href: `?${writeState({ ...state, page })}` }, name);
}

/** Show the links to the pages of results before and after this one. */
export function showPager(nav, state, answer) {
  const last = Math.max(1, Math.ceil(answer.total / PAGE_SIZE));
  const isMore = answer.results.length === PAGE_SIZE && state.page < last;
  const parts = [
    state.page > 1 ? makeStep("prev", "上一页", state, state.page - 1) : null,
    last > 1 ? make("span", {}, `第 ${state.page} 页，${answer.totalIsApproximate ? "约" : "共"} ${last} 页`) : null,
    isMore ? makeStep("next", "下一页", state, state.page + 1) : null,
  ];
  nav.replaceChildren(...parts.filter(Boolean));
}

/** Whether there is no result yet, but there may be. */
export const isLooking = (answer) => answer.isPart && !answer.results.length;

/** Say how far a search is that has found nothing yet. */
function describeLooking({ total, looked }, { query }) {
  if (!total) return `没有一篇含有“${query.replace(/["“”]/g, "")}”整句，正在按其中的词查找……`;
  return `还没有找到，仍在查找：已看 ${looked} 篇，还有 ${total} 篇要看……`;
}

/** Say in words what was found. */
export function describeAnswer(answer, state) {
  if (isLooking(answer)) return describeLooking(answer, state);
  if (!answer.total) return state.query ? `没有找到“${state.query}”。` : "没有找到文章。";
  const query = state.query.replace(/["“”]/g, "");
  const count = `${answer.totalIsApproximate ? "约 " : ""}${answer.total} 篇`;
  if (!answer.exact) return `没有一篇含有“${query}”整句；按其中的词“${answer.words.join("”“")}”找到 ${count}。`;
  return `找到 ${count}。`;
}

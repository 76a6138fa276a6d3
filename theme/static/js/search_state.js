// What the reader asked for, as it stands in the page's address: pure, without DOM.

export const FACETS = ["city", "county", "topic", "newspaper", "year"];
const SORTS = ["best", "newest", "oldest"];
export const PAGE_SIZE = 10;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Read the state from an address's query; what cannot be understood counts as not given. */
export function readState(search) {
  const given = new URLSearchParams(search);
  const day = (name) => (DAY.test(given.get(name) ?? "") ? given.get(name) : "");
  return {
    query: given.get("q") ?? "",
    filters: Object.fromEntries(FACETS.map((name) => [name, [...new Set(given.getAll(name).filter(Boolean))]])),
    from: day("from"),
    to: day("to"),
    sort: SORTS.includes(given.get("sort")) ? given.get("sort") : "best",
    page: Math.max(1, Math.trunc(Number(given.get("page"))) || 1),
  };
}

/** Write the state as an address's query; what is at its default is left out. */
export function writeState(state) {
  const given = new URLSearchParams();
  if (state.query) given.set("q", state.query);
  for (const name of FACETS) for (const value of state.filters[name]) given.append(name, value);
  if (state.from) given.set("from", state.from);
  if (state.to) given.set("to", state.to);
  if (state.sort !== "best") given.set("sort", state.sort);
  if (state.page > 1) given.set("page", state.page);
  return String(given);
}

/** The options with which the engine is asked for this state. */
export function searchOptions(state) {
  const filters = { ...state.filters };
  if (state.from) filters.from = state.from;
  if (state.to) filters.to = state.to;
  return { filters, sort: state.sort, limit: PAGE_SIZE, offset: (state.page - 1) * PAGE_SIZE };
}

/** Whether filters or dates decide on the results or their order. */
export function isNarrow(state) {
  return Boolean(state.from || state.to || state.sort !== "best" || FACETS.some((name) => state.filters[name].length));
}

/** Whether there is nothing to search for. */
export function isEmpty(state) {
  return !state.query.trim() && !isNarrow({ ...state, sort: "best" });
}

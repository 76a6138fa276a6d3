// Show the page in traditional characters. The table is loaded when a reader asks for it; lengths never change.

const LONGEST = 6;
const SHOWN_ATTRIBUTES = ["placeholder", "title", "aria-label"];

let table;

async function loadTable() {
  const response = await fetch(new URL("../traditional.json", import.meta.url));
  const { characters, phrases } = await response.json();
  const pairs = Array.from(characters);
  const single = new Map();
  for (let i = 0; i < pairs.length; i += 2) single.set(pairs[i], pairs[i + 1]);
  return { single, phrases: new Map(Object.entries(phrases)) };
}

function convert(text) {
  let result = "";
  for (let at = 0; at < text.length; ) {
    let size = Math.min(LONGEST, text.length - at);
    while (size > 1 && !table.phrases.has(text.slice(at, at + size))) size -= 1;
    const piece = size > 1 ? text.slice(at, at + size) : String.fromCodePoint(text.codePointAt(at));
    result += (size > 1 ? table.phrases.get(piece) : table.single.get(piece)) ?? piece;
    at += piece.length;
  }
  return result;
}

function convertNode(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = convert(node.data);
    if (text !== node.data) node.data = text;
  } else if (node.nodeType === Node.ELEMENT_NODE && !node.closest("script, [data-copy], body [lang]")) {
    for (const name of SHOWN_ATTRIBUTES) if (node.hasAttribute(name)) node.setAttribute(name, convert(node.getAttribute(name)));
    for (const child of node.childNodes) convertNode(child);
  }
}

/** Convert the page, and whatever is added to it later. Going back is a reload: the original is in the file. */
export async function showTraditional() {
  table ??= await loadTable();
  document.documentElement.lang = "zh-Hant";
  document.title = convert(document.title);
  convertNode(document.body);
  new MutationObserver((changes) => {
    for (const change of changes) for (const node of change.addedNodes) convertNode(node);
  }).observe(document.body, { childList: true, subtree: true });
}

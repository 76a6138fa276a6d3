// The text of an article's own page, without a DOM: the counterpart of plugins/search_index/page_text.py.

const INLINE = new Set(
  (
    "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u " +
    "var wbr"
  ).split(" "),
);
const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** The text in the page's one <article>: a line for each block, white space as a browser shows it; or null. */
export function articleText(html) {
  const inner = /<article\b(?:"[^"]*"|'[^']*'|[^"'>])*>([^]*?)<\/article\s*>/i.exec(html)?.[1];
  if (inner === undefined) return null;
  const marked = inner
    .replace(/<!--[^]*?-->|<(script|style|template)\b[^]*?<\/\1\s*>/gi, "")
    .replace(/[ \t\r\n\f]+/g, " ")
    .replace(/<\/?([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>/gi, (_, name) =>
      INLINE.has(name.toLowerCase()) ? "" : "\n",
    );
  const lines = marked.split("\n").map((line) => line.replace(/ +/g, " ").replace(/^ | $/g, ""));
  return lines.filter(Boolean).map(decodeEntities).join("\n");
}

function decodeEntities(text) {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
    if (name) return NAMED[name] ?? all;
    const code = decimal ? parseInt(decimal, 10) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

// Mark in the article what was searched for. Ranges are painted over the text; the text itself stays as it is.

/** Make alike what the search does not tell apart: width, case and dashes, each character staying in its place. */
function fold(text) {
  return Array.from(text, (character) => {
    const folded = character.normalize("NFKC").toLowerCase().replace(/[\u2010-\u2015\u2212]/, "-");
    return folded.length === character.length ? folded : character;
  }).join("");
}

/** Return the text nodes below an element with the place of each in the whole text. */
function readText(element) {
  const nodes = [];
  let text = "";
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, start: text.length });
    text += walker.currentNode.data;
  }
  return { nodes, text };
}

function findPlace(nodes, offset) {
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (nodes[middle].start <= offset) low = middle;
    else high = middle - 1;
  }
  return [nodes[low].node, offset - nodes[low].start];
}

function* findRanges(element, words) {
  const { nodes, text } = readText(element);
  const folded = fold(text);
  for (const word of words.map(fold).filter(Boolean)) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const [startContainer, startOffset] = findPlace(nodes, at);
      const [endContainer, endOffset] = findPlace(nodes, at + word.length - 1);
      // A static range keeps its place when the text turns traditional.
      yield new StaticRange({ startContainer, startOffset, endContainer, endOffset: endOffset + 1 });
    }
  }
}

/** Mark every place where one of the words stands and bring the first into view. */
export function markHits(element, words) {
  const ranges = [...findRanges(element, words)];
  if (!ranges.length || !globalThis.Highlight) return;
  CSS.highlights.set("hit", new Highlight(...ranges));
  ranges[0].startContainer.parentElement.scrollIntoView({ block: "center" });
}

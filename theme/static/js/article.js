// The article's tools: text size, copy, download, print; and the hits marked that a search led to.

import { copyText, offerCopies } from "./copying.js";
import { choose, chosen } from "./preferences.js";
import { markHits } from "./hits.js";

const SIZES = ["small", null, "large", "larger"];

function changeSize(step) {
  const now = SIZES.indexOf(chosen("text"));
  choose("text", SIZES[Math.min(Math.max(now + step, 0), SIZES.length - 1)]);
}

function copyLink(button) {
  const { href } = document.querySelector("link[rel=canonical]") ?? location;
  return copyText(href.split(/[?#]/)[0], button);
}

const ACTIONS = {
  smaller: () => changeSize(-1),
  larger: () => changeSize(1),
  "copy-link": copyLink,
  print: () => print(),
};

/** Add the words the reader selected to the report of a mistake. */
function quoteSelection(event) {
  const words = String(getSelection()).trim().slice(0, 200);
  if (!words) return;
  const link = new URL(event.currentTarget.href);
  const body = link.searchParams.get("body").replace("有误的文字：", `有误的文字：${words}`);
  link.searchParams.set("body", body);
  event.currentTarget.href = link;
}

for (const tools of document.querySelectorAll(".tools")) {
  tools.hidden = false;
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) ACTIONS[button.dataset.action]?.(button);
  });
}
for (const link of document.querySelectorAll("[data-report]")) link.addEventListener("click", quoteSelection);
offerCopies(document.querySelectorAll("[data-copy]"));

const hits = new URLSearchParams(location.search).getAll("hl").slice(0, 10);
if (hits.length) markHits(document.querySelector("article"), hits);

// The article's tools: text size, copy link, print; and the hits marked that a search led to.

import { choose, chosen } from "./preferences.js";
import { markHits } from "./hits.js";

const SIZES = ["small", null, "large", "larger"];

function changeSize(step) {
  const now = SIZES.indexOf(chosen("text"));
  choose("text", SIZES[Math.min(Math.max(now + step, 0), SIZES.length - 1)]);
}

async function copyLink(button) {
  const { href } = document.querySelector("link[rel=canonical]") ?? location;
  await navigator.clipboard.writeText(href.split(/[?#]/)[0]);
  const before = button.textContent;
  button.textContent = button.dataset.done;
  setTimeout(() => { button.textContent = before; }, 2000);
}

const ACTIONS = {
  smaller: () => changeSize(-1),
  larger: () => changeSize(1),
  copy: copyLink,
  print: () => print(),
};

for (const tools of document.querySelectorAll(".tools")) {
  tools.hidden = false;
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) ACTIONS[button.dataset.action]?.(button);
  });
}

const hits = new URLSearchParams(location.search).getAll("hl");
if (hits.length) markHits(document.querySelector("article"), hits);

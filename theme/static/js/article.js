// The article's tools: text size, copy, download, print; and the hits marked that a search led to.

import { copyText, makeButton, offerCopies } from "./copying.js";
import { choose, chosen } from "./preferences.js";

const SIZES = ["small", null, "large", "larger"];

function changeSize(step) {
  const now = SIZES.indexOf(chosen("text"));
  choose("text", SIZES[Math.min(Math.max(now + step, 0), SIZES.length - 1)]);
}

function copyLink(button) {
  const { href } = document.querySelector("link[rel=canonical]") ?? location;
  return copyText(href.split(/[?#]/)[0], button);
}

const TOOLS = [
  ["字小", () => changeSize(-1)],
  ["字大", () => changeSize(1)],
  ["复制链接", copyLink],
  ["打印", () => print()],
];

/** Add the words the reader selected to the report of a mistake. */
function quoteSelection(event) {
  const words = String(getSelection()).trim().slice(0, 200);
  if (!words) return;
  const link = new URL(event.currentTarget.href);
  link.searchParams.set("body", `${link.searchParams.get("body")}“${words}”\n`);
  event.currentTarget.href = link;
}

document.querySelector("[data-tools]").append(...TOOLS.map(([name, act]) => makeButton(name, act)));
for (const link of document.querySelectorAll("[data-report]")) link.addEventListener("click", quoteSelection);
offerCopies(document.querySelectorAll("[data-copy]"));

const hits = new URLSearchParams(location.search).getAll("hl").slice(0, 10);
if (hits.length) import("./hits.js").then(({ markHits }) => markHits(document.querySelector("article"), hits));

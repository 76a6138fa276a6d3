// What every page offers: light and dark by hand, traditional characters, "/" to search.

import { choose, chosen } from "./preferences.js";

function isDark() {
  const byHand = chosen("appearance");
  return byHand ? byHand === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function offerAppearance(button) {
  const name = () => { button.textContent = isDark() ? "浅色" : "深色"; };
  button.hidden = false;
  button.addEventListener("click", () => {
    choose("appearance", isDark() ? "light" : "dark");
    name();
  });
  name();
}

async function applyScript() {
  const { showTraditional } = await import("./traditional.js");
  await showTraditional();
}

function offerScript(button) {
  const isTraditional = chosen("script") === "traditional";
  button.textContent = isTraditional ? "简体" : "繁體";
  button.lang = isTraditional ? "zh-Hans" : "zh-Hant";
  button.hidden = false;
  button.addEventListener("click", async () => {
    choose("script", isTraditional ? null : "traditional");
    location.reload();
  });
}

function focusSearch(event) {
  const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.querySelector("input[type=search]");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
}

/** Keep what is read for times without a network; where that is not possible, the site works all the same. */
function keepForOffline() {
  if (!document.querySelector("link[rel=manifest]") || !navigator.serviceWorker) return;
  navigator.serviceWorker.register(new URL("../../service-worker.js", import.meta.url)).catch(() => {});
}

for (const button of document.querySelectorAll("[data-action=appearance]")) offerAppearance(button);
for (const button of document.querySelectorAll("[data-action=script]")) offerScript(button);
if (chosen("script") === "traditional") applyScript();
addEventListener("load", keepForOffline);
document.addEventListener("keydown", focusSearch);

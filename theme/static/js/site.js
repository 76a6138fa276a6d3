// What every page offers: light and dark by hand, "/" to search.

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

function focusSearch(event) {
  const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.querySelector("input[type=search]");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
}

for (const button of document.querySelectorAll("[data-action=appearance]")) offerAppearance(button);
document.addEventListener("keydown", focusSearch);

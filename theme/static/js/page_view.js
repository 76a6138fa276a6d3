// A page's cleaned texts beside its original lines: what is chosen on one side is marked on the other.

const original = document.querySelector(".original");
const items = document.querySelector(".items");
const owned = document.querySelectorAll("[data-item]");

/** Mark an item on both sides, with its cleaned text open. */
function markItem(number) {
  for (const part of owned) part.classList.toggle("is-marked", part.dataset.item === number);
  for (const text of items.querySelectorAll("details")) text.open = text.closest("[data-item]").dataset.item === number;
}

/** Mark a part of a cleaned text, and the lines of its item that it was made of. */
function markPart(part) {
  const { item } = part.closest("[data-item]").dataset;
  const numbers = part.dataset.lines.split(" ");
  for (const other of items.querySelectorAll("[data-lines]")) other.classList.toggle("is-chosen", other === part);
  for (const line of original.querySelectorAll("li")) {
    const isOwn = line.closest(".run").dataset.item === item && numbers.includes(String(line.value));
    line.classList.toggle("is-chosen", isOwn);
  }
}

function findPart(number, line) {
  const parts = items.querySelectorAll(`[data-item="${number}"] [data-lines]`);
  return [...parts].find((part) => part.dataset.lines.split(" ").includes(line));
}

/** Bring something into view where the list scrolls by itself; the page stays where it is. */
function showInList(element) {
  items.scrollTop += element.getBoundingClientRect().top - items.getBoundingClientRect().top;
}

/** Mark what belongs to an original line: its item, and the part that the line became. */
function followLine(line) {
  const { item } = line.closest(".run").dataset;
  if (!item) return;
  markItem(item);
  const part = findPart(item, String(line.value));
  if (part) markPart(part);
  showInList(part ?? items.querySelector(`[data-item="${item}"]`));
}

function markTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.matches(".run li")) {
    followLine(target);
  } else if (target.dataset.item) {
    markItem(target.dataset.item);
    showInList(items.querySelector(`[data-item="${target.dataset.item}"]`));
    // The open text may have moved what the reader was led to.
    target.scrollIntoView();
  }
}

original.addEventListener("click", (event) => {
  const line = event.target.closest(".run li");
  if (line && !event.target.closest("a") && !String(getSelection())) followLine(line);
});
items.addEventListener("click", (event) => {
  const link = event.target.closest("a.line");
  if (!link) return;
  event.preventDefault();
  markPart(link.closest("[data-lines]"));
  original.querySelector("li.is-chosen")?.scrollIntoView({ block: "center" });
});
addEventListener("hashchange", markTarget);
markTarget();

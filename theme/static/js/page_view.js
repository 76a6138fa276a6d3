// A click on a line marks its item, and a link to an item marks all its lines.

const parts = document.querySelectorAll("[data-item]");

function markItem(number) {
  for (const part of parts) part.classList.toggle("is-marked", part.dataset.item === number);
}

/** Bring an item into view where the list scrolls by itself; the page stays where it is. */
function showInList(number) {
  const item = document.querySelector(`.item-list [data-item="${number}"]`);
  const list = item?.closest(".items");
  if (list) list.scrollTop += item.getBoundingClientRect().top - list.getBoundingClientRect().top;
}

function markTarget() {
  const target = location.hash && document.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`);
  const part = target?.closest?.("[data-item]");
  if (!part) return;
  markItem(part.dataset.item);
  showInList(part.dataset.item);
}

function followLine(event) {
  if (event.target.closest("a") || String(getSelection())) return;
  const line = event.target.closest(".run[data-item] li");
  if (!line) return;
  const { item } = line.closest(".run").dataset;
  markItem(item);
  document.querySelector(`.item-list [data-item="${item}"]`)?.scrollIntoView({ block: "nearest" });
}

document.querySelector(".original").addEventListener("click", followLine);
addEventListener("hashchange", markTarget);
markTarget();

// Choices of the reader that outlast the page: appearance, text size, traditional characters.

const root = document.documentElement;

/** Set a choice on the document and remember it; null forgets it. */
export function choose(key, value) {
  if (value === null) delete root.dataset[key];
  else root.dataset[key] = value;
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage can be forbidden; the choice then lasts for this page.
  }
}

/** Return the choice made before, or null. */
export function chosen(key) {
  return root.dataset[key] ?? null;
}

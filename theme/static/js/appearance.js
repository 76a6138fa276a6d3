// Runs before the first paint, so that a dark or large-type choice does not flash.
(() => {
  const root = document.documentElement;
  try {
    for (const key of ["appearance", "text"]) {
      const chosen = localStorage.getItem(key);
      if (chosen) root.dataset[key] = chosen;
    }
  } catch {
    // Storage can be forbidden; the site then follows the system.
  }
})();

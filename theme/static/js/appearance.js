// Runs before the first paint, so that what the reader chose before does not flash.
(() => {
  const root = document.documentElement;
  try {
    for (const key of ["appearance", "text", "script"]) {
      const chosen = localStorage.getItem(key);
      if (chosen) root.dataset[key] = chosen;
    }
  } catch {
    // Storage can be forbidden; the site then follows the system.
  }
})();

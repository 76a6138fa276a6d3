"""The pages that Chromium opens: one that asks our engine, one that asks Pagefind."""

from __future__ import annotations

# Both count in the same way: what was fetched before the first list, and in how many dependent waves (a request
# belongs to the wave after those that had ended when it began).
_WAVES = """
performance.setResourceTimingBufferSize(100000);
window.waves = (isCounted) => {
  const entries = performance.getEntriesByType("resource").filter(({name}) => isCounted(name));
  entries.sort((a, b) => a.startTime - b.startTime);
  const waves = [];
  entries.forEach((entry, i) => {
    const before = waves.filter((_, j) => entries[j].responseEnd <= entry.startTime);
    waves[i] = 1 + Math.max(0, ...before);
  });
  return Math.max(0, ...waves);
};
"""

OURS = f"""<!doctype html><html lang="zh-CN"><title>ours</title><script>{_WAVES}</script>
<script type="module">
import {{ open }} from "/engine/engine.js";
const text = async ({{ id }}) => (await fetch("/text/" + id)).text();
const query = new URLSearchParams(location.search).get("q");
const engine = await open("/index/", {{ text }});
window.ask = async (text) => {{
  const start = performance.now();
  await engine.search(text);
  return performance.now() - start;
}};
if (query) {{
  const start = performance.now();
  const {{ results }} = await engine.search(query);
  window.answer = {{ first: results.map(({{ id }}) => String(id)), time: performance.now() - start,
    waves: waves((name) => name.includes("/index/") || name.includes("/text/")) }};
}} else window.answer = {{}};
</script>"""

PAGEFIND = f"""<!doctype html><html lang="zh-CN"><title>pagefind</title><script>{_WAVES}</script>
<script type="module">
const pagefind = await import("/pagefind/pagefind.js");
await pagefind.init();
const query = new URLSearchParams(location.search).get("q");
const start = performance.now();
const {{ results }} = await pagefind.search(query);
const first = await Promise.all(results.slice(0, 10).map((result) => result.data()));
window.answer = {{ all: results.map(({{ id }}) => id), first: first.map(({{ url }}) => url.match(/(\\d+)\\.html/)[1]),
  time: performance.now() - start, waves: waves((name) => !name.endsWith(".js")) }};
</script>"""

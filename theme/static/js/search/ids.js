// What documents are called, told before their cards (FORMAT.md, "Ids").

/** The ids of all documents of these segments, in order. */
export async function readIds(loader, segments, signal) {
  const files = await Promise.all(segments.map(({ name }) => loader.json(`${name}/ids.json`, signal)));
  const found = [];
  for (const { ids } of files) {
    for (let i = 0; i < ids.length; i += 2) {
      for (let step = 0; step < ids[i + 1]; step++) found.push(countOn(ids[i], step));
    }
  }
  return found;
}

/** The id that stands so many steps after this one: p/11 two after p/09. */
function countOn(id, steps) {
  if (typeof id === "number") return id + steps;
  return id.replace(/[0-9]{1,9}$/, (counter) => String(Number(counter) + steps).padStart(counter.length, "0"));
}

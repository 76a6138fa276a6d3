// Filter columns (FORMAT.md, "Columns"), put together from all segments.

import { BitReader, readList } from "./bits.js";

/** Map of value to documents. */
export async function readColumn(loader, segments, name, signal) {
  const values = new Map();
  await eachColumn(loader, segments, name, signal, (about, bytes, { first, documents }) => {
    const reader = new BitReader(bytes);
    about.values.forEach((value, i) => {
      const known = values.get(value) ?? values.set(value, []).get(value);
      for (const document of readList(reader, about.counts[i], documents)) known.push(document + first);
    });
  });
  return values;
}

/** The date number of every document; 0 where there is none. */
export async function readDates(loader, segments, signal) {
  const { first, documents } = segments.at(-1);
  const dates = new Int32Array(first + documents);
  await eachColumn(loader, segments, "date", signal, ({ shift }, bytes, segment) => {
    const reader = new BitReader(bytes);
    let date = 0;
    for (let i = 0; i < segment.documents; i++) {
      const step = reader.rice(shift);
      dates[segment.first + i] = date += step % 2 ? -(step + 1) / 2 : step / 2;
    }
  });
  return dates;
}

/** Fetch a column of all segments that have it, and read them in order. */
async function eachColumn(loader, segments, name, signal, read) {
  const filled = segments.filter((segment) => segment.columns.includes(name));
  const files = await Promise.all(
    filled.flatMap((segment) => [
      loader.json(`${segment.name}/columns.json`, signal),
      loader.binary(`${segment.name}/column-${name}.bin`, signal),
    ]),
  );
  filled.forEach((segment, i) => read(files[2 * i].columns[name], files[2 * i + 1], segment));
}

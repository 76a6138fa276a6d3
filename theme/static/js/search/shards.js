// Reads what plugins/search_index/shards.py writes.

import { BitReader, readList, riceShift } from "./bits.js";

// Lists shorter than this carry no weights and no lengths of titles.
const WEIGHTED = 16;

// What counts as a title's length where the list does not tell it.
const LONGEST_TITLE = 32;

/**
 * The posting list of one term in a shard, or null: `documents` (rising), `weights` (0 to 3, or null) and `titles`
 * (0: not in the title, else the title's length, at most 32).
 */
export function findList(bytes, shard, code, layout) {
  const reader = new BitReader(bytes);
  const size = reader.gamma() - 1;
  const shift = riceShift(size, Math.floor(layout.room / layout.shards));
  let next = Math.ceil((shard * layout.room) / layout.shards);
  let wanted = -1;
  for (let i = 0; i < size; i++) {
    next += reader.rice(shift);
    if (next === code) wanted = i;
    next++;
  }
  if (wanted < 0) return null;
  const counts = readGammas(reader, size);
  const titled = readGammas(reader, size);
  for (let i = 0; i < wanted; i++) readPostings(reader, counts[i], titled[i] - 1, layout);
  return readPostings(reader, counts[wanted], titled[wanted] - 1, layout);
}

function readGammas(reader, size) {
  const numbers = new Uint32Array(size);
  for (let i = 0; i < size; i++) numbers[i] = reader.gamma();
  return numbers;
}

function readPostings(reader, count, titled, layout) {
  const documents = readList(reader, count, layout.documents);
  const titles = new Uint8Array(count);
  const ordinals = readRising(reader, titled, riceShift(titled, count));
  const isWeighted = layout.weighted && count >= WEIGHTED;
  for (const ordinal of ordinals) titles[ordinal] = isWeighted ? 1 + reader.fixed(5) : LONGEST_TITLE;
  let weights = null;
  if (isWeighted) {
    weights = new Uint8Array(count);
    for (let i = 0; i < count; i++) weights[i] = reader.zeros();
  }
  return { documents, titles, weights };
}

function readRising(reader, count, shift) {
  const numbers = new Int32Array(count);
  let number = -1;
  for (let i = 0; i < count; i++) numbers[i] = number += 1 + reader.rice(shift);
  return numbers;
}

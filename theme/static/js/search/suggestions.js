/** Suggestions whose text or Latin form begins with what was typed, then those that hold it; common ones first. */
export function suggest(rows, typed, folding, limit) {
  const letters = typed.replace(/[^a-z]/g, "");
  const ranked = rows
    .map(([text, kind, ...latin]) => ({ text, kind, rank: rankSuggestion(folding.fold(text), latin, typed, letters) }))
    .filter(({ rank }) => rank < 4);
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ text, kind }) => ({ text, kind }));
}

function rankSuggestion(text, latin, typed, letters) {
  if (text.startsWith(typed)) return 0;
  if (letters && latin.includes(letters)) return 1;
  if (letters && latin.some((form) => form.startsWith(letters))) return 2;
  return text.includes(typed) ? 3 : 4;
}

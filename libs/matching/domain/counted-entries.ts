/** A word of the catalogue, or a language, and how many people it is true of. */
export interface CountedEntry {
  readonly code: string;
  readonly title: string;
  readonly people: number;
}

/**
 * Counts how many people each entry is true of, the most frequent first, those of equal number in the order of `entries`.
 * What is true of nobody is left out.
 *
 * @param codesOf for each person the codes that are true of them; one that comes twice counts once
 */
export function countEntries(
  entries: readonly { readonly code: string; readonly title: string }[],
  codesOf: readonly (readonly string[])[],
): CountedEntry[] {
  const people = new Map<string, number>();
  for (const code of codesOf.flatMap((codes) => [...new Set(codes)])) {
    people.set(code, (people.get(code) ?? 0) + 1);
  }
  return entries
    .flatMap(({ code, title }) => (people.has(code) ? [{ code, title, people: people.get(code)! }] : []))
    .sort((a, b) => b.people - a.people);
}

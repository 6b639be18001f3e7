/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}

/** `the group “a”`, `the groups “a” and “b”`: titles have commas in them, and words that would read as others. */
export function groupsListed(titles: readonly string[]): string {
  return `the ${titles.length === 1 ? 'group' : 'groups'} ${listed(titles.map(quoted))}`;
}

/** A title in the middle of a sentence. */
export function quoted(title: string): string {
  return `“${title}”`;
}

import type { Entry } from './catalogue';

/** One of the ways in which a file may name an entry, and the member of the entry that says so. */
export interface Label {
  readonly member: string;
  readonly text: string;
}

/**
 * What is left of a label once case, spaces, punctuation and a final plural are gone. `&` reads as "and": staff records
 * write either. Empty for a label without a letter or digit.
 */
export function labelKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(?<=.[^s])s$/u, '');
}

/** The code, the title and the aliases of an entry. */
export function labelsOf(entry: Entry & { readonly aliases?: readonly string[] }): Label[] {
  const aliases = entry.aliases ?? [];
  return [
    { member: 'code', text: entry.code },
    { member: 'title', text: entry.title },
    ...aliases.map((text, index) => ({ member: `aliases[${index}]`, text })),
  ];
}

/** The words of a label, each as `labelKey` leaves it. An apostrophe does not part a word. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .replaceAll('&', ' and ')
    .replace(/['’]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(labelKey);
}

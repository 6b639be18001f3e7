/** What an id may look like wherever a file or a request brings one: 1 to 64 letters, digits, dots, underscores or hyphens. */
export const IDENTIFIER_PATTERN = /^[A-Za-z0-9._-]{1,64}$/;

/** Whether `text` can serve as an id. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER_PATTERN.test(text);
}

/**
 * Orders two ids by their UTF-16 code units, the order of RFC 8785 and of every sorted list in a result.
 * Negative where `a` comes first, 0 where they are the same, positive where `b` comes first.
 */
export function compareIdentifiers(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { DEFAULT_DISCLOSURE_POLICY } from './disclosure-policy';

/**
 * Who is counted how in a table: by a pseudonym that stays with the person, all that decides in which row and in which
 * measures they are counted, in any words that are the same where it is the same. Whoever counts nowhere is left out.
 */
export type CountedPeople = ReadonlyMap<string, string>;

/** How many people came, went or are counted otherwise than before. */
export function changedPeople(earlier: CountedPeople, later: CountedPeople): number {
  let changed = 0;
  for (const [person, counted] of later) {
    if (earlier.get(person) !== counted) changed += 1;
  }
  for (const person of earlier.keys()) {
    if (!later.has(person)) changed += 1;
  }
  return changed;
}

/**
 * Whether a table that was published may be published anew. Where fewer people than the smallest count told changed,
 * the difference of both would be about so few: then the earlier figures are repeated, with their date.
 */
export function mayReplace(
  earlier: CountedPeople,
  later: CountedPeople,
  policy = DEFAULT_DISCLOSURE_POLICY,
): boolean {
  return changedPeople(earlier, later) >= policy.smallest;
}

import { accessNeed, fault } from '../cells';
import type { Members } from '../members';

/** A whole or fractional number within bounds, both allowed; text and numbers of a request are told alike. */
export function readNumber(
  members: Members,
  member: string,
  value: number,
  { least, most, whole }: { readonly least: number; readonly most: number; readonly whole: boolean },
): number {
  if (!(value >= least && value <= most) || (whole && !Number.isInteger(value))) {
    members.refuse(member, `${value} is no ${whole ? 'whole ' : ''}number from ${least} to ${most}`);
  }
  return value;
}

/** Words such as `step_free`. */
export function readAccessibility(members: Members, words: readonly string[] = []): readonly string[] {
  return members.readEach('accessibility', words, (text) => {
    const word = accessNeed(text);
    return word === '' ? fault('it says that nothing is needed: leave it out') : word;
  });
}

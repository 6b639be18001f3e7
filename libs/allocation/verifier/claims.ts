type FigureClaim = 'counts' | 'rates' | 'priority' | 'score' | 'tie';
type ProofClaim = 'certificate' | 'groups' | 'professions' | 'mentors' | 'mentees' | 'pairs' | 'tightSets';
/**
 * What a result claims, in the order in which it is checked. The first ones, to `tie`, say what the matching is; the
 * others that there is no better one: `certificate` that the proof can be read, `groups` to `pairs` that its prices
 * leave no change that would pay, `tightSets` that who shares which places is told truly.
 */
export type Claim = 'shape' | 'format' | 'problem' | 'assignments' | 'capacity' | FigureClaim | ProofClaim;

/** Whether a result is the best one for its problem; if not, the first claim that does not hold, and why, in a sentence. */
export type Verdict =
  { readonly valid: true } | { readonly valid: false; readonly claim: Claim; readonly sentence: string };

/** Ends the checking at the first claim that does not hold. */
export class BrokenClaim extends Error {
  constructor(
    readonly claim: Claim,
    sentence: string,
  ) {
    super(sentence);
  }
}

/** What a part of a result must be. A map stands for an object, so that a member of any name is just a member. */
export type Expected = number | string | readonly Expected[] | ReadonlyMap<string, Expected>;

/** Holds a part of a result against what it must be. */
export function expectSame(claim: Claim, what: string, claimed: unknown, expected: Expected): void {
  if (expected instanceof Map) {
    const members = membersOf(claim, what, claimed, [...(expected as Map<string, Expected>).keys()]);
    members.forEach((member, name) =>
      expectSame(claim, `${what}.${name}`, member, expected.get(name) as Expected),
    );
  } else if (Array.isArray(expected)) {
    const items = listOf(claim, what, claimed, expected.length);
    items.forEach((item, place) => expectSame(claim, `${what}[${place}]`, item, expected[place] as Expected));
  } else if (claimed !== expected) {
    throw new BrokenClaim(claim, `${what} is ${shown(claimed)}, but by the pairs it is ${shown(expected)}`);
  }
}

/** The members of an object that must have these and no others. */
export function membersOf(
  claim: Claim,
  what: string,
  value: unknown,
  names: readonly string[],
): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BrokenClaim(claim, `${what} is ${shown(value)}, not an object`);
  }
  const members = new Map<string, unknown>(Object.entries(value));
  const known = new Set(names);
  const missing = names.find((name) => !members.has(name));
  const stray = [...members.keys()].find((name) => !known.has(name));
  if (missing !== undefined || stray !== undefined) {
    const fault = missing === undefined ? 'has a member too many' : 'lacks a member';
    throw new BrokenClaim(claim, `${what} ${fault}: ${shown(missing ?? stray)}`);
  }
  return members;
}

/** The items of a list, which must be so many where a number is given. */
export function listOf(claim: Claim, what: string, value: unknown, length?: number): readonly unknown[] {
  if (!Array.isArray(value)) {
    throw new BrokenClaim(claim, `${what} is ${shown(value)}, not a list`);
  }
  if (length !== undefined && value.length !== length) {
    throw new BrokenClaim(claim, `${what} is a list of ${value.length}, not of ${length}`);
  }
  return value;
}

/** A value as it reads in a sentence: short, on one line, and without what lists and objects hold. */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > 70 ? `${value.slice(0, 70)}…` : value);
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  if (typeof value === 'object' && value !== null) {
    return 'an object';
  }
  return value === undefined ? 'missing' : `${value as number | boolean}`;
}

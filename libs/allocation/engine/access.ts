import type { Instance } from './instance';
import { compareFractions } from './fraction';
import { type Matching, NONE } from './matching';

/** A set of mentees whose share of matched is a rate: a professional group, or a profession within one. */
export interface Shares {
  readonly names: string[];
  readonly asked: number[];
  readonly priorAsked: number[];
  readonly priorMatched: number[];
}

/**
 * How mentees are counted for equity: each belongs to one profession, each profession to one group.
 *
 * A mentee without a profession of its own is in the unrated profession of its group: it counts in the group and takes
 * no part in level 2. With level 1 alone every profession is unrated, and without equity all mentees are in one.
 */
export class Access {
  readonly groups: Shares = { names: [], asked: [], priorAsked: [], priorMatched: [] };
  readonly professions: Shares = { names: [], asked: [], priorAsked: [], priorMatched: [] };
  readonly groupOfProfession: number[] = [];
  /** Whether a profession has a rate at level 2. */
  readonly rated: boolean[] = [];
  readonly professionOf: Int32Array;
  /** By mentee, what a match is worth in priority; 0 where priority is no objective. */
  readonly priority: Float64Array;
  /** Mentees of each profession, whoever has waited longest first: searches begin with them, and seldom end elsewhere. */
  readonly members: number[][] = [];

  /** Whether each match counts by itself. */
  readonly covers: boolean;
  /** Whether groups have rates. */
  readonly levelOne: boolean;
  /** Whether professions have rates of their own. */
  readonly levelTwo: boolean;

  constructor(instance: Instance) {
    const { mentees, equity, objectives } = instance.problem;
    this.covers = objectives.includes('coverage');
    this.levelOne = objectives.includes('equity');
    this.levelTwo = this.levelOne && equity.levels.length === 2;
    this.professionOf = Int32Array.from(instance.menteeAt, (at, mentee) => {
      const [groupName, professionName] = this.levelOne ? mentees[at]!.group : [''];
      const group = this.#share(this.groups, groupName, instance);
      const rated = this.levelTwo && professionName !== undefined;
      const name = rated ? `${groupName}/${professionName}` : groupName;
      const profession = this.#share(this.professions, name, instance);
      this.groupOfProfession[profession] = group;
      this.rated[profession] = rated;
      this.groups.asked[group]!++;
      this.professions.asked[profession]!++;
      (this.members[profession] ??= []).push(mentee);
      return profession;
    });
    const priority = objectives.includes('priority')
      ? instance.priority
      : new Float64Array(instance.menteeCount);
    this.priority = priority;
    this.members.forEach((members) => members.sort((a, b) => priority[b]! - priority[a]! || a - b));
  }

  #share(shares: Shares, name: string, instance: Instance): number {
    const known = shares.names.indexOf(name);
    if (known !== -1) {
      return known;
    }
    const prior = Object.hasOwn(instance.problem.equity.prior, name)
      ? instance.problem.equity.prior[name]!
      : { asked: 0, matched: 0 };
    shares.asked.push(0);
    shares.priorAsked.push(prior.asked);
    shares.priorMatched.push(prior.matched);
    return shares.names.push(name) - 1;
  }

  /** Matched in this round by group and by profession. */
  count(matching: Matching): { groups: number[]; professions: number[] } {
    const groups = this.groups.names.map(() => 0);
    const professions = this.professions.names.map(() => 0);
    this.professionOf.forEach((profession, mentee) => {
      if (matching.mentorOf[mentee] !== NONE) {
        professions[profession]!++;
        groups[this.groupOfProfession[profession]!]!++;
      }
    });
    return { groups, professions };
  }
}

/** The rate of a group or profession once `matched` of it are matched in this round: numerator and denominator. */
export function rateOf(shares: Shares, share: number, matched: number): readonly [number, number] {
  return [shares.priorMatched[share]! + matched, shares.priorAsked[share]! + shares.asked[share]!];
}

/**
 * Which of two shares is to be raised first when each holds `matched`: the lower rate, and between equal rates the
 * smaller denominator, since one place then lifts the sorted vector of rates further. 0 where a place does the same.
 */
export function compareRaises(
  shares: Shares,
  first: { readonly share: number; readonly matched: number },
  second: { readonly share: number; readonly matched: number },
): number {
  const [a, b] = rateOf(shares, first.share, first.matched);
  const [c, d] = rateOf(shares, second.share, second.matched);
  return compareFractions(a, b, c, d) || b - d;
}

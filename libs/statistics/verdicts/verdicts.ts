import type { Counted } from '../counted';

/** The three things that can be said of a group beside everyone else. There is no "fair". */
export type Verdict = 'disparity' | 'not_enough_data' | 'no_evidence_of_disparity';

/** One group of a dimension: everybody counted is in one group only. */
export interface GroupCount extends Counted {
  /** Tells the group from the others: the code of a profession, say. */
  readonly key: string;
}

/** How many more people it would take to be able to see a disparity, were it as extreme as it can be. */
export interface MoreNeeded {
  readonly inGroup: number;
  readonly inRest: number;
}

/** What is found of one group beside everyone else. */
export interface GroupVerdict {
  readonly key: string;
  readonly verdict: Verdict;
  readonly group: Counted;
  /** Everyone else in the dimension, those of groups without a verdict included. */
  readonly rest: Counted;
  /** Rate of the group ÷ rate of the rest; `null` where the rest is at 0%, or either counts nobody. */
  readonly ratio: number | null;
  /** Fisher exact, two-sided; `null` where there is not enough data. */
  readonly pValue: number | null;
  /** The same after Holm over the groups with enough data; `null` where there is not. */
  readonly adjustedPValue: number | null;
  /** Only with `not_enough_data`; `null` there too where no number of people would do (nobody or everybody succeeded). */
  readonly moreNeeded: MoreNeeded | null;
  /** Why, in one sentence without counts of the group. */
  readonly sentence: string;
}

/** Verdicts, one for each group as given. */
export function verdicts(groups: readonly GroupCount[]): GroupVerdict[] {
  throw new Error('not written yet');
}

import type { Counted } from '../counted';
import { rateRatio } from '../rates/rate-ratio';
import { requireCounted } from '../refused-arguments';
import { holm } from '../several-tests/holm';
import { fisherExact } from '../tables/fisher-exact';
import { hasEnoughData, type MoreNeeded, moreNeeded } from './enough-data';
import { FEWEST_PEOPLE, isFarFromRest, isSignificant } from './verdict-rule';

/** The three things that can be said of a group beside everyone else. There is no "fair". */
export type Verdict = 'disparity' | 'not_enough_data' | 'no_evidence_of_disparity';

/** One group of a dimension: everybody counted is in one group only. */
export interface GroupCount extends Counted {
  /** Tells the group from the others: the code of a profession, say. */
  readonly key: string;
}

/** What is found of one group beside everyone else. Of true counts none of it may be published: see `possibleVerdicts`. */
export interface GroupVerdict {
  readonly key: string;
  readonly verdict: Verdict;
  readonly group: Counted;
  /** Everyone else in the dimension, those of groups without enough data and of no group included. */
  readonly rest: Counted;
  /** Rate of the group ÷ rate of the rest; `null` where the rest is at 0%, or either counts nobody. */
  readonly ratio: number | null;
  /** Fisher exact, two-sided; `null` where there is not enough data. */
  readonly pValue: number | null;
  /** The same after Holm over the groups with enough data; `null` where there is not. */
  readonly adjustedPValue: number | null;
  /** Only with `not_enough_data`; `null` there too where no number of people would do (nobody or everybody succeeded). */
  readonly moreNeeded: MoreNeeded | null;
  /** The verdict, its direction and why, in words without any figure of the group's. */
  readonly sentence: string;
}

/**
 * What can be said of each group of a dimension beside everyone else in it.
 *
 * - `not_enough_data`: fewer than 10 people in the group, or even the most extreme split of those who succeeded would not
 *   give Fisher's p < 0.05; with how many more people it would take.
 * - `disparity`: the rate is below 0.8 or above 1.25 times that of the rest, and Fisher's two-sided p, after Holm over the
 *   groups with enough data, is below 0.05.
 * - `no_evidence_of_disparity`: neither. It does not say that there is none.
 *
 * Source: the four fifths of 29 CFR 1607.4 D with its inverse; Fisher (1922), Holm (1979); Tarone, "A modified Bonferroni
 * method for discrete data" (1990) for leaving out what could not be found anyway. A group at 0% has the ratio 0. A rest
 * at 0% has no ratio, and a group above it is as far from it as can be: a disparity, where the p is below 0.05.
 *
 * @param groups all of the dimension, each person in one of them or in `others`
 * @param others people of no group: they are a part of the rest of each, and nothing is found of them
 * @returns one for each group, in the order given: none is left out
 * @throws RangeError naming the count that is out of range, or the key that is given twice
 */
export function verdicts(groups: readonly GroupCount[], others: readonly Counted[] = []): GroupVerdict[] {
  requireGroups(groups);
  others.forEach((each, at) => requireCounted(`others[${at}]`, each));
  const compared = groups.map((each) => comparisonOf(each, [...groups, ...others]));
  const judged = compared.filter(({ isEnough }) => isEnough);
  const ps = judged.map(({ group, rest }) => fisherExact(group, rest));
  const adjusted = holm(ps);
  return compared.map((comparison) => {
    const at = judged.indexOf(comparison);
    return at < 0 ? withoutVerdict(comparison) : judgement(comparison, ps[at]!, adjusted[at]!);
  });
}

interface Comparison {
  readonly key: string;
  readonly group: Counted;
  readonly rest: Counted;
  readonly isEnough: boolean;
}

function comparisonOf({ key, successes, n }: GroupCount, everybody: readonly Counted[]): Comparison {
  const group = { successes, n };
  const rest = {
    successes: everybody.reduce((sum, each) => sum + each.successes, 0) - successes,
    n: everybody.reduce((sum, each) => sum + each.n, 0) - n,
  };
  return { key, group, rest, isEnough: hasEnoughData(group, rest) };
}

function judgement({ key, group, rest }: Comparison, pValue: number, adjustedPValue: number): GroupVerdict {
  const direction = isFarFromRest(group, rest);
  const isDisparity = direction !== false && isSignificant(adjustedPValue);
  return {
    key,
    verdict: isDisparity ? 'disparity' : 'no_evidence_of_disparity',
    group,
    rest,
    ratio: rateRatio(group, rest),
    pValue,
    adjustedPValue,
    moreNeeded: null,
    sentence: isDisparity
      ? `The rate is markedly ${direction} that of everyone else, by more than chance explains.`
      : 'The rate is not so far from that of everyone else that chance could not explain it, or not far enough to matter; this does not show that there is no disparity.',
  };
}

function withoutVerdict({ key, group, rest }: Comparison): GroupVerdict {
  return {
    key,
    verdict: 'not_enough_data',
    group,
    rest,
    ratio: rateRatio(group, rest),
    pValue: null,
    adjustedPValue: null,
    moreNeeded: moreNeeded(group, rest),
    sentence:
      group.n < FEWEST_PEOPLE
        ? `The group holds fewer than ${FEWEST_PEOPLE} people: too few to say anything of it.`
        : 'Even the most extreme outcome could not be told from chance: there are too few people, or too few whose outcome differs.',
  };
}

function requireGroups(groups: readonly GroupCount[]): void {
  const seen = new Set<string>();
  groups.forEach((group, at) => {
    requireCounted(`groups[${at}]`, group);
    if (seen.has(group.key)) {
      throw new RangeError(`groups[${at}].key "${group.key}" is given twice: each group is listed once`);
    }
    seen.add(group.key);
  });
}

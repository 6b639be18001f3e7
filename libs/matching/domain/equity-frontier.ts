import { OBJECTIVES } from '@evenhand/allocation';
import type { AccessRow, Share } from './access';
import type { MatchingRules } from './rules';
import { type RunOutcome, totalScore } from './run-outcome';

/** How evenly a point of the frontier balances access: the levels of equity among its objectives. */
export const FRONTIER_LEVELS = [[], [1], [1, 2]] as const;
/** Levels of equity; none is the optimum that looks at no group. */
export type FrontierLevels = (typeof FRONTIER_LEVELS)[number];

/** Access of one professional group, as evenness compares it. */
export interface FrontierRate {
  /** Code of the group. */
  readonly path: string;
  readonly title: string;
  /** Matched of those who asked, with those before the round where the rules give them. */
  readonly rate: Share;
}

/** What a round would come to at one degree of evenness, and what that costs. */
export interface FrontierPoint {
  readonly levels: FrontierLevels;
  readonly matched: number;
  /** Sum of scores over the matched pairs. */
  readonly score: number;
  /** Average of the matched pairs in whole points, rounded to the nearest; absent where nobody is matched. */
  readonly meanScore?: number;
  /** The group with the lowest rate, the first where several have it; absent where nobody asked. */
  readonly lowest?: FrontierRate;
  /** Groups from which anybody asked, in the catalogue's order. */
  readonly groups: readonly FrontierRate[];
  /** Whole days that the matched have waited altogether. */
  readonly waitingDays: number;
  /**
   * What evenness costs against the point without it. What the rules put first is what it costs first: where they put
   * waiting before score, it never gains days, and may well gain score.
   */
  readonly price: { readonly waitingDays: Price; readonly score: Price };
}

/** What is lost of something; less than nothing where it is gained. */
export interface Price {
  readonly lost: number;
  /** How much there is without equity. */
  readonly of: number;
  /** Per cent to two decimals; absent where there is nothing to lose. */
  readonly percent?: number;
}

/**
 * The rules of a round at a degree of evenness: everything else stays. Coverage is an objective at each, since equity
 * chooses among the matchings with the most people.
 */
export function rulesAtLevels(rules: MatchingRules, levels: FrontierLevels): MatchingRules {
  const wanted = new Set([...rules.objectives, 'coverage' as const]);
  const [first, ...others] = levels;
  return {
    ...rules,
    objectives: OBJECTIVES.filter((one) => (one === 'equity' ? first !== undefined : wanted.has(one))),
    equityLevels: others.length > 0 ? [1, 2] : [1],
  };
}

/**
 * Puts the outcomes at {@link FRONTIER_LEVELS}, in that order, beside each other.
 *
 * @param waitingDays whole days by mentee of the round
 */
export function equityFrontier(
  outcomes: readonly RunOutcome[],
  waitingDays: ReadonlyMap<string, number>,
): FrontierPoint[] {
  const sums = outcomes.map((outcome) => ({
    score: totalScore(outcome),
    waitingDays: outcome.matches.reduce((sum, { mentee }) => sum + waitingDays.get(mentee)!, 0),
  }));
  const unweighted = sums[0]!;
  return outcomes.map(({ totals: { matched }, access }, at) => {
    const groups = access.groups.flatMap(rateOf);
    const lowest = lowestOf(groups);
    const { score, waitingDays: days } = sums[at]!;
    return {
      ...{ levels: FRONTIER_LEVELS[at]!, matched, score, waitingDays: days },
      ...(matched === 0 ? {} : { meanScore: Math.round(score / matched) }),
      ...(lowest === undefined ? {} : { lowest }),
      groups,
      price: {
        waitingDays: priceOf(unweighted.waitingDays, days),
        score: priceOf(unweighted.score, score),
      },
    };
  });
}

function rateOf({ path, title, asked, matched, rateWithPrior }: AccessRow): FrontierRate[] {
  return asked === 0 ? [] : [{ path, title, rate: rateWithPrior ?? [matched, asked] }];
}

/** The first of those with the lowest rate. */
function lowestOf(groups: readonly FrontierRate[]): FrontierRate | undefined {
  const [first, ...others] = groups;
  return others.reduce((least, one) => (isLower(one.rate, least!.rate) ? one : least), first);
}

/** Exact: counts of earlier rounds are so large that their products are not. */
function isLower([count, of]: Share, [otherCount, otherOf]: Share): boolean {
  return BigInt(count) * BigInt(otherOf) < BigInt(otherCount) * BigInt(of);
}

function priceOf(of: number, left: number): Price {
  const lost = of - left;
  return of === 0 ? { lost, of } : { lost, of, percent: Math.round((lost * 10_000) / of) / 100 };
}

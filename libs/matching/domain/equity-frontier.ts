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
  /**
   * What is lost in score against the point without equity. Less than nothing where the rules put waiting first: who has
   * waited longest then decides differently with equity, and may fit better.
   */
  readonly price: {
    readonly lost: number;
    /** Score of the point without equity, of which it is lost. */
    readonly of: number;
    /** Per cent to two decimals; absent where there is nothing to lose. */
    readonly percent?: number;
  };
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

/** Puts the outcomes at {@link FRONTIER_LEVELS}, in that order, beside each other. */
export function equityFrontier(outcomes: readonly RunOutcome[]): FrontierPoint[] {
  const of = totalScore(outcomes[0]!);
  return outcomes.map((outcome, at) => {
    const score = totalScore(outcome);
    const { matched } = outcome.totals;
    const groups = outcome.access.groups.flatMap(rateOf);
    const lowest = groups.reduce<FrontierRate | undefined>(
      (least, one) => (least === undefined || isLower(one.rate, least.rate) ? one : least),
      undefined,
    );
    return {
      ...{ levels: FRONTIER_LEVELS[at]!, matched, score },
      ...(matched === 0 ? {} : { meanScore: Math.round(score / matched) }),
      ...(lowest === undefined ? {} : { lowest }),
      groups,
      price: priceOf(of - score, of),
    };
  });
}

function rateOf({ path, title, asked, matched, rateWithPrior }: AccessRow): FrontierRate[] {
  return asked === 0 ? [] : [{ path, title, rate: rateWithPrior ?? [matched, asked] }];
}

/** Exact: counts of earlier rounds are so large that their products are not. */
function isLower([count, of]: Share, [otherCount, otherOf]: Share): boolean {
  return BigInt(count) * BigInt(otherOf) < BigInt(otherCount) * BigInt(of);
}

function priceOf(lost: number, of: number): FrontierPoint['price'] {
  return of === 0 ? { lost, of } : { lost, of, percent: Math.round((lost * 10_000) / of) / 100 };
}

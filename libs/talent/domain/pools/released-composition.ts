import {
  DEFAULT_DISCLOSURE_POLICY,
  type DisclosurePolicy,
  type ReleasedCount,
  releasedRate,
  releaseTable,
} from '@evenhand/disclosure';
import type { Headcount, Headcounts } from './pool-composition';
import { DECISION_OUTCOMES, type DecisionOutcome } from './pool-decision';

/** A group or stage as it may be published. */
export interface ReleasedShare {
  /** Code of a professional group or a stage. */
  readonly code: string;
  /** Members to the nearest 5; null where that is withheld. */
  readonly members: ReleasedCount;
  /** Of every hundred members counted in the total, from rounded counts; null where either count is withheld. */
  readonly share: number | null;
}

/** Who a pool is made of, as it may be published. */
export interface ReleasedComposition {
  /** The sum of the groups that are told; null where none is. */
  readonly members: ReleasedCount;
  readonly groups: readonly ReleasedShare[];
  readonly stages: readonly ReleasedShare[];
}

/** Decisions as they may be published. */
export interface ReleasedDecisions {
  /** The sum of the outcomes that are told; null where none is. */
  readonly decisions: ReleasedCount;
  readonly outcomes: readonly { readonly outcome: DecisionOutcome; readonly decisions: ReleasedCount }[];
}

interface ReleasedShares {
  readonly members: ReleasedCount;
  readonly shares: readonly ReleasedShare[];
}

/**
 * Releases a composition. Both of its tables are of the same people, so each would tell the total of the other: the
 * stages are told only where neither table withholds anything. That tells whether a table has a small count, and of no
 * count how small it is.
 */
export function releaseComposition(
  { groups, stages }: Headcounts,
  policy = DEFAULT_DISCLOSURE_POLICY,
): ReleasedComposition {
  const byGroup = release(groups, policy);
  const byStage = release(stages, policy);
  const isComplete = [...byGroup.shares, ...byStage.shares].every(({ members }) => members !== null);
  return {
    members: byGroup.members,
    groups: byGroup.shares,
    stages: isComplete ? byStage.shares : stages.map(({ code }) => ({ code, members: null, share: null })),
  };
}

/** Releases how often each outcome was decided. */
export function releaseDecisions(
  counts: Readonly<Record<DecisionOutcome, number>>,
  policy = DEFAULT_DISCLOSURE_POLICY,
): ReleasedDecisions {
  const { rows, totals } = releaseTable(
    DECISION_OUTCOMES.map((outcome) => ({ key: outcome, counts: { decisions: counts[outcome] } })),
    policy,
  );
  return {
    decisions: totals.decisions,
    outcomes: DECISION_OUTCOMES.map((outcome, at) => ({
      outcome,
      decisions: rows[at]!.counts.decisions,
    })),
  };
}

function release(headcounts: readonly Headcount[], policy: DisclosurePolicy): ReleasedShares {
  const { rows, totals } = releaseTable(
    headcounts.map(({ code, people }) => ({ key: code, counts: { members: people } })),
    policy,
  );
  const { members } = totals;
  return {
    members,
    shares: rows.map(({ key, counts }) => ({
      code: key,
      members: counts.members,
      share: releasedRate(counts.members, members, policy),
    })),
  };
}

import { Conflict } from '@evenhand/kernel';
import { type ActingAs, move, type PoolMember, refusePartialJudge } from './pool-member';
import type { TalentPool } from './talent-pool';

/** What can be decided on somebody who was assessed. */
export const DECISION_OUTCOMES = ['in_pool', 'not_in_pool'] as const;
/** The code of an outcome. */
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

/** A decision on a member. It stays as it was made: whoever changes their mind decides anew on a new membership. */
export interface PoolDecision {
  /** UUID. */
  readonly id: string;
  readonly poolId: string;
  /** Absent where whoever it was about is erased: then it stands for nobody, and has no reason. */
  readonly memberId?: string;
  readonly outcome: DecisionOutcome;
  readonly decidedAt: Date;
  readonly decider: ActingAs;
  /** The account of whoever decided, so that somebody else looks again; absent where it is not known, or erased. */
  readonly deciderAccountId?: string;
  /** The version of the criteria that it was made by. */
  readonly criteriaVersion: number;
  /** 1 to 2,000 characters. */
  readonly reason: string;
}

/** What a decider says. */
export type Verdict = Pick<
  PoolDecision,
  'id' | 'outcome' | 'decidedAt' | 'decider' | 'deciderAccountId' | 'reason'
>;

/**
 * Takes somebody into the pool or turns them down, by the criteria that hold now.
 *
 * @throws Conflict `talent-pool-member.cannot-take-in` or `cannot-turn-down` unless they are assessed,
 *   `talent-pool-member.criteria-changed` where that was by earlier criteria, and as {@link refusePartialJudge}
 */
export function decide(
  pool: TalentPool,
  member: PoolMember,
  verdict: Verdict,
): { readonly member: PoolMember; readonly decision: PoolDecision } {
  const { criteriaVersion } = pool;
  const decided = move(member, verdict.outcome === 'in_pool' ? 'takeIn' : 'turnDown');
  refusePartialJudge(member, verdict.decider);
  if (member.assessment?.criteriaVersion !== criteriaVersion) {
    throw new Conflict(
      'talent-pool-member.criteria-changed',
      `Version ${criteriaVersion} of the criteria holds now, and the assessment is by an earlier one: assess anew, then decide.`,
    );
  }
  return {
    member: decided,
    decision: { ...verdict, poolId: pool.id, memberId: member.id, criteriaVersion },
  };
}

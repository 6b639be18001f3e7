import type { PlannedPost, ReadyMembership } from '../../domain/plan/plan-base';
import type { FilledPosts } from '../../domain/plan/plan-dashboard';

/** Counts what a plan is about: critical posts, and members of pools. */
export abstract class PlanFigures {
  /**
   * The critical posts of a programme that are open or filled, each with the members of its pool who are in the pool and
   * ready by the time that it is needed.
   *
   * @param horizons codes, the nearest first
   */
  abstract posts(programmeId: string, horizons: readonly string[]): Promise<readonly PlannedPost[]>;
  /** The posts that were filled since the programme began. */
  abstract appointments(programmeId: string): Promise<FilledPosts>;
  /** Everybody's being in a pool of the programme, with when they are ready and where their main post is. */
  abstract memberships(programmeId: string): Promise<readonly ReadyMembership[]>;
}

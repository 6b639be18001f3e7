import type { Horizon } from '@evenhand/taxonomy';
import { type Finding, FINDINGS } from '../criteria/criterion-finding';
import type { PoolMember } from '../pools/pool-member';
import type { CriticalPost } from './critical-post';

/** How many are ready by a horizon or sooner. */
export interface ReadyBy {
  /** Code of a horizon. */
  readonly horizon: string;
  readonly ready: number;
}

/** Who could follow in one post. True counts. */
export interface PostCover {
  readonly post: CriticalPost;
  /** Members of its pool, by each horizon of the catalogue; none where the post names no pool. */
  readonly readyBy: readonly ReadyBy[];
  /** How many of them are ready by when the post needs somebody. */
  readonly ready: number;
  /** The same people by how they stand to the post’s role profile, as far as rules can tell. */
  readonly readyByProfile: Readonly<Record<Finding, number>>;
  /** Open posts of the same pool, this one among them: whoever is ready counts in each. */
  readonly postsOfPool: number;
}

/** How much choice there is among ready people, by a horizon or sooner. True counts. */
export interface Choice extends ReadyBy {
  /** Open posts that need somebody by then. */
  readonly posts: number;
}

/** What a programme has for the critical posts that are open. */
export interface CoverOfPosts {
  readonly posts: readonly PostCover[];
  /** For each horizon of the catalogue. A person who is ready for several posts is one person here. */
  readonly choice: readonly Choice[];
}

type Ready = Pick<PoolMember, 'id' | 'poolId' | 'personId' | 'assessment'>;

/**
 * Cover of posts by members of their pools.
 *
 * @param posts those that are open; others are left out
 * @param members those who are in their pools; one without an assessment is not ready by any horizon
 * @param horizons in their order, the soonest first
 * @param findingOf how a member stands to the role profile of a post of their pool
 */
export function coverOf(
  posts: readonly CriticalPost[],
  members: readonly Ready[],
  horizons: readonly Pick<Horizon, 'code'>[],
  findingOf: (post: CriticalPost, memberId: string) => Finding,
): CoverOfPosts {
  const codes = horizons.map(({ code }) => code);
  const open = posts.filter(({ state }) => state === 'open');
  const membersReady = (poolIds: readonly (string | undefined)[], by: string) =>
    members.filter(
      ({ poolId, assessment }) =>
        poolIds.includes(poolId) &&
        assessment !== undefined &&
        codes.includes(assessment.horizon) &&
        codes.indexOf(assessment.horizon) <= codes.indexOf(by),
    );
  const readyIn = (poolIds: readonly (string | undefined)[], by: string): number =>
    new Set(membersReady(poolIds, by).map(({ personId }) => personId)).size;
  return {
    posts: open.map((post) => {
      const { poolId, neededAt } = post;
      const poolIds = poolId === undefined ? [] : [poolId];
      const found = membersReady(poolIds, neededAt).map(({ id }) => findingOf(post, id));
      const readyByProfile = FINDINGS.map((finding) => [
        finding,
        found.filter((one) => one === finding).length,
      ]);
      return {
        post,
        readyBy: codes.map((horizon) => ({ horizon, ready: readyIn(poolIds, horizon) })),
        ready: readyIn(poolIds, neededAt),
        readyByProfile: Object.fromEntries(readyByProfile) as Record<Finding, number>,
        postsOfPool: poolId === undefined ? 1 : open.filter((other) => other.poolId === poolId).length,
      };
    }),
    choice: codes.map((horizon) => {
      const needed = open.filter(({ neededAt }) => codes.indexOf(neededAt) <= codes.indexOf(horizon));
      return {
        horizon,
        posts: needed.length,
        ready: readyIn(
          needed.map(({ poolId }) => poolId),
          horizon,
        ),
      };
    }),
  };
}
